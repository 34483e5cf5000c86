using System.Globalization;
using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>A date as it stands in a text. 4/9 is a day in April for one reader and one in September for another, so it has two readings.</summary>
/// <param name="Start">Where it starts in the reading.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Readings">Year, which is zero when none is written, month and day.</param>
internal sealed partial record DateText(int Start, int End, IReadOnlyList<(int Year, int Month, int Day)> Readings)
{
    private static readonly string[][] MonthNames =
    [
        ["january", "januar", "jänner", "janvier", "enero", "jan", "janv", "ene"],
        ["february", "februar", "février", "fevrier", "febrero", "feb", "febr", "févr", "fev"],
        ["march", "märz", "maerz", "mars", "marzo", "mar", "mär", "mrz"],
        ["april", "avril", "abril", "apr", "avr", "abr"],
        ["may", "mai", "mayo"],
        ["june", "juni", "juin", "junio", "jun"],
        ["july", "juli", "juillet", "julio", "jul", "juil"],
        ["august", "août", "aout", "agosto", "aug", "ago"],
        ["september", "septembre", "septiembre", "setiembre", "sep", "sept"],
        ["october", "oktober", "octobre", "octubre", "oct", "okt"],
        ["november", "novembre", "noviembre", "nov"],
        ["december", "dezember", "décembre", "decembre", "diciembre", "dec", "dez", "déc", "dic"],
    ];

    private static readonly Dictionary<string, int> Months =
        MonthNames.SelectMany((names, index) => names.Select(name => (name, month: index + 1))).ToDictionary(pair => pair.name, pair => pair.month, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of its readings is this day.</summary>
    public bool Is(DateOnly date) => Readings.Any(reading => (reading.Year == 0 || reading.Year == date.Year) && reading.Month == date.Month && reading.Day == date.Day);

    /// <summary>Every date with at least a day and a month.</summary>
    public static List<DateText> In(string text)
    {
        var all = new List<DateText>();
        foreach (Match found in Shape().Matches(text))
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

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_/\-])(?:(?<iso>(?<year>(?:19|20)\d{2})[\-/.](?<first>\d{1,2})[\-/.](?<second>\d{1,2}))"
        + @"|(?<first>\d{1,2})(?<sep>[./\-])[ ]?(?<second>\d{1,2})\k<sep>[ ]?(?<year>(?:19|20)\d{2}|\d{2})"
        + @"|(?<first>\d{1,2})(?:\.(?<second>\d{1,2})\.|/(?<second>\d{1,2}))(?![/.]?\d)"
        + @"|(?<first>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:[ ]of|[ ]de)?[ ](?<name>(?i:jan|feb|f[ée]v|m[aä]r|maer|mrz|apr|avr|abr|ma[iy]|ju[nil]|aug|ao[uû]|ago|se[pt]|o[ck]t|nov|d[eé][cz]|dic|ene)\p{L}{0,8})\.?(?:,?(?:[ ]del?)?[ ](?<year>(?:19|20)\d{2}))?"
        + @"|(?<name>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?[ ](?<first>\d{1,2})(?:st|nd|rd|th)?(?:,?[ ](?<year>(?:19|20)\d{2}))?)(?![\p{N}])")]
    private static partial Regex Shape();
}
