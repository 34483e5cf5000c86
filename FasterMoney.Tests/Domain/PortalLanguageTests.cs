using System.Globalization;
using FasterMoney.Domain.Contacts;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Domain;

public sealed class PortalLanguageTests
{
    private static readonly DateOnly First = new(2026, 10, 1);

    [Theory]
    [InlineData("en-US", "October 1, 2026", "8.1%", "2,500.5")]
    [InlineData("en-GB", "1 October 2026", "8.1%", "2,500.5")]
    [InlineData("de-DE", "1. Oktober 2026", "8,1 %", "2.500,5")]
    [InlineData("de-CH", "1. Oktober 2026", "8.1%", "2'500.5")]
    [InlineData("fr-FR", "1er octobre 2026", "8,1 %", "2 500,5")]
    [InlineData("fr-CH", "1er octobre 2026", "8.1%", "2'500.5")]
    [InlineData("es-ES", "1 de octubre de 2026", "8,1 %", "2.500,5")]
    [InlineData("it", "1 ottobre 2026", "8,1%", "2.500,5")]
    [InlineData("nl", "1 oktober 2026", "8,1%", "2.500,5")]
    [InlineData("ja", "2026年10月1日", "8.1%", "2,500.5")]
    public void Each_language_writes_days_rates_and_figures_its_own_way(string tag, string date, string percent, string number)
    {
        var language = PortalLanguage.For(tag);

        language.Date(First).Should().Be(date);
        language.Percent(8.1m).Should().Be(percent);
        language.Number(2500.5m).Replace('\u202f', ' ').Should().Be(number);
    }

    [Fact]
    public void Only_the_first_of_a_month_is_called_so() => PortalLanguage.For("fr-FR").Date(new(2026, 10, 11)).Should().Be("11 octobre 2026");

    [Theory]
    [InlineData("de-DE", "1. Okt. 2026")]
    [InlineData("de-CH", "1. Okt. 2026")]
    [InlineData("fr-CH", "1er oct. 2026")]
    [InlineData("ja-JP", "2026年10月1日")]
    [InlineData("en-US", "1 Oct 2026")]
    public void The_workspace_writes_days_as_the_business_does(string tag, string date) => SiteText.Date(First, CultureInfo.GetCultureInfo(tag)).Should().Be(date);

    [Theory]
    [InlineData("USt.", "de-DE", "USt. 19 % auf 100 €")]
    [InlineData("MwSt.", "de-CH", "MwSt. 19% auf 100 €")]
    [InlineData("USt.", "fr-FR", "TVA 19 % sur 100 €")]
    [InlineData("IVA", "es-ES", "IVA 19 % sobre 100 €")]
    [InlineData("VAT", "it", "IVA 19% su 100 €")]
    [InlineData("VAT", "nl", "Btw 19% over 100 €")]
    [InlineData("MwSt.", "en-GB", "VAT 19% on 100 €")]
    [InlineData("GST", "en-GB", "GST 19% on 100 €")]
    [InlineData("Sales tax", "es-ES", "Sales tax 19 % sobre 100 €")]
    [InlineData("消費税", "ja", "消費税 19%（対象額 100 €）")]
    [InlineData("消費税", "en-US", "Consumption tax 19% on 100 €")]
    [InlineData("VAT", "ja", "付加価値税 19%（対象額 100 €）")]
    [InlineData("", "en-US", "Tax 19% on 100 €")]
    public void The_tax_has_the_name_that_the_reader_knows_it_by(string name, string tag, string written)
    {
        var language = PortalLanguage.For(tag);

        language.Text.TaxOn(language.Tax(name), language.Percent(19), "100 €").Should().Be(written);
    }

    [Fact]
    public void Each_language_has_words_of_its_own()
    {
        var texts = CustomerLanguage.All.Select(tag => PortalLanguage.For(tag).Text).Distinct().ToList();
        texts.DistinctBy(text => text.Code).Select(text => text.BalanceDue).Should().OnlyHaveUniqueItems();
        texts.Where(text => text.Code == "de").SelectMany(text => new[] { text.UnavailableWhy, text.HowToPay }).Should().NotContainMatch("*ß*");
        MessageWording.For("de-CH").Regards.Should().Be("Freundliche Grüsse");
    }
}
