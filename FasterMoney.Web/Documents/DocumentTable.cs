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
    private const double Padding = 4;
    private const double Hairline = 0.6;

    private static readonly double[] Sizes = [9.5, 9, 8.5, 8, 7.5, 7];

    private readonly PdfPages _pdfPages;
    private readonly Column[] _columns;
    private readonly IReadOnlyList<Cell[]> _rows;
    private readonly double[] _widths = [];
    private readonly List<string>[] _heads;
    private readonly Style _style = Style.Body;
    private readonly Style _note;
    private readonly Style _head = Style.Heading;

    public DocumentTable(PdfPages pages, Column[] columns, int stretching, IReadOnlyList<Cell[]> rows)
    {
        (_pdfPages, _columns, _rows) = (pages, columns, rows);
        foreach (var size in Sizes)
        {
            (_style, _head) = StylesOf(size);
            _widths = WidthsAt(stretching);
            if (_widths[stretching] >= pages.Width * 0.3)
                break;
        }

        _note = Style.Small with { Size = Math.Min(Style.Small.Size, _style.Size), Leading = _style.Leading };
        _heads = [.. columns.Select((column, index) => Wrapping.Lines(column.Head, _head.Face, _head.Size, _widths[index]))];
    }

    public double LastWidth => _widths[^1];

    /// <summary>The head with the first row, which belong on one page.</summary>
    public double LeadHeight => HeadHeight + (_rows.Count > 0 ? KeptHeight(LinesOf(_rows[0])) : 0);

    public double Height => HeadHeight + _rows.Sum(row => (LinesOf(row).Max(cell => cell.Count) * _style.Leading) + (2 * Padding));

    private double HeadHeight => (_heads.Max(head => head.Count) * _head.Leading) + Padding;

    /// <summary>Draws all rows; the last one stays on one page with what follows it.</summary>
    public void Draw(double follows = 0)
    {
        DrawHead();
        for (var index = 0; index < _rows.Count; index++)
        {
            var lines = LinesOf(_rows[index]);
            if (_pdfPages.Keep(KeptHeight(lines) + (index == _rows.Count - 1 ? follows : 0)))
                DrawHead();
            DrawRow(lines);
        }
    }

    private void DrawHead()
    {
        var most = _heads.Max(head => head.Count);
        for (var index = 0; index < _columns.Length; index++)
        {
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
        _pdfPages.Down += Padding;
        _pdfPages.Columns(
            [.. lines.Select((cell, index) => new TextColumn(EdgeOf(index), _columns[index].ToTheRight, cell))],
            _style.Leading,
            below: Padding,
            turned: () =>
            {
                DrawHead();
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

    private static (Style Body, Style Head) StylesOf(double size) =>
        (Style.Body with { Size = size, Leading = size * 1.45 }, Style.Heading with { Size = size * 0.9, Leading = size * 1.3 });

    private double[] WidthsAt(int stretching)
    {
        var widths = new double[_columns.Length];
        for (var index = 0; index < widths.Length; index++)
        {
            if (index == stretching)
                continue;
            // A head is broken between its words only where room is short.
            var head = PlainText.Of(_columns[index].Head);
            widths[index] = _style.Size == Sizes[0] ? _head.Face.WidthOf(head, _head.Size) : Wrapping.WidestWord(head, _head.Face, _head.Size);
            foreach (var row in _rows)
                widths[index] = Math.Max(widths[index], Wrapping.WidestLine(row[index].Text, _style.Face, _style.Size));
            widths[index] += 0.01;
        }

        var forAll = _pdfPages.Width - (Gap * (widths.Length - 1));
        var others = widths.Sum();
        var most = forAll * 0.75;
        if (others > most && _style.Size <= Sizes[^1])
        {
            for (var index = 0; index < widths.Length; index++)
                widths[index] *= most / others;
            others = most;
        }

        widths[stretching] = forAll - others;
        return widths;
    }
}
