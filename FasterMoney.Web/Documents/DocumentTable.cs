using FasterMoney.Web.Documents.Faces;
using FasterMoney.Web.Documents.Pdf;

namespace FasterMoney.Web.Documents;

internal sealed record Column(string Head, bool ToTheRight);

/// <summary>What stands in a row and a column; the note in a smaller hand below.</summary>
internal readonly record struct Cell(string Text, string Note = "");

/// <summary>
/// A table that runs over pages with its head on each. One column takes what the others leave; where they leave too
/// little, the table is written smaller.
/// </summary>
internal sealed class DocumentTable
{
    private const double Gap = 14;
    private const double Hairline = 0.6;

    // Of the body's size.
    private static readonly double[] Sizes = [1, 0.95, 0.9, 0.84, 0.79, 0.74];

    private readonly PdfPages _pdfPages;
    private readonly Density _density;
    private readonly Column[] _columns;
    private readonly IReadOnlyList<Cell[]> _rows;
    private readonly double[] _widths = [];
    private readonly List<string>[] _heads;
    private readonly Style _style;
    private readonly Style _note;
    private readonly Style _head;

    public DocumentTable(PdfPages pages, Density density, Column[] columns, int stretching, IReadOnlyList<Cell[]> rows)
    {
        (_pdfPages, _density, _columns, _rows) = (pages, density, columns, rows);
        (_style, _head) = StylesOf(Sizes[0]);
        foreach (var size in Sizes)
        {
            (_style, _head) = StylesOf(size);
            _widths = WidthsAt(stretching);
            if (_widths[stretching] >= pages.Width * 0.3)
                break;
        }

        _note = density.Small with { Size = Math.Min(density.Small.Size, _style.Size), Leading = _style.Leading };
        _heads = [.. columns.Select((column, index) => Wrapping.Lines(column.Head, _head.Face, _head.Size, _widths[index]))];
    }

    public double LastWidth => _widths[^1];

    /// <summary>The head with the first row, which belong on one page.</summary>
    public double LeadHeight => HeadHeight + (_rows.Count > 0 ? KeptHeight(LinesOf(_rows[0])) : 0);

    public double Height => HeadHeight + _rows.Sum(row => (LinesOf(row).Max(cell => cell.Count) * _style.Leading) + (2 * Padding));

    private double Padding => _density.Room(4);

    private double HeadHeight => (_heads.Max(head => head.Count) * _head.Leading) + Padding;

    /// <summary>Draws all rows; the last one stays on one page with what follows it.</summary>
    public void Draw(double follows = 0)
    {
        using var table = _pdfPages.Part("Table");
        DrawHead();
        for (var index = 0; index < _rows.Count; index++)
        {
            var lines = LinesOf(_rows[index]);
            if (_pdfPages.Keep(KeptHeight(lines) + (index == _rows.Count - 1 ? follows : 0)))
                DrawHeadAgain();
            DrawRow(lines);
        }
    }

    private void DrawHeadAgain()
    {
        using var again = _pdfPages.Repeated();
        DrawHead();
    }

    private void DrawHead()
    {
        using var row = _pdfPages.Part("TR");
        var most = _heads.Max(head => head.Count);
        for (var index = 0; index < _columns.Length; index++)
        {
            using var cell = _pdfPages.Part("TH", PdfTags.HeadOfColumn);
            var top = _pdfPages.Down + ((most - _heads[index].Count) * _head.Leading);
            foreach (var line in _heads[index])
            {
                _pdfPages.Text(line, _head, EdgeOf(index), top, _columns[index].ToTheRight);
                top += _head.Leading;
            }
        }

        _pdfPages.Down += HeadHeight - Hairline;
        _pdfPages.Rule(Ink.Quiet, Hairline);
        _pdfPages.Down += Hairline;
    }

    private void DrawRow(List<(string Line, Style Style)>[] lines)
    {
        using var row = _pdfPages.Part("TR");
        _pdfPages.Down += Padding;
        _pdfPages.Columns(
            [.. lines.Select((cell, index) => new TextColumn(EdgeOf(index), _columns[index].ToTheRight, cell, "TD"))],
            _style.Leading,
            below: Padding,
            turned: () =>
            {
                DrawHeadAgain();
                _pdfPages.Down += Padding;
            });
        _pdfPages.Down += Padding - Hairline;
        _pdfPages.Rule(Ink.Line, Hairline);
        _pdfPages.Down += Hairline;
    }

    // The side that the column's lines stand at.
    private double EdgeOf(int column)
    {
        var left = PdfPages.Left + _widths.Take(column).Sum(width => width + Gap);
        return _columns[column].ToTheRight ? left + _widths[column] : left;
    }

    private List<(string Line, Style Style)>[] LinesOf(Cell[] row) =>
    [
        .. row.Select((cell, index) => Wrapping.Lines(cell.Text, _style.Face, _style.Size, _widths[index]).Select(line => (line, _style))
            .Concat(Wrapping.Lines(cell.Note, _note.Face, _note.Size, _widths[index]).Select(line => (line, _note))).ToList()),
    ];

    // A row of many lines may be broken over pages, after some of them.
    private double KeptHeight(List<(string, Style)>[] lines) => (Math.Min(10, lines.Max(cell => cell.Count)) * _style.Leading) + (2 * Padding);

    private (Style Body, Style Head) StylesOf(double part)
    {
        var (body, size) = (_density.Body, _density.Body.Size * part);
        return (body with { Size = size, Leading = body.Leading * part }, _density.Heading with { Size = size * 0.9, Leading = body.Leading * part * 0.9 });
    }

    private double[] WidthsAt(int stretching)
    {
        var widths = new double[_columns.Length];
        for (var index = 0; index < widths.Length; index++)
        {
            if (index == stretching)
                continue;
            // A head is broken between its words only where room is short.
            var head = PlainText.Of(_columns[index].Head);
            widths[index] = _style.Size >= _density.Body.Size ? _head.Face.WidthOf(head, _head.Size) : Wrapping.WidestWord(head, _head.Face, _head.Size);
            foreach (var row in _rows)
                widths[index] = Math.Max(widths[index], Wrapping.WidestLine(row[index].Text, _style.Face, _style.Size));
            widths[index] += 0.01;
        }

        var forAll = _pdfPages.Width - (Gap * (widths.Length - 1));
        var others = widths.Sum();
        var most = forAll * 0.75;
        if (others > most && _style.Size <= _density.Body.Size * Sizes[^1])
        {
            for (var index = 0; index < widths.Length; index++)
                widths[index] *= most / others;
            others = most;
        }

        widths[stretching] = forAll - others;
        return widths;
    }
}
