using System.Globalization;
using System.Text;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>Whether a person's own words name an invoice or a customer.</summary>
public static class PersonsWords
{
    private static readonly string[] Common = ["the", "and", "ltd", "inc", "llc", "gmbh", "limited", "company", "co", "for", "invoice"];

    /// <summary>The number as it stands, or the digits that it ends with.</summary>
    public static bool Name(string question, string number)
    {
        var words = Words(question, keep: "-/_.");
        var digits = new string([.. number.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]).TrimStart('0');
        return words.Any(word => word == Plain(number)
            || (digits.Length > 0 && word.All(char.IsAsciiDigit) && word.TrimStart('0') == digits));
    }

    /// <summary>Most of the words of the name. A name that is a whole sentence is not named by a word or two of it.</summary>
    public static bool NameCustomer(string question, string name)
    {
        var asked = Words(question, keep: "");
        var named = Words(name, keep: "").Where(word => word.Length > 1 && !Common.Contains(word)).Distinct().ToList();
        return named.Count > 0 && named.Count(asked.Contains) * 2 >= named.Count;
    }

    private static List<string> Words(string text, string keep)
    {
        var plain = new StringBuilder();
        foreach (var character in Plain(text).Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal))
            plain.Append(char.IsLetterOrDigit(character) || keep.Contains(character) ? character : ' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', '-', '/', '_')).Where(word => word.Length > 0)];
    }

    // Without accents, because people leave them out.
    private static string Plain(string text) => new([.. text.Normalize(NormalizationForm.FormKD).ToLowerInvariant()
        .Where(character => char.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)]);
}
