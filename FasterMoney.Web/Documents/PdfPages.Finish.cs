using System.Globalization;
using FasterMoney.Web.Documents.Faces;
using static FasterMoney.Web.Documents.Pdf.PdfFile;

namespace FasterMoney.Web.Documents;

/// <summary>What is said of the whole document.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Moment">Of the figures, not of the writing: the same figures give the same bytes.</param>
internal sealed record PdfInformation(string Title, string Author, string Language, DateTimeOffset Moment);

internal sealed partial class PdfPages
{
    /// <summary>Writes the foot of every page and ends the document.</summary>
    public byte[] Finish(PdfInformation information, string name, Func<int, int, string> pageOf)
    {
        DrawFeet(name, pageOf);
        var pages = _file.Reserve();
        var contents = _pages.Select(page => _file.AddStream("", page.Page.Finish())).ToList();
        // What wrote it, in which version, is nobody's business: there is no producer.
        var fonts = string.Concat(_fonts.Values.Select(font => $"/{font.Name} {font.Write(_file)} 0 R"));
        for (var index = 0; index < _pages.Count; index++)
        {
            var (page, number) = _pages[index];
            var pictures = page.Pictures.Count == 0 ? "" : $"/XObject<<{string.Concat(page.Pictures.Select(picture => $"/{picture.Name} {picture.Number} 0 R"))}>>";
            var links = page.Links.Count == 0 ? "" : $"/Annots[{string.Concat(page.Links.Select(link => $"{link} 0 R "))}]";
            _file.Put(
                number,
                $"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {NumberOf(_paperWidth)} {NumberOf(_height)}]/Resources<</Font<<{fonts}>>{pictures}>>"
                + $"/Contents {contents[index]} 0 R/StructParents {index}/Tabs/S{links}>>");
        }

        foreach (var (number, entries, place) in _links)
            _file.Put(number, $"<<{entries}/StructParent {_pages.Count + place}>>");
        _file.Put(pages, $"<</Type/Pages/Kids[{string.Concat(_pages.Select(page => $"{page.Number} 0 R "))}]/Count {_pages.Count}>>");
        var parts = _tags.Write(_file, _pages.Count);
        var catalog = _file.Add(
            $"<</Type/Catalog/Pages {pages} 0 R/Lang{TextOf(information.Language)}/MarkInfo<</Marked true>>/StructTreeRoot {parts} 0 R"
            + "/ViewerPreferences<</DisplayDocTitle true>>>>");
        var made = information.Moment.ToString("yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture).Replace(':', '\'');
        return _file.Finish(catalog, _file.Add($"<</Title{TextOf(information.Title)}/Author{TextOf(information.Author)}/CreationDate(D:{made}')>>"));
    }

    private void DrawFeet(string name, Func<int, int, string> pageOf)
    {
        using var everywhere = Repeated();
        for (var index = 0; index < _pages.Count; index++)
        {
            _page = _pages[index].Page;
            var style = Style.Foot;
            var count = pageOf(index + 1, _pages.Count);
            var top = _height - Foot + 12;
            Fill(Ink.Line, Left, top - 6, Width, 0.6);
            Text(Wrapping.OneLine(name, style.Face, style.Size, Width - style.Face.WidthOf(count, style.Size) - 20), style, Left, top);
            Text(count, style, Right, top, toTheRight: true);
        }
    }
}
