using System.Globalization;
using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>A date as it stands in a text. 4/9 is a day in April for one reader and one in September for another, so it has two readings.</summary>
/// <param name="Start">Where it starts in the reading.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Readings">Year, which is zero when none is written, month and day.</param>
internal sealed record DateText(int Start, int End, IReadOnlyList<(int Year, int Month, int Day)> Readings)
{
    private static readonly Dictionary<string, int> Months = LanguageWords.All
        .SelectMany(words => words.MonthNames.SelectMany((names, index) => LanguageWords.WordsOf(PlainLetters.Of(names)).Select(name => (name, month: index + 1)))).Distinct()
        .ToDictionary(pair => pair.name, pair => pair.month, StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Shape = LanguageWords.RegexOf(
        $@"(?<![\p{{L}}\p{{N}}_/\--[{LanguageWords.WithoutBlanks}]])(?:"
        + @"(?<iso>(?:(?<year>(?:19|20)\d{2})年[ ]?)?(?<first>\d{1,2})月[ ]?(?<second>\d{1,2})日)"
        + @"|(?<iso>(?<year>(?:19|20)\d{2})[\-/.](?<first>\d{1,2})[\-/.](?<second>\d{1,2}))"
        + @"|(?<first>\d{1,2})(?<sep>[./\-])[ ]?(?<second>\d{1,2})\k<sep>[ ]?(?<year>(?:19|20)\d{2}|\d{2})"
        + @"|(?<first>\d{1,2})(?:\.(?<second>\d{1,2})\.|/(?<second>\d{1,2}))(?![/.]?\d)"
        + $@"|(?<first>\d{{1,2}})(?:{LanguageWords.Any(words => words.DayEndings)})?(?:[ ](?:{LanguageWords.Any(words => words.BeforeMonth)}))?"
        + $@"[ ](?<name>(?i:{LanguageWords.Any(Months.Keys)}))(?!\p{{L}})\.?(?:,?(?:[ ](?:{LanguageWords.Any(words => words.BeforeYear)}))?[ ](?<year>(?:19|20)\d{{2}}))?"
        + $@"|(?<name>(?i:{LanguageWords.Any(words => words.MonthsBeforeDay)}))\.?[ ](?<first>\d{{1,2}})(?:st|nd|rd|th)?(?:,?[ ](?<year>(?:19|20)\d{{2}}))?)(?![\p{{N}}])",
        RegexOptions.None);

    /// <summary>Whether it is counted from the day on which the text is read.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether one of its readings is this day.</summary>
    public bool Is(DateOnly date) => Readings.Any(reading => (reading.Year == 0 || reading.Year == date.Year) && reading.Month == date.Month && reading.Day == date.Day);

    /// <summary>Every date with at least a day and a month.</summary>
    public static List<DateText> In(string text)
    {
        var all = new List<DateText>();
        foreach (Match found in Shape.Matches(PlainLetters.Of(text)))
        {
            List<(int, int, int)> readings = [];
            var (year, first, second) = (Number(found, "year"), Number(found, "first"), Number(found, "second"));
            if (found.Groups["name"] is { Success: true } name)
            {
                Add(readings, year, Months.GetValueOrDefault(name.Value), first);
            }
            else if (found.Groups["iso"].Success)
            {
                Add(readings, year, first, second);
            }
            else
            {
                Add(readings, year, second, first);
                if (!found.Value.Contains('.'))
                    Add(readings, year, first, second);
            }

            if (readings.Count > 0)
                all.Add(new DateText(found.Index, found.Index + found.Length, readings));
        }

        return all;
    }

    private static void Add(List<(int Year, int Month, int Day)> readings, int year, int month, int day)
    {
        var whole = year is > 0 and < 100 ? 2000 + year : year;
        if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(whole is >= 1 and <= 9999 ? whole : 2024, month))
            readings.Add((whole, month, day));
    }

    private static int Number(Match found, string group) =>
        found.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
