using FasterMoney.Domain.Amounts;

namespace FasterMoney.Domain.Invoices;

/// <summary>What a credit note comes to. Its tax follows the invoice's rates (EN 16931).</summary>
public static class CreditNoteTotals
{
    /// <summary>The totals of a credit note for an invoice with these totals and lines; a sum is spread over the invoice's rates by their share, and all of it takes back just what was billed.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static InvoiceTotals Of(Invoice invoice, CreditNoteContent content) => content.SumMinor switch
    {
        null => InvoiceTotals.Of(content.Lines.Select(line => (line.TaxPercent, line.AmountMinor)), invoice.PricesIncludeTax),
        { } all when all == invoice.TotalMinor => invoice.Totals,
        { } sum => Spread(sum, Shares(invoice)),
    };

    private static List<(decimal Percent, long GrossMinor)> Shares(Invoice invoice) =>
    [
        .. invoice.Lines
            .GroupBy(line => line.TaxPercent)
            .Select(rate => (rate.Key, InvoiceTotals.Of(rate.Select(line => (line.TaxPercent, line.AmountMinor)), invoice.PricesIncludeTax).TotalMinor))
            .Where(share => share.TotalMinor > 0)
            .OrderByDescending(share => share.Key),
    ];

    private static InvoiceTotals Spread(long sumMinor, List<(decimal Percent, long GrossMinor)> shares)
    {
        var whole = shares.Sum(share => share.GrossMinor);
        var taxes = new List<TaxLine>();
        long spread = 0, before = 0;
        foreach (var (percent, gross) in shares)
        {
            // Each part ends where its share of the whole ends, so that the parts always add up to the sum.
            before = checked(before + gross);
            var end = decimal.ToInt64(Math.Round((decimal)sumMinor * before / whole, MidpointRounding.AwayFromZero));
            var part = end - spread;
            spread = end;
            if (percent > 0)
            {
                var tax = new TaxRate(percent).InGross(part);
                taxes.Add(new TaxLine(percent, part - tax, tax));
            }
        }

        return new InvoiceTotals(checked(sumMinor - taxes.Sum(tax => tax.TaxMinor)), taxes, sumMinor);
    }
}
