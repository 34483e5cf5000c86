using FasterMoney.Web.Documents.Faces;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Documents;

internal sealed partial class InvoiceLayout
{
    private Style Sum => density.Strong with { Size = density.Strong.Size * 1.16, Leading = density.Room(19) };

    private void DrawLines(double follows)
    {
        var columns = new List<Column> { new(Text.Description, false), new(Text.Quantity, true), new(Text.UnitPrice, true) };
        if (_words.HasDiscounts)
            columns.Add(new(Text.Discount, true));
        if (_words.HasTaxes)
            columns.Add(new(_words.Tax, true));
        columns.Add(new(Text.Amount, true));
        var table = new DocumentTable(pages, density, [.. columns], stretching: 0, [.. invoice.Lines.Select(CellsOf)]);
        var totals = TotalsBeside(table.LastWidth);

        var remark = Head.PricesIncludeTax && _words.HasTaxes ? Text.PricesIncludeTax : "";
        DrawHeading(Text.Items, table.LeadHeight, above: density.Room(4));
        table.Draw(TotalsHeight(totals) + HeightOf(Styled(remark, density.Small, pages.Width)) + density.Apart + follows);
        DrawTotals(totals);
        Flow(remark, density.Small);
        pages.Down += density.Apart;
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
            totals.Add((Text.Net, language.Money(invoice.Net), density.Body));
            totals.AddRange(invoice.Taxes.Select(tax =>
                (_words.TaxOn(tax), language.Money(tax.Tax), density.Body)));
        }

        totals.Add((Text.Total, language.Money(Statement.Amount), Sum));
        var widest = Math.Max(amounts, totals.Max(total => WidthOf(PlainText.Of(total.Amount), total.Style)));
        var label = pages.Width - widest - 20;
        return [.. totals.Select(total => new Total(Wrap(total.Label, total.Style, label), PlainText.Of(total.Amount), total.Style, pages.Right - widest - 20))];
    }

    private double TotalsHeight(List<Total> totals) => density.Room(6) + totals.Sum(total => total.Height);

    private void DrawTotals(List<Total> totals)
    {
        pages.Keep(TotalsHeight(totals));
        pages.Down += density.Room(6);
        foreach (var total in totals)
        {
            using var sum = pages.Part("P");
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

    private void DrawEntries(double follows)
    {
        var rows = new List<Cell[]> { new Cell[] { new(language.Date(Head.IssueDate)), new(Text.InvoiceTotal), new(""), new(language.Money(Statement.Amount)) } };
        rows.AddRange(Statement.PublicEntries.Select(entry => new Cell[]
        {
            new(language.Date(entry.Date)), new(Text.Of(entry.Kind), entry.Note), new(language.Change(entry.Effect)), new(language.Balance(entry.Balance)),
        }));
        var table = new DocumentTable(
            pages, density, [new(Text.Date, false), new(Text.Entry, false), new(Text.Amount, true), new(Text.Balance, true)], stretching: 1, rows);
        // A history explains the balance best in one piece.
        DrawHeading(Text.HowThisBalanceCameAbout, table.Height < pages.WholeHeight / 2 ? table.Height : table.LeadHeight, above: density.Room(4));
        table.Draw(density.Apart + follows);
        pages.Down += density.Apart;
    }

    private sealed record Total(List<string> Label, string Amount, Style Style, double LabelRight)
    {
        public double Height => Label.Count * Style.Leading;
    }
}
