using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Documents;

internal sealed partial class InvoiceLayout
{
    private static readonly Style Sum = new(Typeface.Bold, 11, Ink.Black, 19);

    private void DrawLines()
    {
        var columns = new List<Column> { new(Text.Description, false), new(Text.Quantity, true), new(Text.UnitPrice, true) };
        if (_words.HasDiscounts)
            columns.Add(new(Text.Discount, true));
        if (_words.HasTaxes)
            columns.Add(new(_words.Tax, true));
        columns.Add(new(Text.Amount, true));
        var table = new DocumentTable(pages, [.. columns], stretching: 0, [.. invoice.Lines.Select(CellsOf)]);
        var totals = TotalsBeside(table.LastWidth);

        DrawHeading(Text.Items, table.LeadHeight, above: 4);
        table.Draw(follows: TotalsHeight(totals));
        DrawTotals(totals);
        if (Head.PricesIncludeTax && _words.HasTaxes)
            Flow(Text.PricesIncludeTax, Style.Small);
        pages.Down += Apart;
    }

    private Cell[] CellsOf(PortalLine line)
    {
        var cells = new List<Cell> { new(line.Description), new(language.Number(line.Quantity)), new(language.Money(line.UnitPrice)) };
        if (_words.HasDiscounts)
            cells.Add(new(_words.DiscountOf(line)));
        if (_words.HasTaxes)
            cells.Add(new(language.Percent(line.TaxPercent)));
        cells.Add(new(language.Money(line.Amount)));
        return [.. cells];
    }

    private List<Total> TotalsBeside(double amounts)
    {
        var totals = new List<(string Label, string Amount, Style Style)>();
        if (_words.HasTaxes)
        {
            totals.Add((Text.Net, language.Money(invoice.Net), Style.Body));
            totals.AddRange(invoice.Taxes.Select(tax =>
                (_words.TaxOn(tax), language.Money(tax.Tax), Style.Body)));
        }

        totals.Add((Text.Total, language.Money(Statement.Amount), Sum));
        var widest = Math.Max(amounts, totals.Max(total => WidthOf(PlainText.Of(total.Amount), total.Style)));
        var label = pages.Width - widest - 20;
        return [.. totals.Select(total => new Total(Wrap(total.Label, total.Style, label), PlainText.Of(total.Amount), total.Style, pages.Right - widest - 20))];
    }

    private static double TotalsHeight(List<Total> totals) => 6 + totals.Sum(total => total.Height);

    private void DrawTotals(List<Total> totals)
    {
        pages.Keep(TotalsHeight(totals));
        pages.Down += 6;
        foreach (var total in totals)
        {
            var top = pages.Down;
            foreach (var line in total.Label)
            {
                pages.Text(line, total.Style, total.LabelRight, top, toTheRight: true);
                top += total.Style.Leading;
            }

            pages.Text(total.Amount, total.Style, pages.Right, pages.Down, toTheRight: true);
            pages.Down = top;
        }
    }

    private void DrawEntries()
    {
        var rows = new List<Cell[]> { new Cell[] { new(language.Date(Head.IssueDate)), new(Text.InvoiceTotal), new(""), new(language.Money(Statement.Amount)) } };
        rows.AddRange(Statement.PublicEntries.Select(entry => new Cell[]
        {
            new(language.Date(entry.Date)), new(Text.Of(entry.Kind), entry.Note), new(language.Change(entry.Effect)), new(language.Balance(entry.Balance)),
        }));
        var table = new DocumentTable(
            pages, [new(Text.Date, false), new(Text.Entry, false), new(Text.Amount, true), new(Text.Balance, true)], stretching: 1, rows);
        // A history explains the balance best in one piece.
        DrawHeading(Text.HowThisBalanceCameAbout, table.Height < pages.WholeHeight / 2 ? table.Height : table.LeadHeight, above: 4);
        table.Draw();
        pages.Down += Apart;
    }

    private sealed record Total(List<string> Label, string Amount, Style Style, double LabelRight)
    {
        public double Height => Label.Count * Style.Leading;
    }
}
