namespace FasterMoney.Web.Documents.Faces;

/// <summary>One weight of the documents' hand: Noto Sans, and for what it lacks the face of the script, which has one weight and is drawn bolder.</summary>
internal sealed class Typeface
{
    /// <summary>Stands for every character that no face has.</summary>
    public const char Substitute = '\uFFFD';

    public static readonly Typeface Regular = new(Face.Regular);

    public static readonly Typeface Bold = new(Face.Bold);

    // Per em; below zero where Noto Sans has no such character.
    private readonly float[] _advances = new float[char.MaxValue + 1];

    private Typeface(Face face)
    {
        Face = face;
        for (var code = 0; code <= char.MaxValue; code++)
            _advances[code] = face.File.GlyphOf(code) is > 0 and var glyph ? (float)face.File.WidthOf(glyph) : -1;
    }

    public Face Face { get; }

    /// <summary>The width in points at a size in points.</summary>
    public double WidthOf(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var character in text)
        {
            if (_advances[character] < 0)
                return Shaping.WidthOf(text.ToString(), Face) * size;
            width += _advances[character];
        }

        return width * size;
    }
}
