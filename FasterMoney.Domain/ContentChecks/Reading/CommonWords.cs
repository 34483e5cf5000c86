using System.Collections.Frozen;
using FasterMoney.Domain.ContentChecks.Words;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Tells which words business letters are made of. Alone they give nobody away, even when a customer is called so (May, Bill, Summit)
/// or a private note holds them. Words are asked for as <see cref="NameKey.OfWord"/> writes them.
/// </summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Small = LanguageWords.Set(words => words.SmallWords).Select(NameKey.OfWord).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> All =
        LanguageWords.Set(words => words.SmallWords, words => words.BusinessWords).Select(NameKey.OfWord).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word only holds others together: articles, pronouns, prepositions and the like.</summary>
    public static bool IsSmall(string key) => IsLetter(key) || Small.Contains(key);

    /// <summary>Whether any business letter may hold the word.</summary>
    public static bool Contains(string key) => IsLetter(key) || All.Contains(key) || (key.Length > 3 && key.EndsWith('s') && All.Contains(key[..^1]));

    // In scripts without spaces one sign is a word of its own.
    private static bool IsLetter(string key) => key.Length == 1 && key[0] < '\u3040';
}
