namespace FasterMoney.Web.Logos;

/// <summary>A picture as red, green, blue and alpha, a byte each, row after row.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Rgba)
{
    /// <summary>The size that fits into a frame with the proportions kept; never larger than it is.</summary>
    public (int Width, int Height) SizeWithin(int width, int height)
    {
        var scale = Math.Min(1.0, Math.Min((double)width / Width, (double)height / Height));
        return (Math.Max(1, (int)Math.Round(Width * scale)), Math.Max(1, (int)Math.Round(Height * scale)));
    }

    /// <summary>Scaled down: each new pixel is the mean of the area it covers, weighted by alpha so that hidden colours do not shine through.</summary>
    public Pixels ScaledTo(int width, int height)
    {
        if ((width, height) == (Width, Height))
            return this;

        var scaled = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                WriteMean(scaled, ((y * width) + x) * 4, (double)x * Width / width, (double)(x + 1) * Width / width, (double)y * Height / height, (double)(y + 1) * Height / height);
        }

        return new Pixels(width, height, scaled);
    }

    private void WriteMean(byte[] target, int at, double left, double right, double top, double bottom)
    {
        double red = 0, green = 0, blue = 0, alpha = 0, area = 0;
        for (var y = (int)top; y < Math.Min(Height, Math.Ceiling(bottom)); y++)
        {
            var rows = Math.Min(y + 1, bottom) - Math.Max(y, top);
            for (var x = (int)left; x < Math.Min(Width, Math.Ceiling(right)); x++)
            {
                var part = rows * (Math.Min(x + 1, right) - Math.Max(x, left));
                var from = ((y * Width) + x) * 4;
                var seen = part * Rgba[from + 3];
                red += seen * Rgba[from];
                green += seen * Rgba[from + 1];
                blue += seen * Rgba[from + 2];
                alpha += seen;
                area += part;
            }
        }

        if (alpha > 0)
        {
            target[at] = Byte(red / alpha);
            target[at + 1] = Byte(green / alpha);
            target[at + 2] = Byte(blue / alpha);
            target[at + 3] = Byte(alpha / area);
        }
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
