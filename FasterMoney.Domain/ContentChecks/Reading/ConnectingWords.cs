using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>What may stand between a label and what it is about, without turning it into something else.</summary>
internal static partial class ConnectingWords
{
    private const int Longest = 70;

    private static readonly FrozenSet<string> Known = LanguageWords.Set(words => words.ConnectingWords);

    /// <summary>Whether the text between label and value holds nothing but small words, and no number but this invoice's own.</summary>
    public static bool Joins(ReadOnlySpan<char> between, string? ownNumber)
    {
        if (between.Length > Longest)
            return false;

        var rest = between.ToString();
        if (ownNumber is { Length: > 0 })
            rest = rest.Replace(ownNumber, " ", StringComparison.OrdinalIgnoreCase);

        return Word().Matches(rest).All(word => Known.Contains(word.Value.ToLowerInvariant()));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:'[\p{L}]+)?|[?;%]")]
    private static partial Regex Word();
}
