using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>Amounts of one currency as people of a culture type them.</summary>
public static class TypedMoney
{
    /// <summary>The amount in minor units, or null with the reason against what was typed.</summary>
    public static (long? Minor, RuleCheck Check) Read(string? text, Currency currency, CultureInfo culture, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (null, RuleCheck.Refused("Enter the amount.", field));

        if (!TypedNumber.TryParse(text, culture, out var number))
            return (null, RuleCheck.Refused(TypedNumber.Refusal(culture), field));

        return decimal.Round(number, currency.Exponent) == number
            ? (Money.FromDecimal(number, currency).Minor, RuleCheck.Allowed)
            : (null, RuleCheck.Refused(Decimals(currency), field));
    }

    /// <summary>An amount as the culture's people would type it.</summary>
    public static string Write(long minor, Currency currency, CultureInfo culture) =>
        new Money(minor, currency).ToDecimal().ToString("F" + currency.Exponent, culture);

    /// <summary>What is wrong with an amount that is finer than its currency.</summary>
    public static string Decimals(Currency currency) => currency.Exponent == 0
        ? $"{currency} has no decimal places."
        : $"{currency} has at most {currency.Exponent} decimal places.";
}
