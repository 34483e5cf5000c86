using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Takes a text apart into sentences and lines: what is said of an amount or a date is said in the same one.</summary>
internal static partial class Clauses
{
    /// <summary>The ranges of the sentences.</summary>
    public static List<(int Start, int End)> In(string text)
    {
        var clauses = new List<(int, int)>();
        var start = 0;
        foreach (Match border in Border().Matches(text))
        {
            clauses.Add((start, border.Index + 1));
            start = border.Index + border.Length;
        }

        clauses.Add((start, text.Length));
        return clauses;
    }

    // Not after abbreviations (Nr. ca. No.), nor between the day and the month of a date (9. April).
    [GeneratedRegex(
        @"\n+|(?<!\b(?:Nr|No|no|nr|ca|approx|Mr|Mrs|Ms|Dr|Sr|Sra|St|Str|bzw|inkl|zzgl|art|n))[.!?;]"
        + @"(?!(?<=\d\.)\s+(?i:jan|feb|m[äa]r|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc]))\s+(?=[\p{Lu}¿¡""'(])")]
    private static partial Regex Border();
}
