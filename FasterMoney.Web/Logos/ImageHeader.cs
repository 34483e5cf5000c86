using System.Buffers.Binary;

namespace FasterMoney.Web.Logos;

public enum ImageKind
{
    Png,
    Jpeg,
}

/// <summary>What a file says of itself in its first bytes, read by us so that nothing is decoded on trust.</summary>
public readonly record struct ImageHeader(ImageKind Kind, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The header of a PNG or JPEG file; null for anything else, whatever the file's name.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngSignature) ? ReadPng(file)
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(file)
        : null;

    private static ImageHeader? ReadPng(ReadOnlySpan<byte> file)
    {
        if (file.Length < 33 || !file.Slice(12, 4).SequenceEqual("IHDR"u8))
            return null;

        var width = BinaryPrimitives.ReadUInt32BigEndian(file[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(file[20..]);
        return Of(ImageKind.Png, width, height);
    }

    // Walks from segment to segment up to the first frame header (ITU-T T.81, B.2.2).
    private static ImageHeader? ReadJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 9 < file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Of(ImageKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    private static ImageHeader? Of(ImageKind kind, uint width, uint height) =>
        width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? null : new ImageHeader(kind, (int)width, (int)height);
}
