using System.Buffers.Binary;
using System.IO.Compression;

namespace FasterMoney.Web.Logos;

/// <summary>Looks into a PNG's compressed pixels without keeping them: a small file can unpack to gigabytes.</summary>
internal static class PngBody
{
    /// <summary>Whether the pixels unpack to no more than a picture of this size can hold.</summary>
    public static bool IsOfItsSize(byte[] file, ImageHeader header)
    {
        // At most four channels of two bytes, and room for the filter bytes of interlaced rows.
        var most = ((header.Width * 8L) + 16) * (header.Height + 16L);
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
                return false;

            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(file, at + 8, (int)length);

            at += 12 + (int)length;
        }

        packed.Position = 0;
        return Count(packed, most) is > 0 and var size && size <= most;
    }

    private static long Count(Stream packed, long most)
    {
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var size = 0L;
        try
        {
            for (int read; size <= most && (read = unpacking.Read(buffer)) > 0;)
                size += read;
        }
        catch (InvalidDataException)
        {
            return 0;
        }

        return size;
    }
}
