using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds placeholders that nothing was filled into.</summary>
internal static partial class PlaceholderReader
{
    private const string Reason = "This placeholder was not filled in; the customer would read it as it stands.";
    private const string Fix = "Write what it stands for, or take it out.";

    // Figures and dates of templates.
    private static readonly Regex Blank = LanguageWords.RegexOf(
        $@"\b(?:XX/XX/(?:XX){{1,2}}|{LanguageWords.Any(words => words.DateTemplates)})\b|\blorem ipsum\b|(?-i:\bTODO:)|\bXXX{{2,}}\b"
        + @"|\bX{1,4}(?:[.,]X{2,3})+(?!\w)|\bX{2,} ?(?:€|\$|£|(?:EUR|USD|CHF|GBP|Euros?|dollars?|%)(?!\w))|(?:€|\$|£|\b(?:EUR|USD|CHF|GBP)) ?X{2,}(?!\w)|_{3,} ?(?:€|\$|£|EUR|USD)|(?:€|\$|£|EUR|USD) ?_{3,}");

    // Brackets of any kind around words of which templates are made.
    private static readonly Regex Bracketed = LanguageWords.RegexOf(
        $@"[\[<{{«]{{1,2}} ?(?:(?:{LanguageWords.Any(LanguageWords.All.SelectMany(words => LanguageWords.WordsOf(words.OwnPlaceholderWords)).Distinct())}|insert [^\[\]<>\n]{{1,40}})[ _\-.]?){{1,5}} ?[\]>}}»]{{1,2}}");

    public static IEnumerable<Finding> Find(ReadableText reading, IReadOnlyList<string> filledInLater)
    {
        foreach (Match sign in Certain().Matches(reading.Text))
        {
            if (!filledInLater.Contains(sign.Value, StringComparer.Ordinal))
                yield return reading.Finds(FindingCode.UnresolvedPlaceholder, FindingWeight.Blocking, sign.Index, sign.Length, Reason, Fix);
        }

        foreach (Match sign in Blank.Matches(reading.Plain).Concat(Bracketed.Matches(reading.Plain)))
        {
            if (!filledInLater.Contains(sign.Value, StringComparer.Ordinal))
                yield return reading.Finds(FindingCode.UnresolvedPlaceholder, FindingWeight.Blocking, sign.Index, sign.Length, "This is a part of a template that nothing was filled into.", Fix);
        }
    }

    [GeneratedRegex(
        @"\{\{[^{}\n]{0,80}\}\}?|\{\{[^\s{}]{0,40}|[^\s{}]{0,40}\}\}"
        + @"|(?<!\{)[\[{(<%$]{1,2}\s?(?:portal|balance|due|invoice|customer)_(?:link|due|date|number|name)\s?[\])}>%$]{0,2}(?!\})"
        + @"|\$\{[^{}\n]{1,60}\}|<%[^%\n]{1,60}%>|\{%[^%\n]{1,60}%\}"
        // {Vorname}, {!Contact.Name}, %FIRSTNAME%, %%name%%, *|FNAME|*, #NAME#
        + @"|(?<!\{)\{!?[\p{L}_][\p{L}\p{N}_.\-]{1,39}\}(?!\})|(?<![\p{L}\p{N}%])%{1,2}\p{L}[\p{L}_]{2,30}%{1,2}(?![\p{L}\p{N}%])|\*?\|[A-Z][A-Z0-9_:]{1,30}\|\*?|(?<![\p{L}\p{N}#])#[A-Z_]{3,30}#",
        RegexOptions.IgnoreCase)]
    private static partial Regex Certain();
}
