namespace FasterMoney.Web.Logos;

/// <summary>How a PNG writes its pixels, and what they are as red, green, blue and alpha.</summary>
internal sealed class PngPixels
{
    private const int Grey = 0, Colour = 2, Indexed = 3, GreyAlpha = 4, ColourAlpha = 6;

    private readonly int _bits;
    private readonly int _type;
    private readonly byte[] _palette;
    private readonly byte[] _transparent;
    private readonly int _channels;

    public PngPixels(int bits, int colourType, byte[] palette, byte[] transparent)
    {
        var isKnown = colourType switch
        {
            Grey => bits is 1 or 2 or 4 or 8 or 16,
            Indexed => bits is 1 or 2 or 4 or 8 && palette.Length >= 3,
            Colour or GreyAlpha or ColourAlpha => bits is 8 or 16,
            _ => false,
        };
        if (!isKnown)
            throw new InvalidDataException("No such kind of pixels.");

        (_bits, _type, _palette, _transparent) = (bits, colourType, palette, transparent);
        _channels = colourType switch { GreyAlpha => 2, Colour => 3, ColourAlpha => 4, _ => 1 };
    }

    /// <summary>How many bytes lie between one pixel's and the next one's, at least one.</summary>
    public int Step => Math.Max(1, _channels * _bits / 8);

    public int RowLength(int pixels) => ((pixels * _channels * _bits) + 7) / 8;

    public void Expand(ReadOnlySpan<byte> row, Span<byte> rgba)
    {
        if (_type == ColourAlpha)
        {
            for (var at = 0; at < rgba.Length; at++)
                rgba[at] = row[at * _bits / 8];
            return;
        }

        for (int at = 0, sample = 0; at < rgba.Length; at += 4, sample += _channels)
        {
            var pixel = rgba.Slice(at, 4);
            if (_type == Indexed)
                FromPalette(Sample(row, sample), pixel);
            else if (_type is Grey or GreyAlpha)
                (pixel[0], pixel[1], pixel[2]) = (Shade(row, sample), Shade(row, sample), Shade(row, sample));
            else
                (pixel[0], pixel[1], pixel[2]) = (Shade(row, sample), Shade(row, sample + 1), Shade(row, sample + 2));

            if (_type == GreyAlpha)
                pixel[3] = Shade(row, sample + 1);
            else if (_type != Indexed)
                pixel[3] = IsTransparent(row, sample) ? (byte)0 : (byte)255;
        }
    }

    private void FromPalette(int index, Span<byte> pixel)
    {
        if ((index * 3) + 3 > _palette.Length)
            throw new InvalidDataException("No such colour.");

        _palette.AsSpan(index * 3, 3).CopyTo(pixel);
        pixel[3] = index < _transparent.Length ? _transparent[index] : (byte)255;
    }

    // One colour may be named that nobody is to see, in as many bits as the pixels have.
    private bool IsTransparent(ReadOnlySpan<byte> row, int sample)
    {
        if (_transparent.Length < _channels * 2)
            return false;

        for (var channel = 0; channel < _channels; channel++)
        {
            if (Sample(row, sample + channel) != ((_transparent[channel * 2] << 8) | _transparent[(channel * 2) + 1]))
                return false;
        }

        return true;
    }

    private byte Shade(ReadOnlySpan<byte> row, int sample) => _bits switch
    {
        8 => row[sample],
        16 => row[sample * 2],
        _ => (byte)(Sample(row, sample) * 255 / ((1 << _bits) - 1)),
    };

    private int Sample(ReadOnlySpan<byte> row, int sample) => _bits switch
    {
        8 => row[sample],
        16 => (row[sample * 2] << 8) | row[(sample * 2) + 1],
        _ => (row[sample * _bits / 8] >> (8 - _bits - (sample * _bits % 8))) & ((1 << _bits) - 1),
    };
}
