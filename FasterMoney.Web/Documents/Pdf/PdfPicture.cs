using FasterMoney.Web.Logos;

namespace FasterMoney.Web.Documents.Pdf;

/// <summary>A picture in one document: its colours, and beside them how much of each pixel is seen where not all of it is.</summary>
internal static class PdfPicture
{
    /// <summary>Writes it and says its number; null when it cannot be read.</summary>
    public static int? Write(PdfFile file, byte[] png)
    {
        if (LogoFile.PixelsOf(png) is not { } pixels)
            return null;
        var (colours, opacity) = (new byte[pixels.Width * pixels.Height * 3], new byte[pixels.Width * pixels.Height]);
        for (var pixel = 0; pixel < opacity.Length; pixel++)
        {
            pixels.Rgba.AsSpan(pixel * 4, 3).CopyTo(colours.AsSpan(pixel * 3));
            opacity[pixel] = pixels.Rgba[(pixel * 4) + 3];
        }

        var size = $"/Type/XObject/Subtype/Image/Width {pixels.Width}/Height {pixels.Height}/BitsPerComponent 8";
        var mask = opacity.Any(part => part < 255) ? $"/SMask {file.AddStream($"{size}/ColorSpace/DeviceGray", opacity)} 0 R" : "";
        return file.AddStream($"{size}/ColorSpace/DeviceRGB{mask}", colours);
    }
}
