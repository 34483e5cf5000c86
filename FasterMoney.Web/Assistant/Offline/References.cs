using System.Globalization;
using System.Text.RegularExpressions;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>Finds what a question names: an invoice's number, or words that could be a customer.</summary>
public static partial class References
{
    private static readonly string[] NoNames =
    [
        "this", "that", "it", "the", "a", "an", "my", "our", "your", "me", "us", "him", "her", "them", "you", "invoice", "invoices", "customer", "customers", "client", "clients",
        "link", "portal", "balance", "message", "email", "review", "approval", "payment", "amount", "account", "tomorrow", "today", "next", "week", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "day", "days", "month", "nothing", "all", "each", "every", "everyone", "corrected", "new", "changed", "overdue", "sent", "open",
        "their", "his", "its", "about", "regarding", "owe", "owes", "still", "on", "in", "by", "due", "because", "so", "but", "have", "has", "using", "via", "again", "now", "yet", "which", "what", "and", "with", "please", "late", "unpaid", "draft", "follow-up", "followup", "reminder", "faster", "ai", "i", "i'll", "i'm", "i've", "i'd", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "english", "german", "french", "spanish", "italian", "dutch", "japanese", "we", "one", "number", "no", "people",
    ];

    private static readonly string[] Leading = ["the", "my", "our", "customer", "client", "customers", "company"];

    public static string? NumberIn(string typed)
    {
        var text = typed.Trim();
        if (Digits().IsMatch(text))
            return text.TrimStart('#').Trim();
        var found = Number().Match(text);
        return found.Success ? found.Groups["number"].Value : null;
    }

    public static string? CustomerIn(string typed)
    {
        var text = typed.Trim().TrimEnd('?', '.', '!').Replace('’', '\'');
        foreach (var found in new[] { Possessive(), Quoted(), After(), Capitals() }.Select(pattern => pattern.Matches(text)).SelectMany(matches => matches))
        {
            if (Name(found.Groups["name"].Value) is { } name)
                return name;
        }

        return null;
    }

    // Only what starts like a name: with a capital letter, or the words that are left when the question's own are taken away.
    private static string? Name(string words)
    {
        var all = words.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = all.SkipWhile(word => Leading.Contains(word.ToLower(CultureInfo.InvariantCulture)))
            .TakeWhile(word => word is "&" or "and" or "of" or "the" || !NoNames.Contains(word.ToLower(CultureInfo.InvariantCulture)))
            .ToList();
        while (kept.Count > 0 && kept[^1] is "&" or "and" or "of" or "the")
            kept.RemoveAt(kept.Count - 1);
        var name = string.Join(' ', kept).Trim(',', ';', ':', '"', '\'');
        name = name.EndsWith("'s", StringComparison.Ordinal) ? name[..^2] : name;
        return name.Length is > 1 and <= 80 && (char.IsUpper(name[0]) || kept.Count <= 4) && !Number().IsMatch(name) && !OwnWords().IsMatch(name) ? name : null;
    }

    [GeneratedRegex(@"^#?\s?\d{1,9}$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\p{L}\p{N}-])(?<number>[A-Za-z]{1,10}[-/](?:\d{2,4}[-/])?\d{1,9}|[A-Za-z]{2,6}\d{2,9})(?![\p{L}\p{N}-])|(?:\binvoice|\bbill|\bnumber|\bno\.?|\bnr\.?)\s+#?(?<number>\d{1,9})\b|#\s?(?<number>\d{1,9})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}\p{N}&.'-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}&.'-]*|&|and|of|de|von))*)'s?\s+(?:\p{L}+\s+){0,3}(?:invoice|balance|link|bill|portal|account)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex("[\"“„](?<name>[^\"“”„]{2,80})[\"”“]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:for|to|of|from|about|does|has|with|is|remind|chase)\s+(?<name>[^,.;:?!\n]{2,80})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex After();

    // Words with a capital letter that no sentence asks for: after a small one, or several at the start.
    [GeneratedRegex(@"(?<=[\p{Ll}\p{N},;:]\s+)(?<name>\p{Lu}[\p{L}\p{N}&.'-]*\p{Ll}[\p{L}\p{N}&.'-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}&.'-]*|&|and\s+(?=\p{Lu})|of\s+(?=\p{Lu})))*)|^(?<name>\p{Lu}[\p{L}\p{N}&.'-]+(?:\s+(?:&\s+)?\p{Lu}[\p{L}\p{N}&.'-]*)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^(do|does|have|has|be|is|are|was|say|tell|send|write|explain|why|how|pay|ask|find|get|make|see|look|come|call|chase|remind|there|not|working|available|unavailable|in|on|at)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnWords();
}
