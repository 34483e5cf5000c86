using System.Globalization;

namespace FasterMoney.Domain.Amounts;

/// <summary>An amount in whole minor units of one currency. Arithmetic is checked: overflow is an error, and currencies never mix.</summary>
/// <param name="Minor">Minor units: cents for USD, yen for JPY, fils for KWD.</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>The most that one invoice or one entry comes to, in minor units: far above any bill, and far enough below what fits that sums of them do, too.</summary>
    public const long LargestMinor = 1_000_000_000_000_000;

    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>An amount in major units (12.50), rounded half away from zero to the currency's minor unit.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Money FromDecimal(decimal major, Currency currency) =>
        new(decimal.ToInt64(Math.Round(major * currency.MinorPerMajor, MidpointRounding.AwayFromZero)), currency);

    public bool IsZero => Minor == 0;

    public bool IsNegative => Minor < 0;

    public bool IsPositive => Minor > 0;

    public Money Absolute => new(Math.Abs(Minor), Currency);

    /// <summary>The amount in major units, exact.</summary>
    public decimal ToDecimal() => (decimal)Minor / Currency.MinorPerMajor;

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.SameCurrencyAs(left).Minor), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.SameCurrencyAs(left).Minor), left.Currency);

    public static Money operator -(Money money) => new(checked(-money.Minor), money.Currency);

    /// <summary>Compares amounts of one currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Compares amounts of one currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Compares amounts of one currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Compares amounts of one currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Compares amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Minor.CompareTo(other.SameCurrencyAs(this).Minor);

    /// <summary>
    /// The amount as people of a culture write it. The culture's own currency is written with its symbol
    /// (<c>$12.50</c>), any other with its code (<c>EUR 12.50</c>), so that two dollars are never confused.
    /// </summary>
    public string Format(CultureInfo culture) => ToDecimal().ToString("C", MoneyFormats.For(culture, Currency));

    /// <summary>The amount as English sentences say it, such as reasons, notices and the activity: <c>USD 1,161.44</c>.</summary>
    public override string ToString() => $"{Currency.Code} {ToDecimal().ToString("N" + Currency.Exponent, CultureInfo.InvariantCulture)}";

    private Money SameCurrencyAs(Money other) => Currency == other.Currency
        ? this
        : throw new InvalidOperationException($"{other.Currency} and {Currency} cannot be combined.");
}
