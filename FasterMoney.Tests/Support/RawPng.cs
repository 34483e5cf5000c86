using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FasterMoney.Tests.Support;

/// <summary>Pictures as a business might upload them: rows of a filter byte and RGBA pixels.</summary>
public static class RawPng
{
    // The decoder does not look at checksums, so these have none.
    public static byte[] Of(int width, int height, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(rows);
        }

        return OfPacked(width, height, packed.ToArray());
    }

    public static byte[] OfPacked(int width, int height, byte[] packed, bool interlaced = false)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (8, 6, interlaced ? (byte)1 : (byte)0);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }
}
