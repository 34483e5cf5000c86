using System.Globalization;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Amounts;

/// <summary>Amounts of one currency as people of a culture type them.</summary>
public static class TypedMoney
{
    /// <summary>The amount in minor units, or null with the reason against what was typed.</summary>
    public static (long? Minor, RuleCheck Check) Read(string? text, Currency currency, CultureInfo culture, string field, string whenEmpty = "Enter the amount.")
    {
        if (string.IsNullOrWhiteSpace(text))
            return Refused(whenEmpty);

        if (WrittenNumber.Of(text) is not { } written || written.Sign == "%")
            return Refused(TypedNumber.Refusal(culture));

        if (written.Sign.Length > 0 && CurrencySign.Of(written.Sign)?.Contains(currency.Code) != true)
            return Refused($"The amount is in {currency}. Leave out “{written.Sign}”.");

        if (written.In(culture) is { } number && decimal.Round(number, currency.Exponent) == number)
            return (Money.FromDecimal(number, currency).Minor, RuleCheck.Allowed);

        return Refused(written.Readings switch
        {
            { Count: 1 } => Decimals(currency),
            var readings when readings.All(reading => decimal.Round(reading, currency.Exponent) == reading) => TypedNumber.AsksWhich(text, written, culture),
            _ => $"{TypedNumber.AsksWhich(text, written, culture)} {Decimals(currency)}",
        });

        (long?, RuleCheck) Refused(string sentence) => (null, RuleCheck.Refused(sentence, field));
    }

    /// <summary>An amount as the culture's people would type it.</summary>
    public static string Write(long minor, Currency currency, CultureInfo culture) =>
        new Money(minor, currency).ToDecimal().ToString("F" + currency.Exponent, culture);

    /// <summary>What is wrong with an amount that is finer than its currency.</summary>
    public static string Decimals(Currency currency) => currency.Exponent == 0
        ? $"{currency} has no decimal places."
        : $"{currency} has at most {currency.Exponent} decimal places.";
}
