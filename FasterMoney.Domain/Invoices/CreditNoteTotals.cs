using FasterMoney.Domain.Amounts;

namespace FasterMoney.Domain.Invoices;

/// <summary>
/// What a credit note comes to. Its tax follows the invoice's rates (EN 16931), and never takes back more at a rate than was billed
/// there and not yet credited: the note that takes the rest of a rate takes the rest of its tax, whatever was rounded before.
/// </summary>
public static class CreditNoteTotals
{
    /// <summary>The totals of a credit note for this invoice. A sum is spread over its rates by their share of what can still be credited.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static InvoiceTotals Of(Invoice invoice, CreditNoteContent content)
    {
        var left = invoice.CreditableRates();
        return content.SumMinor switch
        {
            null => Sum(ByRate(invoice, content).Select(typed => Within(left, typed, invoice.PricesIncludeTax))),
            { } all when all == left.Sum(rate => rate.GrossMinor) => Sum(left.Where(rate => rate is not { NetMinor: 0, TaxMinor: 0 })),
            { } sum => Sum(Spread(sum, [.. left.Where(rate => rate.GrossMinor > 0)])),
        };
    }

    /// <summary>What the lines of a credit note come to at each rate, as if nothing were credited yet.</summary>
    internal static IReadOnlyList<TaxLine> ByRate(Invoice invoice, CreditNoteContent content) =>
        InvoiceTotals.ByRate(content.Lines.Select(line => (line.TaxPercent, line.AmountMinor)), invoice.PricesIncludeTax);

    private static TaxLine Within(IReadOnlyList<TaxLine> rates, TaxLine typed, bool pricesIncludeTax)
    {
        var left = rates.FirstOrDefault(rate => rate.Percent == typed.Percent) ?? typed;
        if (pricesIncludeTax)
            return OfGross(left, typed.GrossMinor);

        return typed.NetMinor == left.NetMinor ? left : typed with { TaxMinor = Math.Min(typed.TaxMinor, Math.Max(left.TaxMinor, 0)) };
    }

    private static TaxLine OfGross(TaxLine left, long grossMinor)
    {
        if (grossMinor >= left.GrossMinor || left.Percent == 0)
            return left.Percent == 0 ? new TaxLine(0, grossMinor, 0) : left with { NetMinor = grossMinor - left.TaxMinor };

        // Between the two bounds neither the rate's net nor its tax is exceeded.
        var tax = Math.Min(Math.Max(new TaxRate(left.Percent).InGross(grossMinor), grossMinor - left.NetMinor), Math.Max(left.TaxMinor, 0));
        return new TaxLine(left.Percent, grossMinor - tax, tax);
    }

    private static IEnumerable<TaxLine> Spread(long sumMinor, List<TaxLine> shares)
    {
        var whole = shares.Sum(share => share.GrossMinor);
        long spread = 0, before = 0;
        foreach (var share in shares)
        {
            // Each part ends where its share of the whole ends, so that the parts always add up to the sum.
            before = checked(before + share.GrossMinor);
            var end = decimal.ToInt64(Math.Round((decimal)sumMinor * before / whole, MidpointRounding.AwayFromZero));
            var part = end - spread;
            spread = end;
            yield return OfGross(share, part);
        }
    }

    private static InvoiceTotals Sum(IEnumerable<TaxLine> rates)
    {
        var rows = rates.ToList();
        var net = rows.Sum(rate => rate.NetMinor);
        return new InvoiceTotals(net, [.. rows.Where(rate => rate.Percent > 0)], checked(net + rows.Sum(rate => rate.TaxMinor)));
    }
}
