namespace FasterMoney.Web.Logos;

/// <summary>A picture as red, green, blue and alpha, a byte each, row after row.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Rgba)
{
    /// <summary>The size that fits into a frame with the proportions kept; never larger than it is.</summary>
    public static (int Width, int Height) SizeWithin(int width, int height, int mostWidth, int mostHeight)
    {
        var scale = Math.Min(1.0, Math.Min((double)mostWidth / width, (double)mostHeight / height));
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }

    public Pixels ScaledTo(int width, int height)
    {
        if ((width, height) == (Width, Height))
            return this;

        var scaled = new ScaledDown(Width, Height, width, height);
        for (var y = 0; y < Height; y++)
            scaled.AddRow(y, Rgba.AsSpan(y * Width * 4, Width * 4));
        return scaled.ToPixels();
    }
}
