using System.Globalization;
using CsCheck;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Tests.Domain;

public sealed class MoneyTests
{
    private static readonly Currency Usd = Currency.Of("USD");
    private static readonly Currency Jpy = Currency.Of("JPY");
    private static readonly Currency Kwd = Currency.Of("KWD");

    [Theory]
    [InlineData("JPY", 0, 1)]
    [InlineData("USD", 2, 100)]
    [InlineData("usd", 2, 100)]
    [InlineData(" KWD ", 3, 1000)]
    public void A_currency_knows_its_minor_unit(string code, int exponent, long minorPerMajor)
    {
        var currency = Currency.Of(code);
        currency.Exponent.Should().Be(exponent);
        currency.MinorPerMajor.Should().Be(minorPerMajor);
        currency.ToString().Should().Be(code.Trim().ToUpperInvariant());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("XXX")]
    [InlineData("DEM")]
    public void What_is_no_currency_is_refused(string? code)
    {
        Currency.TryFind(code, out _).Should().BeFalse();
        var of = () => Currency.Of(code!);
        of.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Every_currency_is_listed_once_in_order() =>
        Currency.All.Select(currency => currency.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal)
            .And.HaveCountGreaterThan(150).And.OnlyContain(code => code.Length == 3).And.Contain("XCG", "the guilder of Curaçao replaced ANG in 2025");

    [Theory]
    [InlineData("12.345", "USD", 12_35)]
    [InlineData("-12.345", "USD", -12_35)]
    [InlineData("12.5", "JPY", 13)]
    [InlineData("0.0005", "KWD", 1)]
    [InlineData("12.344999", "USD", 12_34)]
    public void Major_units_are_rounded_half_away_from_zero(string major, string currency, long minor) =>
        Money.FromDecimal(decimal.Parse(major, CultureInfo.InvariantCulture), Currency.Of(currency)).Minor.Should().Be(minor);

    [Fact]
    public void Minor_units_survive_the_way_to_major_units_and_back() =>
        Gen.Select(Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000], Gen.OneOf(Usd, Jpy, Kwd)).Sample((minor, currency) =>
            Money.FromDecimal(new Money(minor, currency).ToDecimal(), currency).Minor == minor);

    [Fact]
    public void Currencies_never_mix()
    {
        var (dollar, yen) = (new Money(1, Usd), new Money(1, Jpy));
        Action[] acts = [() => _ = dollar + yen, () => _ = dollar - yen, () => _ = dollar < yen, () => dollar.CompareTo(yen)];
        acts.Should().AllSatisfy(act => act.Should().Throw<InvalidOperationException>());
        (dollar == yen).Should().BeFalse();
    }

    [Fact]
    public void Overflow_is_an_error()
    {
        var (most, least) = (new Money(long.MaxValue, Usd), new Money(long.MinValue, Usd));
        Action[] acts =
        [
            () => _ = most + new Money(1, Usd), () => _ = least - new Money(1, Usd), () => _ = -least, () => _ = least.Absolute,
            () => Money.FromDecimal(decimal.MaxValue, Usd), () => Money.FromDecimal(100_000_000_000_000_000m, Usd),
        ];
        acts.Should().AllSatisfy(act => act.Should().Throw<OverflowException>());
    }

    [Fact]
    public void Amounts_of_one_currency_are_added_compared_and_signed()
    {
        var (one, two) = (new Money(1_00, Usd), new Money(2_00, Usd));
        (one + two).Minor.Should().Be(3_00);
        (one - two).Should().Be(new Money(-1_00, Usd));
        (-one).Absolute.Should().Be(one);
        (one < two && two > one && one <= two && two >= one).Should().BeTrue();
        (one - one).IsZero.Should().BeTrue();
        one.IsPositive.Should().BeTrue();
        (-one).IsNegative.Should().BeTrue();
        Money.Zero(Usd).IsZero.Should().BeTrue();
    }

    [Theory]
    [InlineData(1234_50, "USD", "en-US", "$1,234.50")]
    [InlineData(1234_50, "EUR", "en-US", "EUR 1,234.50")]
    [InlineData(-1234_50, "USD", "en-US", "-$1,234.50")]
    [InlineData(-5_00, "EUR", "en-US", "-EUR 5.00")]
    [InlineData(1234, "JPY", "en-US", "JPY 1,234")]
    [InlineData(1234, "KWD", "en-US", "KWD 1.234")]
    [InlineData(1234_50, "EUR", "de-DE", "1.234,50 €")]
    [InlineData(1234_50, "USD", "de-DE", "1.234,50 USD")]
    [InlineData(1234_50, "GBP", "en-GB", "£1,234.50")]
    public void Money_is_written_as_the_culture_writes_it(long minor, string currency, string culture, string expected)
    {
        var text = new Money(minor, Currency.Of(currency)).Format(CultureInfo.GetCultureInfo(culture));
        text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Should().Be(expected);
    }

    [Fact]
    public void The_plain_form_does_not_depend_on_the_machine()
    {
        new Money(12_50, Usd).ToString().Should().Be("USD 12.50");
        new Money(1_161_44, Usd).ToString().Should().Be("USD 1,161.44");
        new Money(-1_234_567, Jpy).ToString().Should().Be("JPY -1,234,567");
        new Money(12, Kwd).ToString().Should().Be("KWD 0.012");
        new Money(1_161_440, Kwd).ToString().Should().Be("KWD 1,161.440");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("8.875")]
    [InlineData("100")]
    public void A_tax_rate_is_a_percentage(string percent) =>
        new TaxRate(decimal.Parse(percent, CultureInfo.InvariantCulture)).Percent.ToString(CultureInfo.InvariantCulture).Should().Be(percent);

    [Theory]
    [InlineData("-0.1")]
    [InlineData("100.001")]
    [InlineData("8.8755")]
    public void What_is_no_tax_rate_is_refused(string percent)
    {
        var rate = () => new TaxRate(decimal.Parse(percent, CultureInfo.InvariantCulture));
        rate.Should().Throw<RuleViolation>().Which.Reasons.Should().ContainSingle().Which.Field.Should().Be("TaxPercent");
    }
}
