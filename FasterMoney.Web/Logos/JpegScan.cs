namespace FasterMoney.Web.Logos;

/// <summary>One component of a JPEG, such as its brightness, and the mean of each of its blocks.</summary>
internal sealed class JpegComponent(int id, int across, int down, int steps)
{
    public int Id => id;

    /// <summary>Blocks side by side in a unit of the picture.</summary>
    public int Across => across;

    public int Down => down;

    /// <summary>Which table says how large its steps are.</summary>
    public int Steps => steps;

    public JpegCode? MeanCode { get; set; }

    public JpegCode? RestCode { get; set; }

    public int LastMean { get; set; }

    public int UnitsAcross { get; private set; }

    public int UnitsDown { get; private set; }

    /// <summary>Blocks that the picture reaches into; units reach further.</summary>
    public int BlocksAcross { get; private set; }

    public int BlocksDown { get; private set; }

    public int[] Means { get; private set; } = [];

    public void Measure(int width, int height, int mostAcross, int mostDown)
    {
        (UnitsAcross, UnitsDown) = (Parts(width, 8 * mostAcross), Parts(height, 8 * mostDown));
        (BlocksAcross, BlocksDown) = (Parts(Parts(width * across, mostAcross), 8), Parts(Parts(height * down, mostDown), 8));
        Means = new int[UnitsAcross * across * UnitsDown * down];
    }

    public int IndexOf(int x, int y) => (y * UnitsAcross * across) + x;

    public int ShadeAt(int x, int y, int step) => Math.Clamp((int)Math.Round(((double)Means[IndexOf(x, y)] * step / 8) + 128), 0, 255);

    private static int Parts(int length, int part) => (length + part - 1) / part;
}

/// <summary>Which bits stand for which byte, shorter ones for those that are frequent (ITU-T T.81, F.2.2.3).</summary>
internal sealed class JpegCode
{
    private readonly int[] _first = new int[18];
    private readonly int[] _end = new int[18];
    private readonly int[] _offset = new int[18];
    private readonly byte[] _values;

    public JpegCode(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            (_first[length], _offset[length], _end[length]) = (code, Count, code + counts[length - 1]);
            code = _end[length] << 1;
            Count += counts[length - 1];
        }

        _values = values[..Count].ToArray();
    }

    public int Count { get; }

    public byte Read(JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | bits.Read(1);
            if (code < _end[length])
                return _values[_offset[length] + code - _first[length]];
        }

        throw new InvalidDataException("No such code.");
    }
}

/// <summary>The bits between two markers.</summary>
internal sealed class JpegBits(byte[] file, int at)
{
    private int _at = at;
    private int _left;
    private int _byte;

    public int Read(int count)
    {
        var value = 0;
        while (count > 0)
        {
            if (_left == 0)
                Next();

            var taken = Math.Min(count, _left);
            _left -= taken;
            count -= taken;
            value = (value << taken) | ((_byte >> _left) & ((1 << taken) - 1));
        }

        return value;
    }

    /// <summary>Goes past the marker that starts a part anew.</summary>
    public void Restart()
    {
        _left = 0;
        while (file[_at] != 0xFF || file[_at + 1] is not (>= 0xD0 and <= 0xD7))
            _at++;
        _at += 2;
    }

    private void Next()
    {
        (_byte, _left) = (file[_at++], 8);
        if (_byte == 0xFF && file[_at++] != 0)
            throw new InvalidDataException("The picture ends too early.");
    }
}

/// <summary>Reads one pass over the picture and keeps the means alone.</summary>
internal sealed class JpegScan(byte[] file, int at, IReadOnlyList<JpegComponent> components, int restartsAfter, bool isProgressive, int approximation)
{
    private readonly JpegBits _bits = new(file, at);
    private readonly int _shift = isProgressive ? approximation & 15 : 0;
    private readonly bool _isRefined = isProgressive && approximation >> 4 > 0;

    private static InvalidDataException Missing => new("A code is missing.");

    public void Read()
    {
        foreach (var component in components)
            component.LastMean = 0;

        // One component alone has no units: its blocks follow each other.
        var alone = components.Count == 1 ? components[0] : null;
        var (across, down) = alone is null ? (components[0].UnitsAcross, components[0].UnitsDown) : (alone.BlocksAcross, alone.BlocksDown);
        for (var unit = 0; unit < across * down; unit++)
        {
            if (restartsAfter > 0 && unit > 0 && unit % restartsAfter == 0)
                Restart();

            var (y, x) = Math.DivRem(unit, across);
            if (alone is not null)
                ReadBlock(alone, alone.IndexOf(x, y));
            else
                ReadUnit(x, y);
        }
    }

    private void Restart()
    {
        _bits.Restart();
        foreach (var component in components)
            component.LastMean = 0;
    }

    private void ReadUnit(int x, int y)
    {
        foreach (var component in components)
        {
            for (var down = 0; down < component.Down; down++)
            {
                for (var across = 0; across < component.Across; across++)
                    ReadBlock(component, component.IndexOf((x * component.Across) + across, (y * component.Down) + down));
            }
        }
    }

    private void ReadBlock(JpegComponent component, int index)
    {
        if (_isRefined)
        {
            component.Means[index] |= _bits.Read(1) << _shift;
            return;
        }

        component.LastMean += Number((component.MeanCode ?? throw Missing).Read(_bits));
        component.Means[index] = component.LastMean << _shift;
        for (var place = 1; !isProgressive && place < 64; place++)
        {
            var code = (component.RestCode ?? throw Missing).Read(_bits);
            if (code == 0)
                break;

            place += code >> 4;
            _bits.Read(code & 15);
        }
    }

    private int Number(int length)
    {
        if (length > 15)
            throw new InvalidDataException("No such number.");

        var value = _bits.Read(length);
        return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }
}
