using System.Globalization;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>
/// Numbers as people of a culture type them. Stricter than the framework's parser, which reads a German 12.50 as 1250:
/// group separators are taken only where they belong.
/// </summary>
public static class TypedNumber
{
    private const int MostDigits = 15;

    public static bool TryParse(string? text, CultureInfo culture, out decimal number)
    {
        number = 0;
        var typed = PlainSpaces(text ?? "").Trim().TrimEnd('%').TrimEnd().Replace('\u2212', '-');
        var isNegative = typed.StartsWith('-');
        var parts = (isNegative ? typed[1..].TrimStart() : typed).Split(culture.NumberFormat.NumberDecimalSeparator);
        if (parts.Length > 2 || Ungroup(parts[0], PlainSpaces(culture.NumberFormat.NumberGroupSeparator)) is not { } whole)
            return false;

        var fraction = parts.Length == 2 ? parts[1] : "";
        if (whole.Length + fraction.Length == 0 || whole.Length > MostDigits || fraction.Length > MostDigits || !AllDigits(whole) || !AllDigits(fraction))
            return false;

        number = decimal.Parse($"0{whole}.{fraction}0", CultureInfo.InvariantCulture) * (isNegative ? -1 : 1);
        return true;
    }

    /// <summary>What is wrong with a text that is no number, with an example of the culture.</summary>
    public static string Refusal(CultureInfo culture) => $"Enter a number such as {1234.5m.ToString("N2", culture)}.";

    /// <summary>A number as the culture's people would type it: no group separators, no needless zeros.</summary>
    public static string Write(decimal number, CultureInfo culture) => number.ToString("0.######", culture);

    private static string? Ungroup(string whole, string separator)
    {
        var groups = whole.Split(separator);
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3))
            ? string.Concat(groups)
            : null;
    }

    private static bool AllDigits(string text) => text.All(char.IsAsciiDigit);

    private static string PlainSpaces(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
