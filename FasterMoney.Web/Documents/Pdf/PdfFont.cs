using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FasterMoney.Web.Documents.Faces;

namespace FasterMoney.Web.Documents.Pdf;

/// <summary>
/// A face in one document: a composite font whose codes are the face's glyphs (ISO 32000-1, 9.7), so that shaped text can be placed, with
/// only the glyphs that are drawn and with what each of them stands for.
/// </summary>
internal sealed class PdfFont(Face face, string name)
{
    private readonly SortedDictionary<int, string> _texts = [];

    public string Name { get; } = name;

    /// <summary>Takes a glyph in; says whether, wherever it stands, it stands for this text.</summary>
    public bool Note(Glyph glyph)
    {
        if (!_texts.TryGetValue(glyph.Id, out var known) || known.Length == 0)
            known = _texts[glyph.Id] = glyph.Own ?? glyph.Text;
        return known == glyph.Text;
    }

    /// <summary>Writes it and says its number.</summary>
    public int Write(PdfFile file)
    {
        var subset = face.File.With(_texts.Keys);
        var name = $"{TagOf(_texts.Keys)}+{face.Name}";
        var content = file.AddStream($"/Length1 {subset.Length}", subset);
        var box = string.Join(' ', face.File.Box.Select(PerThousand));
        var descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {PerThousand(face.File.Ascent)}"
            + $"/Descent {PerThousand(face.File.Descent)}/CapHeight 714/StemV 80/FontFile2 {content} 0 R>>");
        var widths = string.Concat(_texts.Keys.Select(glyph => $"{glyph}[{PdfFile.NumberOf(face.File.WidthOf(glyph) * 1000)}]"));
        var glyphs = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/DW 1000/W[{widths}]/CIDToGIDMap/Identity>>");
        var meanings = file.AddStream("", Encoding.ASCII.GetBytes(Meanings()));
        return file.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{glyphs} 0 R]/ToUnicode {meanings} 0 R>>");
    }

    // Six letters say which part of the face it is.
    private static string TagOf(IEnumerable<int> glyphs)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', glyphs)));
        return string.Concat(hash.Take(6).Select(part => (char)('A' + (part % 26))));
    }

    // Adobe Technical Note 5014: at most a hundred in a row.
    private string Meanings()
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var row in _texts.Where(known => known.Value.Length > 0).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{row.Length} beginbfchar\n");
            foreach (var (glyph, text) in row)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }

    private string PerThousand(int units) => PdfFile.NumberOf(Math.Round(units * 1000.0 / face.File.UnitsPerEm));
}
