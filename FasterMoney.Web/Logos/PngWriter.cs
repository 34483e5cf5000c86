using System.Buffers.Binary;
using System.IO.Compression;

namespace FasterMoney.Web.Logos;

/// <summary>Writes PNG files that hold nothing but their pixels: no text, no date, no profile.</summary>
internal static class PngWriter
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>All colours, with alpha where there is any.</summary>
    public static byte[] WriteTrueColour(Pixels pixels)
    {
        var hasAlpha = false;
        for (var at = 3; at < pixels.Rgba.Length && !hasAlpha; at += 4)
            hasAlpha = pixels.Rgba[at] < 255;

        var channels = hasAlpha ? 4 : 3;
        var row = pixels.Width * channels;
        var raw = new byte[row * pixels.Height];
        for (var pixel = 0; pixel < pixels.Width * pixels.Height; pixel++)
            pixels.Rgba.AsSpan(pixel * 4, channels).CopyTo(raw.AsSpan(pixel * channels));

        return Write(pixels, bits: 8, colourType: hasAlpha ? (byte)6 : (byte)2, [], Filtered(raw, row, channels));
    }

    /// <summary>In the colours of a palette: one byte a pixel, or half a byte up to sixteen colours.</summary>
    public static byte[] WritePalette(Pixels pixels, Palette palette)
    {
        var bits = palette.Colours.Count <= 16 ? 4 : 8;
        var row = ((pixels.Width * bits) + 7) / 8;
        var rows = new byte[(row + 1) * pixels.Height];
        for (var pixel = 0; pixel < palette.Indexes.Length; pixel++)
        {
            var (y, x) = Math.DivRem(pixel, pixels.Width);
            var shift = bits == 4 && x % 2 == 0 ? 4 : 0;
            rows[(y * (row + 1)) + 1 + (x * bits / 8)] |= (byte)(palette.Indexes[pixel] << shift);
        }

        return Write(pixels, (byte)bits, colourType: 3, palette.Colours, rows);
    }

    private static byte[] Write(Pixels pixels, byte bits, byte colourType, IReadOnlyList<uint> colours, byte[] rows)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, pixels.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), pixels.Height);
        (header[8], header[9]) = (bits, colourType);
        WriteChunk(file, "IHDR"u8, header);
        if (colours.Count > 0)
        {
            WriteChunk(file, "PLTE"u8, [.. colours.SelectMany(colour => new[] { Palette.Channel(colour, 0), Palette.Channel(colour, 1), Palette.Channel(colour, 2) })]);
            WriteChunk(file, "tRNS"u8, [.. colours.Select(colour => Palette.Channel(colour, 3))]);
        }

        WriteChunk(file, "IDAT"u8, Packed(rows));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    // Each row by the filter whose differences are smallest, as the PNG specification suggests (12.8).
    private static byte[] Filtered(byte[] raw, int row, int step)
    {
        var rows = new byte[(row + 1) * (raw.Length / row)];
        var tried = new byte[row];
        for (var y = 0; y < raw.Length / row; y++)
        {
            var least = long.MaxValue;
            for (byte filter = 0; filter <= 4; filter++)
            {
                var sum = 0L;
                for (var x = 0; x < row; x++)
                {
                    var here = (y * row) + x;
                    int left = x >= step ? raw[here - step] : 0, up = y > 0 ? raw[here - row] : 0, corner = x >= step && y > 0 ? raw[here - row - step] : 0;
                    var guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
                    tried[x] = (byte)((raw[here] - guess) & 0xFF);
                    sum += Math.Min((int)tried[x], 256 - tried[x]);
                }

                if (sum < least)
                {
                    least = sum;
                    rows[y * (row + 1)] = filter;
                    tried.CopyTo(rows, (y * (row + 1)) + 1);
                }
            }
        }

        return rows;
    }

    /// <summary>Which of three neighbours a pixel is likely to be like (9.4).</summary>
    public static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            packing.Write(rows);
        }

        return packed.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), content));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);

        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var index = 0u; index < 256; index++)
        {
            var crc = index;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;

            table[index] = crc;
        }

        return table;
    }
}
