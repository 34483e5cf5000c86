using FasterMoney.Web.Documents.Faces;
using FasterMoney.Web.Documents.Pdf;
using FasterMoney.Web.Reads;
using static FasterMoney.Web.Documents.Pdf.PdfFile;

namespace FasterMoney.Web.Documents;

/// <summary>The pages of a document and the place that was reached. Points, measured from the top left.</summary>
internal sealed partial class PdfPages : IDisposable
{
    private const double Side = 51;

    private readonly PdfFile _file = new();
    private readonly PdfTags _tags = new();
    private readonly Dictionary<Face, PdfFont> _fonts = [];
    private readonly List<(PdfPage Page, int Number)> _pages = [];
    private readonly List<(int Number, string Entries, int Place)> _links = [];
    private readonly double _height;
    private readonly double _paperWidth;
    private readonly bool _japanese;
    private PdfPage _page = null!;
    private bool _isDecoration;

    /// <param name="density">Of what is written on them.</param>
    /// <param name="japanese">Whether Chinese characters have their Japanese shapes.</param>
    public PdfPages(PaperSize paper, Density density, bool japanese)
    {
        (_paperWidth, _height) = paper == PaperSize.Letter ? (612.0, 792.0) : (595.28, 841.89);
        (Head, Foot) = (density.Room(42), density.Room(46));
        _japanese = japanese;
        Turn();
    }

    public static double Left => Side;

    private double Head { get; }

    private double Foot { get; }

    public double Right => _paperWidth - Side;

    public double Width => Right - Left;

    public int Count => _pages.Count;

    /// <summary>How far down the current page everything is.</summary>
    public double Down { get; set; }

    /// <summary>Whether the last page has as much room left as it has taken.</summary>
    public bool IsHalfEmpty => Down - Head < WholeHeight / 2;

    /// <summary>What a whole page holds.</summary>
    public double WholeHeight => _height - Head - Foot;

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
        _page = new PdfPage();
        _pages.Add((_page, _file.Reserve()));
        Down = Head;
    }

    /// <summary>Draws one line of text whose line box begins at <paramref name="top"/>; <paramref name="x"/> is its left or right edge.</summary>
    public void Text(string line, Style style, double x, double top, bool toTheRight = false)
    {
        if (line.Length == 0)
            return;
        if (toTheRight)
            x -= style.Face.WidthOf(line, style.Size);
        // For who hears it, lines of one part are parted by a space, as words are.
        if (Belong(decoration: false) && line[0] < '\u2E80' && !_isDecoration)
            (line, x) = ($" {line}", x - style.Face.WidthOf(" ", style.Size));
        var baseline = top + (style.Leading / 2) + (style.Size * 0.36);
        _page.Write(Shaping.Of(line, style.Face.Face, _japanese), FontOf, style.Ink, style.Size, x, _height - baseline, style.Face == Typeface.Bold);
    }

    /// <summary>
    /// Draws columns of lines beside each other, over pages where they are long: on each page one column after the other,
    /// so that copied text reads well.
    /// </summary>
    public void Columns(IReadOnlyList<TextColumn> columns, double leading, double below = 0, Action? turned = null)
    {
        var most = columns.Max(column => column.Lines.Count);
        var cells = columns.Select(column => column.Cell is { } kind ? _tags.Add(kind) : null).ToList();
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
            foreach (var (column, cell) in columns.Zip(cells))
            {
                var lines = column.Lines.Skip(from).Take(count);
                if (cell is null)
                {
                    Block(lines, column.X, Down, column.ToTheRight);
                    continue;
                }

                _tags.Enter(cell);
                var top = Down;
                foreach (var (line, style) in lines)
                {
                    Text(line, style, column.X, top, column.ToTheRight);
                    top += leading;
                }

                _tags.Leave();
            }

            Down += count * leading;
            from += count;
        }
    }

    /// <summary>Lines one below the other, each a part of what its style says: a heading, or a paragraph.</summary>
    public void Block(IEnumerable<(string Line, Style Style)> lines, double x, double top, bool toTheRight = false)
    {
        string? kind = null;
        foreach (var (line, style) in lines)
        {
            if (kind != style.Part)
            {
                if (kind is not null)
                    _tags.Leave();
                _tags.Enter(_tags.Add(kind = style.Part));
            }

            Text(line, style, x, top, toTheRight);
            top += style.Leading;
        }

        if (kind is not null)
            _tags.Leave();
    }

    public void Fill(Ink ink, double x, double top, double width, double height) => Fill(ink, [(x, top, width, height)]);

    /// <summary>Fills rectangles as one shape: a decoration, unless they are drawn as a picture.</summary>
    public void Fill(Ink ink, IEnumerable<(double X, double Top, double Width, double Height)> shape)
    {
        Belong(decoration: _tags.Current.Instead is null);
        _page.Fill(ink, shape.Select(part => (part.X, _height - part.Top - part.Height, part.Width, part.Height)));
    }

    /// <summary>A thin line across, at the place reached.</summary>
    public void Rule(Ink ink, double thickness = 0.6) => Fill(ink, Left, Down, Width, thickness);

    public void Frame(Ink ink, double x, double top, double width, double height)
    {
        const double line = 0.6;
        Fill(ink, [(x, top, width, line), (x, top + height - line, width, line), (x, top, line, height), (x + width - line, top, line, height)]);
    }

    /// <summary>A picture that adds to what is written beside it.</summary>
    public void Picture(byte[] png, double x, double top, double width, double height)
    {
        if (PdfPicture.Write(_file, png) is not { } number)
            return;
        var name = $"P{number}";
        _page.Pictures.Add((name, number));
        Belong(decoration: true);
        _page.Picture(name, x, _height - top - height, width, height);
    }

    public void Link(string address, double x, double top, double width, double height)
    {
        var (number, page) = (_file.Reserve(), _pages[^1].Number);
        _page.Links.Add(number);
        var place = _tags.LinkOf(number, page);
        var sides = string.Join(' ', new[] { x, _height - top - height, x + width, _height - top }.Select(NumberOf));
        _links.Add((number, $"/Type/Annot/Subtype/Link/F 4/Rect[{sides}]/Border[0 0 0]/Contents{TextOf(address)}/A<</S/URI/URI{TextOf(address)}>>", place));
    }

    /// <summary>What is drawn until the end of it is one part of the document, such as a heading.</summary>
    public IDisposable Part(string kind, string entries = "", string? instead = null)
    {
        if (_isDecoration)
            return new Ending(() => { });
        _tags.Enter(_tags.Add(kind, entries, instead));
        return new Ending(_tags.Leave);
    }

    /// <summary>What is drawn until the end of it was said before.</summary>
    public IDisposable Repeated()
    {
        _isDecoration = true;
        return new Ending(() => _isDecoration = false);
    }

    public void Dispose() => _file.Dispose();

    private bool Belong(bool decoration) =>
        _page.Belong(decoration || _isDecoration ? null : _tags.Current, tag => _tags.PieceOf(tag, _pages.Count - 1, _pages[^1].Number));

    private PdfFont FontOf(Face face)
    {
        if (!_fonts.TryGetValue(face, out var font))
            _fonts[face] = font = new PdfFont(face, $"F{_fonts.Count + 1}");
        return font;
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
