using System.Collections.Frozen;
using System.Globalization;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Reads numbers in words: <c>sixteen hundred twenty</c>, <c>mille six cents</c>, <c>eintausendvierhundert</c>.</summary>
internal static class NumberWords
{
    private const int LongestWord = 60;

    private static readonly Dictionary<string, int> Known = LanguageWords.All.SelectMany(words => LanguageWords.WordsOf(words.NumberWords).Chunk(2))
        .Select(pair => (Word: PlainLetters.Of(pair[0]), Value: int.Parse(pair[1], CultureInfo.InvariantCulture)))
        .DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Links = LanguageWords.Set(words => words.NumberLinks);

    private static readonly int Longest = Known.Keys.Max(word => word.Length);

    /// <summary>Whether a word may stand between number words.</summary>
    public static bool IsLink(string word) => Links.Contains(word);

    /// <summary>Adds the numbers that a word in small letters is made of; false when it is made of anything else.</summary>
    public static bool Add(string word, List<int> numbers)
    {
        if (Known.TryGetValue(word, out var value))
        {
            numbers.Add(value);
            return true;
        }

        if (word.Length is < 6 or > LongestWord)
            return false;

        var count = numbers.Count;
        if (AddParts(word, 0, numbers))
            return true;

        numbers.RemoveRange(count, numbers.Count - count);
        return false;
    }

    /// <summary>The number that the words say together.</summary>
    public static decimal Sum(IReadOnlyList<int> numbers)
    {
        var (total, current) = (0m, 0m);
        foreach (var number in numbers)
        {
            switch (number)
            {
                case >= 1000:
                    total += Math.Max(current, 1) * number;
                    current = 0;
                    break;
                case 100:
                    current = Math.Max(current, 1) * 100;
                    break;
                // quatre-vingts
                case 20 when current % 100 == 4:
                    current += 76;
                    break;
                default:
                    current += number;
                    break;
            }
        }

        return total + current;
    }

    // The longest part first: "sechzehn" is not made of "sech" and "zehn" alone, and both read the same.
    private static bool AddParts(string word, int at, List<int> numbers)
    {
        if (at == word.Length)
            return true;

        for (var length = Math.Min(Longest, word.Length - at); length >= 2; length--)
        {
            var part = word.Substring(at, length);
            var count = numbers.Count;
            if (Known.TryGetValue(part, out var value))
                numbers.Add(value);
            else if (at == 0 || !Links.Contains(part))
                continue;

            if (AddParts(word, at + length, numbers))
                return true;

            numbers.RemoveRange(count, numbers.Count - count);
        }

        return false;
    }
}
