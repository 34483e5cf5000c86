using System.Globalization;
using System.Text;

namespace FasterMoney.Web.Documents.Pdf;

/// <summary>One part of a document's structure, such as a heading or a cell (ISO 32000-1, 14.8.4). What is drawn inside belongs to it.</summary>
/// <param name="Kind">The standard structure type.</param>
internal sealed record PdfTag(string Kind, PdfTag? Parent)
{
    /// <summary>Said in its place, where it is a picture.</summary>
    public string? Instead { get; init; }

    /// <summary>Further entries, such as what a head of a table is the head of.</summary>
    public string Entries { get; init; } = "";

    public int Number { get; set; }

    /// <summary>Parts and pieces in reading order, as they are written.</summary>
    public List<Func<string>> Kids { get; } = [];
}

/// <summary>The structure of a document for those who hear it or read it anew: what each piece is, in reading order.</summary>
internal sealed class PdfTags
{
    public const string HeadOfColumn = "/A<</O/Table/Scope/Column>>";
    public const string HeadOfRow = "/A<</O/Table/Scope/Row>>";

    private readonly List<PdfTag> _all = [];
    private readonly List<List<PdfTag>> _piecesOfPage = [];
    private readonly List<PdfTag> _links = [];

    public PdfTags() => Current = Open("Document", null);

    /// <summary>What is being drawn.</summary>
    public PdfTag Current { get; private set; }

    /// <summary>A further part of the current one, which is not drawn yet.</summary>
    public PdfTag Add(string kind, string entries = "", string? instead = null) => Open(kind, Current, entries, instead);

    public void Enter(PdfTag tag) => Current = tag;

    public void Leave() => Current = Current.Parent ?? Current;

    /// <summary>A piece of a page's content that belongs to a part; says its number on that page.</summary>
    public int PieceOf(PdfTag tag, int page, int pageObject)
    {
        while (_piecesOfPage.Count <= page)
            _piecesOfPage.Add([]);
        var piece = _piecesOfPage[page].Count;
        _piecesOfPage[page].Add(tag);
        tag.Kids.Add(() => $"<</Type/MCR/Pg {pageObject} 0 R/MCID {piece}>>");
        return piece;
    }

    /// <summary>A link that belongs to the current part; says its number among what has a parent, behind the pages.</summary>
    public int LinkOf(int annotation, int pageObject)
    {
        _links.Add(Current);
        Current.Kids.Add(() => $"<</Type/OBJR/Pg {pageObject} 0 R/Obj {annotation} 0 R>>");
        return _links.Count - 1;
    }

    /// <summary>Writes all parts and says the number of their root. Pages have their own places as structure parents; links come behind them.</summary>
    public int Write(PdfFile file, int pages)
    {
        var root = file.Reserve();
        foreach (var tag in _all)
            tag.Number = file.Reserve();
        foreach (var tag in _all)
        {
            var entries = tag.Instead is null ? tag.Entries : $"{tag.Entries}/Alt{PdfFile.TextOf(tag.Instead)}";
            file.Pack(tag.Number, $"<</Type/StructElem/S/{tag.Kind}/P {tag.Parent?.Number ?? root} 0 R{entries}/K[{string.Concat(tag.Kids.Select(kid => kid()))}]>>");
        }

        var parents = new StringBuilder();
        for (var page = 0; page < pages; page++)
            parents.Append(CultureInfo.InvariantCulture, $"{page}[{string.Join(' ', (page < _piecesOfPage.Count ? _piecesOfPage[page] : []).Select(tag => $"{tag.Number} 0 R"))}]");
        for (var link = 0; link < _links.Count; link++)
            parents.Append(CultureInfo.InvariantCulture, $" {pages + link} {_links[link].Number} 0 R");
        file.Put(root, $"<</Type/StructTreeRoot/K {_all[0].Number} 0 R/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {pages + _links.Count}>>");
        return root;
    }

    private PdfTag Open(string kind, PdfTag? parent, string entries = "", string? instead = null)
    {
        var tag = new PdfTag(kind, parent) { Entries = entries, Instead = instead };
        _all.Add(tag);
        parent?.Kids.Add(() => $"{tag.Number} 0 R ");
        return tag;
    }
}
