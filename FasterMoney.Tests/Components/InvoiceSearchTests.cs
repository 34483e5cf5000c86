using FasterMoney.Web.Reads;

namespace FasterMoney.Tests.Components;

public class InvoiceSearchTests
{
    [Theory]
    [InlineData("12.50", new long[] { 1250, 12500 })]
    [InlineData("12,50", new long[] { 1250, 12500 })]
    [InlineData("1,250.00", new long[] { 1250, 125000, 1250000 })]
    [InlineData("12", new long[] { 12, 1200, 12000 })]
    [InlineData("$1,234.50", new long[] { 123450, 1234500 })]
    [InlineData("1.234,50", new long[] { 123450, 1234500 })]
    [InlineData("1.512,50", new long[] { 151250 })]
    [InlineData("1512.5", new long[] { 151250 })]
    [InlineData("1'512.50", new long[] { 151250 })]
    [InlineData("1 512,50 €", new long[] { 151250 })]
    [InlineData("chf 1’512.50", new long[] { 151250 })]
    [InlineData("1,200", new long[] { 1200, 120000, 1200000 })]
    public void A_typed_amount_means_each_currencys_minor_units(string typed, long[] minor) =>
        new[] { 0, 2, 3 }.SelectMany(places => InvoiceSearch.AmountsMeantBy(typed, places)).Should().Contain(minor);

    [Theory]
    [InlineData("acme")]
    [InlineData("inv-12")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("100%")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Words_and_absurd_numbers_are_no_amounts(string typed) =>
        InvoiceSearch.AmountsMeantBy(typed, 2).Should().BeEmpty();
}
