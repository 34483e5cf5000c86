using System.Globalization;
using System.Text.RegularExpressions;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>The day that somebody means.</summary>
public static partial class Days
{
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>The day that a question names, from tomorrow on; null when it names none.</summary>
    public static DateOnly? In(string text, DateOnly today)
    {
        if (Iso().Match(text) is { Success: true } iso && DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day >= today ? day : null;
        if (Count().Match(text) is { Success: true } count)
        {
            var number = int.TryParse(count.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var typed)
                ? typed
                : Math.Max(1, Array.IndexOf(Numbers, count.Groups[1].Value));
            return number > 1000 ? null : count.Groups[2].Value switch
            {
                "week" => today.AddDays(7 * number),
                "month" => today.AddMonths(number),
                _ => today.AddDays(number),
            };
        }

        if (DayOfMonth().Match(text) is { Success: true } named)
            return Named(named, today);
        return text switch
        {
            _ when text.Contains("tomorrow", StringComparison.Ordinal) => today.AddDays(1),
            _ when text.Contains("today", StringComparison.Ordinal) => today,
            _ when text.Contains("next month", StringComparison.Ordinal) => today.AddMonths(1),
            _ when Weekday().Match(text) is { Success: true } weekday => Next(Enum.Parse<DayOfWeek>(weekday.Groups[1].Value, ignoreCase: true), today),
            _ when text.Contains("next week", StringComparison.Ordinal) => Next(DayOfWeek.Monday, today),
            _ => null,
        };
    }

    /// <summary>The day itself, or the Monday after a weekend.</summary>
    public static DateOnly OnWorkday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly Next(DayOfWeek weekday, DateOnly today)
    {
        var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }

    private static DateOnly? Named(Match match, DateOnly today)
    {
        var words = $"{match.Groups["day"].Value} {match.Groups["month"].Value} {today.Year}";
        if (!DateOnly.TryParseExact(words, ["d MMM yyyy", "d MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        return day >= today ? day : day.AddYears(1);
    }

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\bin (?:about )?(\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (day|week|month)s?\b")]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b|\b(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december) (?<day>\d{1,2})(?:st|nd|rd|th)?\b")]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b")]
    private static partial Regex Weekday();
}
