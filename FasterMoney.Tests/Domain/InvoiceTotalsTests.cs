using CsCheck;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class InvoiceTotalsTests
{
    private static readonly Gen<LineContent> AnyLine = Gen.Select(
        Gen.Int[-5_0000, 50_0000].Where(number => number != 0),
        Gen.Long[0, 1_000_000_00],
        Gen.Int[0, 100_00],
        Gen.OneOf(0m, 5m, 7m, 8.875m, 19m, 20m),
        (quantity, price, discount, tax) => Cast.Line(price, quantity / 10_000m, discount / 100m, tax));

    [Fact]
    public void Tax_is_rounded_once_a_rate_and_not_once_a_line()
    {
        // Three lines of 0.03 at 19 %: 0.0057 each would round to 0.01 each; the rate's sum of 0.09 gives 0.0171.
        var totals = InvoiceTotals.Of([Cast.Line(3, tax: 19), Cast.Line(3, tax: 19), Cast.Line(3, tax: 19)], pricesIncludeTax: false);
        totals.Should().BeEquivalentTo(new { NetMinor = 9L, TaxMinor = 2L, TotalMinor = 11L });
    }

    [Theory]
    [InlineData(10, 5, 1)] // 0.5
    [InlineData(-10, 5, -1)]
    [InlineData(9, 5, 0)] // 0.45
    [InlineData(1_000_00, 8.875, 88_75)]
    public void A_half_is_rounded_away_from_zero(long net, double rate, long tax) =>
        InvoiceTotals.Of([((decimal)rate, net)], pricesIncludeTax: false).TaxMinor.Should().Be(tax);

    [Fact]
    public void Each_rate_above_zero_has_a_row_highest_first()
    {
        var totals = InvoiceTotals.Of([(7m, 100_00), (0m, 10_00), (19.0m, 100_00), (19.00m, 1)], pricesIncludeTax: false);
        totals.Taxes.Should().Equal(new TaxLine(19, 100_01, 19_00), new TaxLine(7, 100_00, 7_00));
        totals.NetMinor.Should().Be(210_01);
        totals.TotalMinor.Should().Be(236_01);
    }

    [Fact]
    public void Prices_with_tax_keep_their_sum_and_show_the_tax_inside()
    {
        var totals = InvoiceTotals.Of([(19m, 119_00), (7m, 10_70)], pricesIncludeTax: true);
        totals.Should().BeEquivalentTo(new { NetMinor = 110_00L, TaxMinor = 19_70L, TotalMinor = 129_70L });
    }

    [Fact]
    public void Quantity_and_discount_make_the_line_and_it_is_rounded_to_the_minor_unit()
    {
        InvoiceTotals.LineAmount(Cast.Line(9_99, quantity: 2.5m, discount: 10)).Should().Be(22_48); // 22.4775
        InvoiceTotals.LineAmount(Cast.Line(1, quantity: 0.5m)).Should().Be(1);
        InvoiceTotals.LineAmount(Cast.Line(1, quantity: -0.5m)).Should().Be(-1);
        InvoiceTotals.LineAmount(Cast.Line(5_00, discount: 100)).Should().Be(0);
    }

    [Theory]
    [InlineData("JPY", 1001, 100, 1101)]
    [InlineData("KWD", 1001, 100, 1101)]
    [InlineData("USD", 1001, 100, 1101)]
    public void Tax_is_in_the_currencys_own_minor_unit(string currency, long price, long tax, long total)
    {
        var invoice = Cast.Draft(Cast.Northwind(currency), Cast.Line(price, tax: 10));
        invoice.Totals.TaxMinor.Should().Be(tax);
        invoice.Total.Should().Be(new FasterMoney.Domain.Amounts.Money(total, FasterMoney.Domain.Amounts.Currency.Of(currency)));
    }

    [Fact]
    public void The_total_is_net_and_tax_and_the_rates_add_up() => Gen.Select(AnyLine.List[0, 20], Gen.Bool).Sample((lines, inclusive) =>
    {
        var totals = InvoiceTotals.Of(lines, inclusive);
        var amounts = lines.Sum(InvoiceTotals.LineAmount);
        return totals.TotalMinor == totals.NetMinor + totals.TaxMinor
            && amounts == (inclusive ? totals.TotalMinor : totals.NetMinor)
            && totals.Taxes.Sum(tax => tax.NetMinor) + Untaxed(lines) == totals.NetMinor;
    });

    [Fact]
    public void Neither_order_nor_splitting_of_lines_changes_the_totals() => Gen.Select(AnyLine.List[1, 20], Gen.Bool).Sample((lines, inclusive) =>
    {
        var straight = InvoiceTotals.Of(lines, inclusive);
        var split = InvoiceTotals.Of(
            lines.AsEnumerable().Reverse().SelectMany(line => Halves(line.TaxPercent, InvoiceTotals.LineAmount(line))), inclusive);
        return straight.TotalMinor == split.TotalMinor && straight.NetMinor == split.NetMinor && straight.Taxes.SequenceEqual(split.Taxes);
    });

    [Fact]
    public void The_tax_of_a_rate_is_within_half_a_minor_unit_of_the_exact_one() =>
        Gen.Select(Gen.Long[-10_000_000_00, 10_000_000_00], Gen.Int[0, 100_000], Gen.Bool).Sample((amount, thousandths, inclusive) =>
        {
            var percent = thousandths / 1000m;
            var exact = inclusive ? amount * percent / (100 + percent) : amount * percent / 100;
            return Math.Abs(InvoiceTotals.Of([(percent, amount)], inclusive).TaxMinor - exact) <= 0.5m;
        });

    [Fact]
    public void A_sum_that_does_not_fit_is_refused_in_words()
    {
        var lines = Enumerable.Repeat(Cast.Line(1_000_000_000_000, quantity: 1_000_000), 10).ToArray();
        Invoice.CanSave(Cast.Content(lines: lines)).Reasons.Should().ContainSingle().Which.Sentence.Should().Be("The total is too large.");
    }

    private static long Untaxed(List<LineContent> lines) => lines.Where(line => line.TaxPercent == 0).Sum(InvoiceTotals.LineAmount);

    private static IEnumerable<(decimal, long)> Halves(decimal percent, long amount) => [(percent, amount / 2), (percent, amount - (amount / 2))];
}
