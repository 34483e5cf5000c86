using System.Buffers.Binary;

namespace FasterMoney.Web.Documents.Faces;

/// <summary>A TrueType file (ISO/IEC 14496-22): which glyph a character has, how wide it is, and the file with some of its glyphs only.</summary>
internal sealed class TrueTypeFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly ushort[] _glyphs = new ushort[0x10000];
    private readonly Dictionary<int, ushort> _further = [];
    private readonly int _metrics;
    private readonly bool _hasLongOffsets;

    public TrueTypeFile(byte[] bytes)
    {
        _bytes = bytes;
        for (var entry = 0; entry < Short(4); entry++)
        {
            var at = 12 + (entry * 16);
            var name = string.Create(4, (bytes, at), static (tag, file) =>
            {
                for (var index = 0; index < 4; index++)
                    tag[index] = (char)file.bytes[file.at + index];
            });
            _tables[name] = (Long(at + 8), Long(at + 12));
        }

        var head = Start("head");
        UnitsPerEm = Short(head + 18);
        Box = [.. Enumerable.Range(0, 4).Select(side => Signed(head + 36 + (2 * side)))];
        _hasLongOffsets = Short(head + 50) == 1;
        (Ascent, Descent) = (Signed(Start("hhea") + 4), Signed(Start("hhea") + 6));
        _metrics = Short(Start("hhea") + 34);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }

    /// <summary>In units: what no glyph reaches beyond, from the left and lower to the right and upper edge.</summary>
    public IReadOnlyList<int> Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>The glyph of a character; 0 when there is none.</summary>
    public int GlyphOf(int code) => code < _glyphs.Length ? _glyphs[code] : _further.GetValueOrDefault(code);

    /// <summary>Per em.</summary>
    public double WidthOf(int glyph) => (double)UnitsOf(glyph) / UnitsPerEm;

    /// <summary>A file that draws these glyphs, under their numbers here, and nothing else.</summary>
    public byte[] With(IEnumerable<int> glyphs)
    {
        var kept = new SortedSet<int> { 0 };
        foreach (var glyph in glyphs)
            Keep(glyph, kept);
        var count = kept.Max + 1;
        using var shapes = new MemoryStream();
        var (offsets, metrics) = (new byte[(count + 1) * 4], new byte[count * 4]);
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(glyph * 4), (int)shapes.Length);
            if (!kept.Contains(glyph))
                continue;
            shapes.Write(ShapeOf(glyph));
            shapes.Write(new byte[(4 - (shapes.Length % 4)) % 4]);
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(glyph * 4), (ushort)UnitsOf(glyph));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((glyph * 4) + 2), BearingOf(glyph));
        }

        BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(count * 4), (int)shapes.Length);
        var (head, across, most) = (CopyOf("head"), CopyOf("hhea"), CopyOf("maxp"));
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(across.AsSpan(34), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(most.AsSpan(4), (ushort)count);
        return Whole([("glyf", shapes.ToArray()), ("head", head), ("hhea", across), ("hmtx", metrics), ("loca", offsets), ("maxp", most)]);
    }

    private static byte[] Whole((string Name, byte[] Content)[] tables)
    {
        var length = 12 + (16 * tables.Length) + tables.Sum(table => (table.Content.Length + 3) & ~3);
        var file = new byte[length];
        // The header's version and numbers, as a search through so many tables wants them.
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        var (power, exponent) = (1, 0);
        for (; power * 2 <= tables.Length; exponent++)
            power *= 2;
        foreach (var (at, number) in new[] { (4, tables.Length), (6, power * 16), (8, exponent), (10, (tables.Length - power) * 16) })
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), (ushort)number);
        var end = 12 + (16 * tables.Length);
        for (var index = 0; index < tables.Length; index++)
        {
            var (name, content) = tables[index];
            var entry = file.AsSpan(12 + (16 * index));
            for (var letter = 0; letter < 4; letter++)
                entry[letter] = (byte)name[letter];
            content.CopyTo(file, end);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(end, (content.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], end);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], content.Length);
            end += (content.Length + 3) & ~3;
        }

        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> content)
    {
        var sum = 0u;
        for (var at = 0; at < content.Length; at += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(content[at..]));
        return sum;
    }

    // A composed glyph needs its parts.
    private void Keep(int glyph, SortedSet<int> kept)
    {
        if (!kept.Add(glyph))
            return;
        var shape = ShapeOf(glyph);
        if (shape.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(shape) >= 0)
            return;
        for (int at = 10, flags = 0x20; (flags & 0x20) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(shape[at..]);
            Keep(BinaryPrimitives.ReadUInt16BigEndian(shape[(at + 2)..]), kept);
            at += 4 + ((flags & 0x01) != 0 ? 4 : 2) + ((flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
    }

    private ReadOnlySpan<byte> ShapeOf(int glyph)
    {
        var at = Start("loca");
        var (from, to) = _hasLongOffsets ? (Long(at + (glyph * 4)), Long(at + (glyph * 4) + 4)) : (Short(at + (glyph * 2)) * 2, Short(at + (glyph * 2) + 2) * 2);
        return _bytes.AsSpan(Start("glyf") + from, to - from);
    }

    private int UnitsOf(int glyph) => Short(Start("hmtx") + (Math.Min(glyph, _metrics - 1) * 4));

    private short BearingOf(int glyph) =>
        (short)Signed(Start("hmtx") + (glyph < _metrics ? (glyph * 4) + 2 : (_metrics * 4) + ((glyph - _metrics) * 2)));

    private void ReadCharacters()
    {
        var start = Start("cmap");
        for (var index = 0; index < Short(start + 2); index++)
        {
            var table = start + Long(start + 4 + (index * 8) + 4);
            if (Short(start + 4 + (index * 8)) is 0 or 3)
                ReadCharacters(table, Short(table));
        }
    }

    private void ReadCharacters(int table, int format)
    {
        if (format == 12)
        {
            for (var group = 0; group < Long(table + 12); group++)
            {
                var at = table + 16 + (group * 12);
                for (var code = Long(at); code <= Long(at + 4); code++)
                    Note(code, (ushort)(Long(at + 8) + code - Long(at)));
            }
        }

        if (format != 4)
            return;
        var twice = Short(table + 6);
        for (var segment = 0; segment < twice; segment += 2)
        {
            var (last, first) = (Short(table + 14 + segment), Short(table + 16 + twice + segment));
            var (delta, range) = (Short(table + 16 + (2 * twice) + segment), table + 16 + (3 * twice) + segment);
            for (var code = first; code <= last && code < 0xFFFF; code++)
            {
                var glyph = Short(range) == 0 ? code : Short(range + Short(range) + ((code - first) * 2));
                Note(code, (ushort)(glyph == 0 ? 0 : (glyph + delta) & 0xFFFF));
            }
        }
    }

    private void Note(int code, ushort glyph)
    {
        if (code < _glyphs.Length)
            _glyphs[code] = glyph;
        else
            _further[code] = glyph;
    }

    private byte[] CopyOf(string table) => _bytes.AsSpan(Start(table), _tables[table].Length).ToArray();

    private int Start(string table) => _tables[table].Offset;

    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private int Signed(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(at));
}
