using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds placeholders that nothing was filled into.</summary>
internal static partial class PlaceholderReader
{
    private const string Reason = "This placeholder was not filled in; the customer would read it as it stands.";
    private const string Fix = "Write what it stands for, or take it out.";

    private static readonly Regex Likely = LanguageWords.RegexOf(
        $@"\[(?:(?:{LanguageWords.Any(words => words.PlaceholderArticles)}) )?(?:{LanguageWords.Any(words => words.PlaceholderOwners)})?[ _\-]?(?:{LanguageWords.Any(words => words.PlaceholderThings)})\]"
        + $@"|\b(?:XX/XX/(?:XX){{1,2}}|{LanguageWords.Any(words => words.DateTemplates)})\b|\blorem ipsum\b|\bTODO:|\bXXX{{2,}}\b");

    public static IEnumerable<Finding> Find(ReadableText reading, IReadOnlyList<string> filledInLater)
    {
        foreach (Match sign in Certain().Matches(reading.Text))
        {
            if (!filledInLater.Contains(sign.Value, StringComparer.Ordinal))
                yield return reading.Finds(FindingCode.UnresolvedPlaceholder, FindingWeight.Blocking, sign.Index, sign.Length, Reason, Fix);
        }

        foreach (Match sign in Likely.Matches(reading.Text))
        {
            yield return reading.Finds(FindingCode.UnresolvedPlaceholder, FindingWeight.Warning, sign.Index, sign.Length,
                "This looks like a part of a template that nothing was filled into.", Fix);
        }
    }

    [GeneratedRegex(
        @"\{\{[^{}\n]{0,80}\}\}?|\{\{[^\s{}]{0,40}|[^\s{}]{0,40}\}\}"
        + @"|(?<!\{)[\[{(<%$]{1,2}\s?(?:portal|balance|due|invoice|customer)_(?:link|due|date|number|name)\s?[\])}>%$]{0,2}(?!\})"
        + @"|\$\{[^{}\n]{1,60}\}|<%[^%\n]{1,60}%>|\{%[^%\n]{1,60}%\}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Certain();
}
