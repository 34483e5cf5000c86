using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace FasterMoney.Web.Documents;

/// <summary>
/// A typeface in one document. An embedded font numbers its characters in one byte, and readers may refuse more than a
/// hundred in its table of meanings (Adobe Technical Note 5014), so that each further hundred gets a font of its own.
/// </summary>
internal sealed class EmbeddedFace(PdfDocumentBuilder document, Typeface face)
{
    private const int MostInOne = 100;

    private readonly List<PdfDocumentBuilder.AddedFont> _fonts = [];
    private readonly Dictionary<char, int> _fontOf = [];

    /// <summary>Draws a line of text from a point on its baseline, in the page's current colour.</summary>
    public void Draw(PdfPageBuilder page, string text, double size, double x, double y)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            var font = FontOf(text[start]);
            for (end = start + 1; end < text.Length && FontOf(text[end]) == font; end++)
            {
            }

            var run = text[start..end];
            page.AddText(run, size, new PdfPoint(x, y), _fonts[font]);
            x += face.WidthOf(run, size);
        }
    }

    private int FontOf(char character)
    {
        if (_fontOf.TryGetValue(character, out var font))
            return font;
        font = _fontOf.Count / MostInOne;
        if (font == _fonts.Count)
            _fonts.Add(document.AddTrueTypeFont(face.File));
        return _fontOf[character] = font;
    }
}
