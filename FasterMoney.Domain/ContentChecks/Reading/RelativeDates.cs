using System.Globalization;
using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;
using static FasterMoney.Domain.ContentChecks.Words.LanguageWords;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds days that a text counts from the day it is read: <em>tomorrow</em>, <em>in two weeks</em>, <em>three weeks ago</em>.</summary>
internal static class RelativeDates
{
    private const int MostDays = 400;

    private static readonly string Number = $@"(?<number>\d{{1,3}}|{Any(LanguageWords.All.SelectMany(words => WordsOf(words.NumberWords)).Where(word => !char.IsAsciiDigit(word[0]) && word.Length <= 10).Append("a").Distinct())})";

    private static readonly string Unit =
        $@"(?:(?<day>{Any(words => words.DayWords)})|(?<week>{Any(words => words.WeekWords)})|(?<month>{Any(words => words.MonthWords)}))";

    private static readonly Regex Shape = RegexOf(
        $@"\b(?:(?:{Any(words => words.AheadWords)}) {Number} {Unit}"
        + $@"|(?<ago>{Any(words => words.AgoBefore)}) {Number} {Unit}"
        + $@"|{Number} {Unit} (?<ago>{Any(words => words.AgoAfter)})"
        + $@"|(?<today>{Any(words => words.TodayWords)})|(?<tomorrow>{Any(words => words.TomorrowWords)})|(?<yesterday>{Any(words => words.YesterdayWords)}))(?!\p{{L}})");

    /// <summary>The days of a text, counted from a day; weeks and months are counted as loosely as people do.</summary>
    /// <param name="issued">From which terms of payment count: within 30 days.</param>
    public static IEnumerable<DateText> In(string text, DateOnly today, DateOnly issued)
    {
        foreach (Match found in Shape.Matches(text))
        {
            var (from, to) = found switch
            {
                _ when found.Groups["today"].Success => (0, 0),
                _ when found.Groups["tomorrow"].Success => (1, 1),
                _ when found.Groups["yesterday"].Success => (-1, -1),
                _ => Span(found),
            };
            if (Math.Abs(from) > MostDays)
                continue;

            var days = Enumerable.Range(from, to - from + 1).Select(today.AddDays);
            if (from > 0)
                days = days.Append(issued.AddDays((from + to) / 2));

            yield return new DateText(found.Index, found.Index + found.Length, [.. days.Select(day => (day.Year, day.Month, day.Day))]) { IsCounted = true };
        }
    }

    private static (int From, int To) Span(Match found)
    {
        List<int> numbers = [];
        var word = found.Groups["number"].Value;
        var number = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : NumberWords.Add(word.ToLowerInvariant(), numbers) ? (int)NumberWords.Sum(numbers) : 1;
        var (days, slack) = found.Groups["month"].Success ? (number * 30, 7) : found.Groups["week"].Success ? (number * 7, 3) : (number, 0);
        return found.Groups["ago"].Success ? (-days - slack, -days + slack) : (days - slack, days + slack);
    }
}
