using FasterMoney.Web.Data;
using StbImageSharp;

namespace FasterMoney.Web.Logos;

/// <summary>What became of an uploaded file: a logo, or the sentence that says why not.</summary>
public sealed record LogoAnswer(SiteLogo? Logo, string? Refusal);

/// <summary>
/// Turns an uploaded picture into a logo of our own making. Only pixels pass: whatever else the file carried
/// (where the photo was taken, bytes after its end, a script) stays behind.
/// </summary>
public static class LogoFile
{
    /// <summary>Largest file that is accepted, in bytes.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Largest width and height that are decoded, in pixels.</summary>
    public const int MostPixels = 4000;

    /// <summary>Most bytes that a logo adds to the customer's page, which stays below 30 KB as a whole.</summary>
    public const int MostLogoBytes = 12 * 1024;

    public const int FrameWidth = 240;
    public const int FrameHeight = 96;

    public const string TooLarge = "The file is larger than 2 MB. Save the logo smaller and try again.";
    public const string WrongKind = "This is not a PNG or JPEG picture. Export the logo as PNG or JPEG and try again.";
    public const string TooManyPixels = "The picture is larger than 4000 by 4000 pixels. Save it smaller and try again.";
    public const string Unreadable = "The picture cannot be read; the file seems to be damaged. Export the logo again and try once more.";

    // A large picture takes some 100 MB while it is decoded: one at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static readonly double[] Scales = [1, .8, .64, .5];
    private static readonly int[] ColourCounts = [256, 64];

    public static async Task<LogoAnswer> ReadAsync(byte[] file, CancellationToken cancellationToken = default)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Read(file), cancellationToken);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The pixels of a kept logo; null when it cannot be read.</summary>
    internal static Pixels? PixelsOf(byte[] png) => Decode(png);

    public static LogoAnswer Read(byte[] file)
    {
        if (file.Length > MostBytes)
            return new LogoAnswer(null, TooLarge);

        if (ImageHeader.Read(file) is not { } header)
            return new LogoAnswer(null, WrongKind);

        if (header.Width > MostPixels || header.Height > MostPixels)
            return new LogoAnswer(null, TooManyPixels);

        if (!IsWhole(file, header))
            return new LogoAnswer(null, Unreadable);

        return Decode(file) is { } pixels ? new LogoAnswer(Encode(pixels), null) : new LogoAnswer(null, Unreadable);
    }

    // The decoder would fill the missing rest of a cut JPEG with grey.
    private static bool IsWhole(byte[] file, ImageHeader header) => header.Kind == ImageKind.Png
        ? PngBody.IsOfItsSize(file, header)
        : file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > 0;

    private static Pixels? Decode(byte[] file)
    {
        try
        {
            var image = ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha);
            return new Pixels(image.Width, image.Height, image.Data);
        }
#pragma warning disable CA1031 // The decoder reports damage in many ways, index errors among them; all mean the same here.
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    // Fewer colours before fewer pixels; a quarter of the frame in 64 colours is below the limit whatever it shows.
    private static SiteLogo Encode(Pixels pixels)
    {
        var (width, height) = pixels.SizeWithin(FrameWidth, FrameHeight);
        foreach (var scale in Scales)
        {
            var small = pixels.ScaledTo(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
            foreach (var png in Attempts(small))
            {
                if (png.Length <= MostLogoBytes)
                    return new SiteLogo { Png = png, Width = small.Width, Height = small.Height };
            }
        }

        throw new InvalidOperationException("A logo of a quarter of the frame is still too large.");
    }

    private static IEnumerable<byte[]> Attempts(Pixels pixels) =>
        ColourCounts.Select(most => PngWriter.WritePalette(pixels, Palette.Of(pixels, most))).Prepend(PngWriter.WriteTrueColour(pixels));
}
