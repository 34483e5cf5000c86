using System.Text;

namespace FasterMoney.Domain.ContentChecks.Words;

/// <summary>Letters without their accents, each in its place: people leave accents out, and patterns are written with and without them.</summary>
internal static class PlainLetters
{
    private static readonly char[] Known = [.. Enumerable.Range(0, 0x250).Select(code => Decomposed((char)code))];

    /// <summary>The text letter by letter, so that it has the same length.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\u00c0', '\u1eff')
        ? string.Create(text.Length, text, (plain, accented) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = Of(accented[i]);
        })
        : text;

    /// <summary>
    /// A pattern that finds plain letters: <c>ä</c> finds <c>a</c> and, as people write it without an umlaut, <c>ae</c>.
    /// </summary>
    public static string OfPattern(string pattern)
    {
        var plain = new StringBuilder(pattern.Length);
        var isClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            isClass = pattern[i] switch
            {
                '[' when i == 0 || pattern[i - 1] != '\\' => true,
                ']' when pattern[i - 1] != '\\' => false,
                _ => isClass,
            };
            plain.Append(pattern[i] switch
            {
                'ä' or 'ö' or 'ü' when !isClass => $"{Of(pattern[i])}e?",
                'ß' when !isClass => "(?:ß|ss)",
                var letter => $"{Of(letter)}",
            });
        }

        return plain.ToString();
    }

    private static char Of(char letter) => letter < Known.Length ? Known[letter] : letter is >= '\u1e00' and <= '\u1eff' ? Decomposed(letter) : letter;

    private static char Decomposed(char letter) => char.IsLetter(letter) ? $"{letter}".Normalize(NormalizationForm.FormD)[0] : letter;
}
