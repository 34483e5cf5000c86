using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Domain;

public sealed class CountryTests
{
    public static TheoryData<string> Codes => [.. Country.All.Select(country => country.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_business_can_start_with_what_is_usual_in_its_country(string code)
    {
        var country = Country.Find(code)!;

        foreach (var language in country.Languages)
            country.Usual(SiteContent.New("Acme", "USD", "UTC"), language).Check().Text.Should().BeEmpty();

        country.TimeZones.Should().NotContain(zone => !SetupChoices.TimeZones.Any(region => region.Contains(zone)));
        country.Languages.Should().OnlyContain(tag => CustomerLanguage.IsKnown(tag));
        var region = new RegionInfo(country.NumberFormat is "de-CH" && code == "LI" ? "de-LI" : country.NumberFormat);
        (region.TwoLetterISORegionName, region.ISOCurrencySymbol).Should().Be((code, country.CurrencyCode), "the runtime knows the country as well");
    }

    [Fact]
    public void What_the_owner_wrote_stays_and_what_follows_from_the_country_is_taken_over()
    {
        var before = SiteContent.New("Acme", "USD", "UTC") with { Address = "1 Road", TaxNumber = "CHE-123.456.789 MWST", PaymentTermDays = 10 };

        var usual = Country.Find("CH")!.Usual(before, "fr-CH");

        usual.Should().BeEquivalentTo(new
        {
            Name = "Acme", Address = "1 Road", TaxNumber = "CHE-123.456.789 MWST", PaymentTermDays = 10,
            CurrencyCode = "CHF", TimeZoneId = "Europe/Zurich", Language = "fr-CH", NumberFormat = "fr-CH", Paper = Paper.A4, TaxName = "TVA", TaxRates = "8.1;2.6;3.8;0",
        });
    }

    [Fact]
    public void Of_several_zones_the_one_of_this_computer_is_taken() =>
        Country.Find("US")!.Usual(SiteContent.New("Acme", "USD", "UTC"), null, "America/Denver").TimeZoneId.Should().Be("America/Denver");

    [Theory]
    [InlineData("19;7;0", true)]
    [InlineData("", true)]
    [InlineData("5.5", true)]
    [InlineData("19;?", false)]
    [InlineData("101", false)]
    [InlineData("1.2345", false)]
    [InlineData("-1", false)]
    [InlineData("1;2;3;4;5;6;7;8;9;10;11;12;13", false)]
    public void Rates_are_percentages(string kept, bool canBeKept) => TaxRateList.Check(kept, "TaxRates").IsAllowed.Should().Be(canBeKept);

    [Theory]
    [InlineData("de-CH", "CHF", "CHF 1'334.55")]
    [InlineData("fr-CH", "CHF", "CHF 1'334.55")]
    [InlineData("de-CH", "EUR", "EUR 1'334.55")]
    [InlineData("it", "EUR", "1.334,55 €")]
    [InlineData("it", "CHF", "1.334,55 CHF")]
    [InlineData("nl", "EUR", "€ 1.334,55")]
    [InlineData("ja", "USD", "USD 1,334.55")]
    public void Amounts_are_written_as_businesses_there_write_them(string tag, string currency, string written) =>
        new Money(1_334_55, Currency.Of(currency)).Format(CultureInfo.GetCultureInfo(tag)).Replace('\u00a0', ' ').Should().Be(written);

    [Fact]
    public void An_amount_in_the_customers_favour_keeps_its_sign_at_the_figure() =>
        new Money(-12_50, Currency.Of("CHF")).Format(CultureInfo.GetCultureInfo("fr-CH")).Replace('\u00a0', ' ').Should().Be("CHF -12.50");
}
