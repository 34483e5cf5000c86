using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Contacts;

namespace FasterMoney.Tests.Domain;

public class TypedNumberTests
{
    public static TheoryData<string> Languages => [.. CustomerLanguage.All.Append("de-CH").Append("fr-CH").Append("it-IT").Append("nl-NL").Append("ja-JP").Distinct()];

    [Theory]
    [InlineData("1.234,50", "1234.5")]
    [InlineData("1234,50", "1234.5")]
    [InlineData("1'234.50", "1234.5")]
    [InlineData("1’234.50", "1234.5")]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("1 234,50", "1234.5")]
    [InlineData("1\u00a0234,50", "1234.5")]
    [InlineData("1\u202f234,50", "1234.5")]
    [InlineData("1\u2009234.50", "1234.5")]
    [InlineData("12.345.678,9", "12345678.9")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12,34,567.50", "1234567.5")]
    [InlineData("1 234", "1234")]
    [InlineData("1'234", "1234")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("0,125", "0.125")]
    [InlineData(".5", "0.5")]
    [InlineData(",5", "0.5")]
    [InlineData("12,5", "12.5")]
    [InlineData("12.50", "12.5")]
    [InlineData("12.", "12")]
    [InlineData("1,2345", "1.2345")]
    [InlineData(" −0,25 ", "-0.25")]
    [InlineData("20 %", "20")]
    [InlineData("7,7%", "7.7")]
    [InlineData("１２３４．５", "1234.5")]
    public void A_figure_that_can_mean_one_thing_is_read_whoever_wrote_it(string typed, string number)
    {
        foreach (var tag in Languages)
            TypedNumber.Read(typed, CultureInfo.GetCultureInfo(tag)).Number.Should().Be(decimal.Parse(number, CultureInfo.InvariantCulture), $"in {tag}");
    }

    [Theory]
    [InlineData("en-US", "1,234", "1234")]
    [InlineData("en-US", "1.234", "1.234")]
    [InlineData("de-DE", "1.234", "1234")]
    [InlineData("de-DE", "1,234", "1.234")]
    [InlineData("fr-FR", "1,234", "1.234")]
    [InlineData("de-CH", "1.234", "1.234")]
    [InlineData("ja-JP", "1,234", "1234")]
    public void A_figure_with_two_meanings_is_settled_by_the_marks_of_the_culture(string culture, string typed, string number) =>
        TypedNumber.Read(typed, CultureInfo.GetCultureInfo(culture)).Number.Should().Be(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("fr-FR", "1.234", "1.234 can be 1234 or 1,234. Type the one you mean.")]
    [InlineData("de-CH", "12,345", "12,345 can be 12345 or 12.345. Type the one you mean.")]
    public void A_figure_whose_meaning_nothing_settles_is_asked_about(string culture, string typed, string question) =>
        TypedNumber.Read(typed, CultureInfo.GetCultureInfo(culture)).Should().Be(((decimal?)null, question));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.23,456,7")]
    [InlineData("12 34")]
    [InlineData("1'23")]
    [InlineData("1'234 567")]
    [InlineData("1e5")]
    [InlineData("$5")]
    [InlineData("5 kg")]
    [InlineData("10²")]
    [InlineData("1-2")]
    [InlineData("12,50-")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("1234567890123456")]
    public void What_is_no_figure_is_refused_and_not_guessed(string typed)
    {
        foreach (var tag in Languages)
        {
            var (number, refusal) = TypedNumber.Read(typed, CultureInfo.GetCultureInfo(tag));
            number.Should().BeNull($"in {tag}");
            refusal.Should().StartWith("Enter a number such as 1");
        }
    }

    [Theory]
    [InlineData("en-US", "USD", "$1,234.50", 123450)]
    [InlineData("de-DE", "EUR", "1.234,50 €", 123450)]
    [InlineData("de-DE", "EUR", "EUR 1234.5", 123450)]
    [InlineData("de-DE", "EUR", "1.234", 123400)]
    [InlineData("de-CH", "CHF", "Fr. 1’234.50", 123450)]
    [InlineData("fr-CH", "CHF", "12.–", 1200)]
    [InlineData("ja-JP", "JPY", "￥１，２３４", 1234)]
    [InlineData("ja-JP", "JPY", "1,234円", 1234)]
    [InlineData("en-US", "KWD", "1.234", 1234)]
    [InlineData("en-US", "USD", "-$12.50", -1250)]
    public void An_amount_may_carry_the_sign_of_its_currency(string culture, string currency, string typed, long minor) =>
        TypedMoney.Read(typed, Currency.Of(currency), CultureInfo.GetCultureInfo(culture), "Amount").Minor.Should().Be(minor);

    [Theory]
    [InlineData("en-US", "USD", "1.234", "1.234 can be 1234 or 1.234. Type the one you mean. USD has at most 2 decimal places.")]
    [InlineData("de-DE", "EUR", "1,234", "1,234 can be 1234 or 1,234. Type the one you mean. EUR has at most 2 decimal places.")]
    [InlineData("fr-FR", "EUR", "1.234", "1.234 can be 1234 or 1,234. Type the one you mean. EUR has at most 2 decimal places.")]
    [InlineData("ja-JP", "JPY", "12.5", "JPY has no decimal places.")]
    [InlineData("de-DE", "EUR", "12 USD", "The amount is in EUR. Leave out “USD”.")]
    [InlineData("de-DE", "EUR", "£12", "The amount is in EUR. Leave out “£”.")]
    [InlineData("en-US", "USD", "10 %", "Enter a number such as 1,234.50.")]
    [InlineData("en-US", "USD", " ", "Enter the amount.")]
    public void An_amount_that_is_not_sure_is_answered_and_never_taken_for_another(string culture, string currency, string typed, string answer)
    {
        var (minor, check) = TypedMoney.Read(typed, Currency.Of(currency), CultureInfo.GetCultureInfo(culture), "Amount");

        minor.Should().BeNull();
        check.Text.Should().Be(answer);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_written_into_a_field_is_read_back(string tag)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        foreach (var number in new[] { 1234567.0625m, 1234.567m, 1.5m, 0.125m, -12m, 1.234m })
            TypedNumber.Read(TypedNumber.Write(number, culture), culture).Number.Should().Be(number);

        TypedMoney.Read(TypedMoney.Write(123450, Currency.Of("CHF"), culture), Currency.Of("CHF"), culture, "Amount").Minor.Should().Be(123450);
        TypedMoney.Read(TypedMoney.Write(1234, Currency.Of("KWD"), culture), Currency.Of("KWD"), culture, "Amount").Minor.Should().Be(1234);
    }
}
