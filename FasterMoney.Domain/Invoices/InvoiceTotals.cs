using FasterMoney.Domain.Amounts;

namespace FasterMoney.Domain.Invoices;

/// <summary>The tax of one rate (EN 16931, group BG-23).</summary>
/// <param name="Percent">The rate.</param>
/// <param name="NetMinor">Minor units without tax, of all lines with this rate.</param>
/// <param name="TaxMinor">Minor units of tax on that sum.</param>
public sealed record TaxLine(decimal Percent, long NetMinor, long TaxMinor)
{
    /// <summary>Minor units with tax.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    internal long GrossMinor => checked(NetMinor + TaxMinor);
}

/// <summary>
/// What lines add up to. Tax is computed per rate on the sum of that rate's lines and rounded half away from zero (EN 16931),
/// so that totals do not depend on how a sum is split into lines. All amounts in minor units.
/// </summary>
/// <param name="NetMinor">Without tax.</param>
/// <param name="Taxes">A row for each rate above zero, highest first.</param>
/// <param name="TotalMinor">With tax.</param>
public sealed record InvoiceTotals(long NetMinor, IReadOnlyList<TaxLine> Taxes, long TotalMinor)
{
    /// <summary>All tax.</summary>
    public long TaxMinor => Taxes.Sum(tax => tax.TaxMinor);

    /// <summary>A line's amount after discount, rounded half away from zero.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static long LineAmount(LineContent line) => decimal.ToInt64(Math.Round(
        line.Quantity * line.UnitPriceMinor * (1m - (line.DiscountPercent / 100m)),
        MidpointRounding.AwayFromZero));

    /// <summary>The totals of lines as they are typed.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static InvoiceTotals Of(IEnumerable<LineContent> lines, bool pricesIncludeTax) =>
        Of(lines.Select(line => (line.TaxPercent, LineAmount(line))), pricesIncludeTax);

    /// <summary>The totals of line amounts with their rates.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static InvoiceTotals Of(IEnumerable<(decimal TaxPercent, long AmountMinor)> amounts, bool pricesIncludeTax)
    {
        var rates = ByRate(amounts, pricesIncludeTax);
        var net = rates.Sum(rate => rate.NetMinor);
        return new InvoiceTotals(net, [.. rates.Where(rate => rate.Percent > 0)], checked(net + rates.Sum(rate => rate.TaxMinor)));
    }

    /// <summary>A row for each rate, zero included, highest first.</summary>
    /// <exception cref="OverflowException">A sum does not fit.</exception>
    internal static IReadOnlyList<TaxLine> ByRate(IEnumerable<(decimal TaxPercent, long AmountMinor)> amounts, bool pricesIncludeTax) =>
    [
        .. amounts
            .GroupBy(amount => amount.TaxPercent)
            .OrderByDescending(group => group.Key)
            .Select(group => ForRate(new TaxRate(group.Key), group.Sum(amount => amount.AmountMinor), pricesIncludeTax)),
    ];

    private static TaxLine ForRate(TaxRate rate, long sumMinor, bool pricesIncludeTax)
    {
        var tax = pricesIncludeTax ? rate.InGross(sumMinor) : rate.OnNet(sumMinor);
        return new TaxLine(rate.Percent, pricesIncludeTax ? checked(sumMinor - tax) : sumMinor, tax);
    }
}
