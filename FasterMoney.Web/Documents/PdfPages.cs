using FasterMoney.Web.Reads;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Writer;

namespace FasterMoney.Web.Documents;

/// <summary>The pages of a document and the place that was reached. Points, measured from the top left.</summary>
internal sealed class PdfPages : IDisposable
{
    private const double Side = 51;
    private const double Head = 42;
    private const double Foot = 52;

    private readonly PdfDocumentBuilder _document;
    private readonly EmbeddedFace _regular;
    private readonly EmbeddedFace _bold;
    private readonly double _height;
    private readonly double _paperWidth;
    private PdfPageBuilder _page = null!;
    private Ink? _ink;

    public PdfPages(PaperSize paper, string language)
    {
        (_paperWidth, _height) = paper == PaperSize.Letter ? (612.0, 792.0) : (595.28, 841.89);
        _document = new PdfDocumentBuilder(new MemoryStream(), disposeStream: true, tokenWriter: new DocumentWriter(language));
        _regular = new EmbeddedFace(_document, Typeface.Regular);
        _bold = new EmbeddedFace(_document, Typeface.Bold);
        Turn();
    }

    public static double Left => Side;

    public double Right => _paperWidth - Side;

    public double Width => Right - Left;

    /// <summary>How far down the current page everything is.</summary>
    public double Down { get; set; }

    /// <summary>What a whole page holds.</summary>
    public double WholeHeight => _height - Head - Foot;

    public PdfDocumentBuilder.DocumentInformationBuilder Information => _document.DocumentInformation;

    public bool Fits(double height) => Down + height <= _height - Foot + 0.01;

    /// <summary>Turns the page unless the height still fits on it, or would fit on none.</summary>
    public bool Keep(double height)
    {
        if (Fits(height) || Down <= Head || height > WholeHeight)
            return false;
        Turn();
        return true;
    }

    public void Turn()
    {
        _page = _document.AddPage(_paperWidth, _height);
        _ink = null;
        Down = Head;
    }

    /// <summary>Draws one line of text whose line box begins at <paramref name="top"/>; <paramref name="x"/> is its left or right edge.</summary>
    public void Text(string line, Style style, double x, double top, bool toTheRight = false)
    {
        if (line.Length == 0)
            return;
        if (toTheRight)
            x -= style.Face.WidthOf(line, style.Size);
        Use(style.Ink);
        var baseline = top + (style.Leading / 2) + (style.Size * 0.36);
        (style.Face == Typeface.Bold ? _bold : _regular).Draw(_page, line, style.Size, Round(x), Round(_height - baseline));
    }

    public void Fill(Ink ink, double x, double top, double width, double height) => Fill(ink, [(x, top, width, height)]);

    /// <summary>
    /// Draws columns of lines beside each other, over pages where they are long: on each page one column after the other,
    /// so that copied text reads well.
    /// </summary>
    public void Columns(IReadOnlyList<TextColumn> columns, double leading, double below = 0, Action? turned = null)
    {
        var most = columns.Max(column => column.Lines.Count);
        for (var from = 0; from < most;)
        {
            var room = (int)((_height - Foot - Down - below + 0.01) / leading);
            if (room < 1 && Down > Head + (4 * leading))
            {
                Turn();
                turned?.Invoke();
                continue;
            }

            var count = Math.Min(most - from, Math.Max(1, room));
            foreach (var column in columns)
            {
                for (var at = from; at < Math.Min(from + count, column.Lines.Count); at++)
                    Text(column.Lines[at].Line, column.Lines[at].Style, column.X, Down + ((at - from) * leading), column.ToTheRight);
            }

            Down += count * leading;
            from += count;
        }
    }

    /// <summary>Fills rectangles as one shape.</summary>
    public void Fill(Ink ink, IEnumerable<(double X, double Top, double Width, double Height)> shape)
    {
        Use(ink);
        var operations = _page.CurrentStream.Operations;
        foreach (var (x, top, width, height) in shape)
            operations.Add(new AppendRectangle(Round(x), Round(_height - top - height), Round(width), Round(height)));
        operations.Add(FillPathNonZeroWinding.Value);
    }

    /// <summary>A thin line across, at the place reached.</summary>
    public void Rule(Ink ink, double thickness = 0.6) => Fill(ink, Left, Down, Width, thickness);

    public void Frame(Ink ink, double x, double top, double width, double height)
    {
        const double line = 0.6;
        Fill(ink, [(x, top, width, line), (x, top + height - line, width, line), (x, top, line, height), (x + width - line, top, line, height)]);
    }

    public void Picture(byte[] png, double x, double top, double width, double height) =>
        _page.AddPng(png, new PdfRectangle(x, _height - top - height, x + width, _height - top));

    public void Link(string address, double x, double top, double width, double height) =>
        _page.AddLink(new LinkAnnotation(new UriAction(address), new PdfRectangle(x, _height - top - height, x + width, _height - top), new AnnotationBorder(0, 0, 0, null)));

    /// <summary>Writes the foot of every page and ends the document.</summary>
    public byte[] Finish(string name, Func<int, int, string> pageOf)
    {
        var style = Style.Small;
        foreach (var (number, page) in _document.Pages)
        {
            (_page, _ink) = (page, null);
            var count = pageOf(number, _document.Pages.Count);
            var top = _height - Foot + 16;
            Fill(Ink.Line, Left, top - 6, Width, 0.6);
            Text(Wrapping.OneLine(name, style.Face, style.Size, Width - style.Face.WidthOf(count, style.Size) - 20), style, Left, top);
            Text(count, style, Right, top, toTheRight: true);
        }

        return _document.Build();
    }

    public void Dispose() => _document.Dispose();

    private void Use(Ink ink)
    {
        if (_ink == ink)
            return;
        _page.SetTextAndFillColor(ink.Red, ink.Green, ink.Blue);
        _ink = ink;
    }

    private static double Round(double points) => Math.Round(points, 2);
}
