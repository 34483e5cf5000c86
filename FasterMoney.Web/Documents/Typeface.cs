using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace FasterMoney.Web.Documents;

/// <summary>One weight of the documents' typeface, carried in the assembly. Read and measured once.</summary>
internal sealed class Typeface
{
    /// <summary>Stands for every character that the typeface lacks.</summary>
    public const char Substitute = '\uFFFD';

    public static readonly Typeface Regular = new("NotoSans-Regular.ttf");

    public static readonly Typeface Bold = new("NotoSans-Bold.ttf");

    // Per em; below zero where there is no such character.
    private readonly float[] _advances = new float[char.MaxValue + 1];

    private Typeface(string resource)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is missing from the assembly.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        File = file;
        var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(new MemoryInputBytes(file)));
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var glyph = font.WindowsUnicodeCMap.CharacterCodeToGlyphIndex(code);
            _advances[code] = glyph > 0 && font.TryGetAdvanceWidth((char)code, out var width) ? (float)(width / font.GetUnitsPerEm()) : -1;
        }
    }

    public ReadOnlyMemory<byte> File { get; }

    public bool Has(char character) => _advances[character] >= 0;

    public double WidthOf(char character) => _advances[character];

    /// <summary>The width in points at a size in points.</summary>
    public double WidthOf(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var character in text)
            width += _advances[character];
        return width * size;
    }
}
