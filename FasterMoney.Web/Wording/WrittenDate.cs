using System.Globalization;

namespace FasterMoney.Web.Wording;

/// <summary>Dates in words.</summary>
public static class WrittenDate
{
    /// <summary>A day after a pattern; French calls the first one <c>1er</c>.</summary>
    public static string Of(DateOnly date, string pattern, CultureInfo culture)
    {
        var isFirst = date.Day == 1 && culture.TwoLetterISOLanguageName == "fr" && pattern.StartsWith("d ", StringComparison.Ordinal);
        return isFirst ? "1er" + date.ToString(pattern[1..], culture) : date.ToString(pattern, culture);
    }
}
