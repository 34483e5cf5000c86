using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Takes a text apart into sentences and lines: what is said of an amount or a date is said in the same one.</summary>
internal static class Clauses
{
    // Not after abbreviations (Nr. ca. No.), nor between the day and the month of a date (9. April).
    private static readonly Regex Border = LanguageWords.RegexOf(
        $@"\n+|(?<!\b(?:{LanguageWords.Any(words => words.Abbreviations)}))[.!?;]"
        + $@"(?!(?<=\d\.)\s+(?i:{LanguageWords.Any(words => words.MonthsAfterDot)}))\s+(?=[\p{{Lu}}¿¡""'(])",
        RegexOptions.None);

    // Nobody reads on from the start of a longer one to its end.
    private const int Longest = 800;

    /// <summary>The ranges of the sentences.</summary>
    public static List<(int Start, int End)> In(string text)
    {
        var clauses = new List<(int, int)>();
        var start = 0;
        foreach (Match border in Border.Matches(text))
        {
            Add(border.Index + 1);
            start = border.Index + border.Length;
        }

        Add(text.Length);
        return clauses;

        void Add(int end)
        {
            for (; end - start > Longest; start += Longest)
                clauses.Add((start, start + Longest));

            clauses.Add((start, end));
        }
    }
}
