using System.Globalization;

namespace FasterMoney.Domain.Amounts;

/// <summary>Quantities, percentages and other plain numbers as people type them. A figure with two meanings is settled by their culture, or asked about.</summary>
public static class TypedNumber
{
    /// <summary>The number, or what is to be said against what was typed.</summary>
    public static (decimal? Number, string? Refusal) Read(string? text, CultureInfo culture)
    {
        if (WrittenNumber.Of(text) is not { Sign: "" or "%" } written)
            return (null, Refusal(culture));

        return written.In(culture) is { } number ? (number, null) : (null, AsksWhich(text, written, culture));
    }

    /// <summary>A whole number such as a count of days, or null.</summary>
    public static long? ReadWhole(string? text, CultureInfo culture) =>
        WrittenNumber.Of(text) is { Sign: "" } written && written.In(culture) is { } number && decimal.IsInteger(number) ? decimal.ToInt64(number) : null;

    /// <summary>What is wrong with a text that is no number, with an example of the culture.</summary>
    public static string Refusal(CultureInfo culture) => $"Enter a number such as {1234.5m.ToString("N2", culture)}.";

    /// <summary>What is asked when a figure has two readings.</summary>
    public static string AsksWhich(string? text, WrittenNumber written, CultureInfo culture) =>
        $"{text?.Trim()} can be {string.Join(" or ", written.Readings.Select(reading => Write(reading, culture)))}. Type the one you mean.";

    /// <summary>A number as the culture's people would type it: no group separators, no needless zeros.</summary>
    public static string Write(decimal number, CultureInfo culture) => number.ToString("0.######", culture);
}
