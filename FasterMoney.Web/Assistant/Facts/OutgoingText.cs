using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FasterMoney.Web.Assistant.Facts;

/// <summary>Takes out of a text what no model is given, wherever it came from: addresses, portal tokens, ids, and characters that nobody sees.</summary>
public static partial class OutgoingText
{
    private const int LongestRun = 400;

    /// <summary>The text on one line, at most <paramref name="longest"/> characters.</summary>
    public static string Clean(string text, int longest)
    {
        var line = Spaces().Replace(WithoutSecrets(text), " ").Trim();
        return line.Length <= longest ? line : line[..Cut(line, longest - 1)] + "…";
    }

    /// <summary>The text with its lines, as a person wrote it.</summary>
    public static string WithoutSecrets(string text)
    {
        var plain = Visible(text);
        plain = Address().Replace(plain, "[address removed]");
        plain = Id().Replace(plain, "[id removed]");
        return Token().Replace(plain, "[link removed]");
    }

    /// <summary>How much of a text that is still arriving may be shown: not the start of what could become an address or a token.</summary>
    public static int Settled(string text)
    {
        var start = text.Length;
        while (start > 0 && text[start - 1] is > ' ' and <= '~')
            start--;
        return text.Length - start > LongestRun ? text.Length : start;
    }

    /// <summary>Whether a text holds a web address, or anything like a portal token or an id.</summary>
    public static bool HoldsAddress(string visible) => Address().IsMatch(visible) || Id().IsMatch(visible) || Token().IsMatch(visible);

    // Compatibility forms hide addresses from patterns, format characters hide words from readers.
    internal static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in Normal(text).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\n' or '\t' || (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse) && rune != Rune.ReplacementChar))
                result.Append(rune.ToString());
        }

        return result.ToString();
    }

    private static string Normal(string text)
    {
        try
        {
            return text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair, which the walk over runes takes out.
            return text;
        }
    }

    private static int Cut(string text, int at) => char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    [GeneratedRegex(@"[a-z][a-z0-9+.-]{1,20}:\s?/{2}\S*|\bwww\.\S+|\b[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?/\S*|\b(data|javascript|mailto|tel):\S+|\blocalhost(:\d+)?\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\{?\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b\}?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{40,}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
