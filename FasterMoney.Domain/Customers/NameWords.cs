using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Customers;

/// <summary>A word of a text or a name.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Key">The word as <see cref="NameKey"/> compares it.</param>
internal readonly record struct NameWord(int Start, int Length, string Key)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;
}

/// <summary>Takes texts and names apart in one way, so that one can be found in the other.</summary>
internal static partial class NameWords
{
    /// <summary>The words of a text in order. Genitive endings (<c>'s</c>) and elided articles (<c>l'</c>, <c>d'</c>) belong to no word.</summary>
    public static List<NameWord> In(string text)
    {
        var words = new List<NameWord>();
        foreach (Match word in Word().Matches(text))
        {
            var kept = Ending().Replace(Elision().Replace(word.Value, ""), "");
            if (NameKey.OfWord(kept) is { Length: > 0 } key)
                words.Add(new NameWord(word.Index, word.Length, key));
        }

        return words;
    }

    /// <summary>A name with its look-alike letters taken for what they look like.</summary>
    public static string Seen(string name) => string.Create(name.Length, name, (seen, typed) =>
    {
        for (var i = 0; i < seen.Length; i++)
            seen[i] = Lookalikes.Of(typed[i]);
    });

    // Abbreviations such as S.A.R.L. are one word; scripts without spaces have a word for each sign.
    [GeneratedRegex(@"(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}\p{M}])+(?:'[\p{L}\p{N}\p{M}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:l|d|qu|j|n|s|c|m|t)'(?=\p{L}{3})", RegexOptions.IgnoreCase)]
    private static partial Regex Elision();

    [GeneratedRegex("'s$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();
}
