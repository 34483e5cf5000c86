using System.Buffers.Binary;

namespace FasterMoney.Web.Logos;

/// <summary>
/// Reads of a JPEG only the mean of each block of 8 by 8 pixels, which the file holds as a number of its own (ITU-T T.81, A.3.3): an eighth of the
/// picture's width and height, for a sixty-fourth of the memory, progressive files included.
/// </summary>
internal sealed class JpegMeans
{
    private readonly byte[] _file;
    private readonly int[] _steps = new int[4];
    private readonly JpegCode?[] _meanCodes = new JpegCode?[4];
    private readonly JpegCode?[] _restCodes = new JpegCode?[4];
    private JpegComponent[] _components = [];
    private int _width;
    private int _height;
    private int _restartsAfter;
    private int? _adobe;
    private bool _isProgressive;

    private JpegMeans(byte[] file) => _file = file;

    /// <summary>The picture at an eighth of its size; null when it is damaged.</summary>
    public static Pixels? Read(byte[] file, ImageHeader header)
    {
        try
        {
            var means = new JpegMeans(file);
            means.ReadSegments();
            return (means._width, means._height) == (header.Width, header.Height) ? means.ToPixels() : null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IndexOutOfRangeException or ArgumentException or ArithmeticException)
        {
            return null;
        }
    }

    private void ReadSegments()
    {
        for (var at = 2; at + 4 <= _file.Length;)
        {
            var marker = _file[at] == 0xFF ? _file[at + 1] : throw new InvalidDataException("No marker.");
            if (marker == 0xD9)
                return;

            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at + 2));
            var content = _file.AsSpan(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case 0xDB:
                    ReadSteps(content);
                    break;
                case 0xC4:
                    ReadCodes(content);
                    break;
                case 0xDD:
                    _restartsAfter = BinaryPrimitives.ReadUInt16BigEndian(content);
                    break;
                case 0xEE when content.StartsWith("Adobe"u8):
                    _adobe = content[11];
                    break;
                case 0xC0 or 0xC1 or 0xC2:
                    ReadFrame(content, marker);
                    break;
                case >= 0xC3 and <= 0xCF and not 0xC8 and not 0xCC:
                    throw new InvalidDataException("A kind that nobody exports.");
                case 0xDA:
                    at = ReadScan(content, at);
                    break;
            }
        }
    }

    private void ReadSteps(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var wide = content[0] >> 4;
            _steps[content[0] & 3] = wide == 0 ? content[1] : BinaryPrimitives.ReadUInt16BigEndian(content[1..]);
            content = content[(1 + (64 * (wide + 1)))..];
        }
    }

    private void ReadCodes(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var code = new JpegCode(content.Slice(1, 16), content[17..]);
            ((content[0] >> 4) == 0 ? _meanCodes : _restCodes)[content[0] & 3] = code;
            content = content[(17 + code.Count)..];
        }
    }

    private void ReadFrame(ReadOnlySpan<byte> content, int marker)
    {
        if (content[0] != 8 || _components.Length > 0 || content[5] is 0 or 2 or > 4)
            throw new InvalidDataException("A kind that nobody exports.");

        _isProgressive = marker == 0xC2;
        (_height, _width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
        if (_height > LogoFile.MostPixels || _width > LogoFile.MostPixels)
            throw new InvalidDataException("Larger than it said first.");

        var components = new JpegComponent[content[5]];
        for (var index = 0; index < components.Length; index++)
        {
            var part = content.Slice(6 + (index * 3), 3);
            components[index] = new JpegComponent(part[0], part[1] >> 4, part[1] & 15, part[2] & 3);
        }

        if (components.Any(component => component.Across is 0 or > 4 || component.Down is 0 or > 4))
            throw new InvalidDataException("No such sampling.");

        var (across, down) = (components.Max(component => component.Across), components.Max(component => component.Down));
        foreach (var component in components)
            component.Measure(_width, _height, across, down);
        _components = components;
    }

    private int ReadScan(ReadOnlySpan<byte> content, int at)
    {
        var parts = new List<JpegComponent>();
        for (var index = 0; index < content[0]; index++)
        {
            var id = content[1 + (index * 2)];
            var component = _components.FirstOrDefault(component => component.Id == id) ?? throw new InvalidDataException("No such component.");
            var tables = content[2 + (index * 2)];
            (component.MeanCode, component.RestCode) = (_meanCodes[(tables >> 4) & 3], _restCodes[tables & 3]);
            parts.Add(component);
        }

        var (first, approximation) = (content[1 + (parts.Count * 2)], content[3 + (parts.Count * 2)]);
        if (first == 0)
            new JpegScan(_file, at, parts, _restartsAfter, _isProgressive, approximation).Read();

        // To the next marker, past stuffed bytes and restarts.
        while (at + 1 < _file.Length && (_file[at] != 0xFF || _file[at + 1] is 0 or (>= 0xD0 and <= 0xD7)))
            at++;
        return at;
    }

    private Pixels ToPixels()
    {
        var (width, height) = ((_width + 7) / 8, (_height + 7) / 8);
        var (across, down) = (_components.Max(component => component.Across), _components.Max(component => component.Down));
        var rgba = new byte[width * height * 4];
        Span<int> parts = stackalloc int[4];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                for (var index = 0; index < _components.Length; index++)
                {
                    var component = _components[index];
                    parts[index] = component.ShadeAt(x * component.Across / across, y * component.Down / down, _steps[component.Steps]);
                }

                Colour(parts, rgba.AsSpan(((y * width) + x) * 4, 4));
            }
        }

        return new Pixels(width, height, rgba);
    }

    // Brightness and two colour differences (JFIF), unless the file says that it holds red, green and blue or printing inks (Adobe's, inverted).
    private void Colour(ReadOnlySpan<int> parts, Span<byte> pixel)
    {
        var isPlain = _components.Length == 4 ? _adobe != 2 : _adobe == 0 || (_components[0].Id, _components[^1].Id) == ('R', 'B');
        var (red, green, blue) = (parts[0], parts[0], parts[0]);
        if (_components.Length >= 3 && isPlain)
        {
            (red, green, blue) = (parts[0], parts[1], parts[2]);
        }
        else if (_components.Length >= 3)
        {
            var (toBlue, toRed) = (parts[1] - 128, parts[2] - 128);
            red = Clamped(parts[0] + (1.402 * toRed));
            green = Clamped(parts[0] - (0.344136 * toBlue) - (0.714136 * toRed));
            blue = Clamped(parts[0] + (1.772 * toBlue));
        }

        if (_components.Length == 4)
        {
            var black = parts[3];
            (red, green, blue) = isPlain ? (red * black / 255, green * black / 255, blue * black / 255)
                : ((255 - red) * black / 255, (255 - green) * black / 255, (255 - blue) * black / 255);
        }

        (pixel[0], pixel[1], pixel[2], pixel[3]) = ((byte)red, (byte)green, (byte)blue, 255);
    }

    private static int Clamped(double value) => (int)Math.Clamp(Math.Round(value), 0, 255);
}
