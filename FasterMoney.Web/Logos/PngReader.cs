using System.Buffers.Binary;
using System.IO.Compression;

namespace FasterMoney.Web.Logos;

/// <summary>
/// Reads a PNG of every kind row by row, interlaced ones too, and scales it down on the way: a picture of 16 million pixels takes a few rows of memory,
/// and a file that would unpack to gigabytes is read no further than its header says (PNG, third edition, 7 to 11).
/// </summary>
internal static class PngReader
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Whole = [(0, 0, 1, 1)];
    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>The picture, no larger than the given size; null when it is damaged.</summary>
    public static Pixels? Read(byte[] file, int mostWidth, int mostHeight)
    {
        try
        {
            return ReadWhole(file, mostWidth, mostHeight);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static Pixels ReadWhole(byte[] file, int mostWidth, int mostHeight)
    {
        var header = ImageHeader.Read(file) ?? throw new InvalidDataException("No header.");
        var palette = Array.Empty<byte>();
        var transparent = Array.Empty<byte>();
        using var packed = new MemoryStream();
        foreach (var (name, content) in Chunks(file))
        {
            switch (name)
            {
                case "PLTE":
                    palette = content.ToArray();
                    break;
                case "tRNS":
                    transparent = content.ToArray();
                    break;
                case "IDAT":
                    packed.Write(content.Span);
                    break;
            }
        }

        packed.Position = 0;
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        var form = new PngPixels(bits: file[24], colourType: file[25], palette, transparent);
        var (width, height) = Pixels.SizeWithin(header.Width, header.Height, mostWidth, mostHeight);
        var scaled = new ScaledDown(header.Width, header.Height, width, height);
        foreach (var (x, y, stepX, stepY) in file[28] == 0 ? Whole : Interlaced)
        {
            var columns = (header.Width - x + stepX - 1) / stepX;
            if (columns <= 0)
                continue;

            var (row, above, rgba) = (new byte[form.RowLength(columns)], new byte[form.RowLength(columns)], new byte[columns * 4]);
            for (var line = y; line < header.Height; line += stepY)
            {
                var filter = unpacking.ReadByte();
                unpacking.ReadExactly(row);
                Unfilter(filter, row, above, form.Step);
                form.Expand(row, rgba);
                scaled.AddRow(line, rgba, x, stepX);
                (row, above) = (above, row);
            }
        }

        return unpacking.ReadByte() < 0 ? scaled.ToPixels() : throw new InvalidDataException("More than the header says.");
    }

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Chunks(byte[] file)
    {
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
                throw new InvalidDataException("A chunk is cut.");

            yield return (System.Text.Encoding.Latin1.GetString(file, at + 4, 4), file.AsMemory(at + 8, (int)length));
            at += 12 + (int)length;
        }
    }

    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        if (filter is < 0 or > 4)
            throw new InvalidDataException("No such filter.");

        // A byte's own arithmetic, modulo 256.
        unchecked
        {
            for (var x = 0; x < row.Length && filter > 0; x++)
            {
                int left = x >= step ? row[x - step] : 0, up = above[x];
                row[x] += filter switch
                {
                    1 => (byte)left,
                    2 => (byte)up,
                    3 => (byte)((left + up) / 2),
                    _ => (byte)PngWriter.Paeth(left, up, x >= step ? above[x - step] : 0),
                };
            }
        }
    }
}
