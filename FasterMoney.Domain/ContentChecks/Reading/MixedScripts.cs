namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Words of more than one script: nobody writes them but to disguise one, so Greek and Cyrillic letters in them are taken for Latin
/// ones more freely than <see cref="Rules.Lookalikes"/> does with a word that is Greek or Russian as a whole.
/// </summary>
internal static class MixedScripts
{
    private const string From =
        "αβγεζηθικλμνξοπρσςτυφχω" // Greek
        + "абвгеёзийклмнопрстухцьѡѵґєҺһԁ" // Cyrillic
        + "ԱՕՍոսնհց"; // Armenian

    private const string To =
        "abyezn0iklmvxonpoctufxw"
        + "a6bree3uuklmhonpctyxubwvrehhd"
        + "UOUnuuhg";

    private static readonly Dictionary<char, char> Pairs = From.Zip(To).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Whether the word at a place is mixed, and where it ends; a place outside of words is a word of its own.</summary>
    public static (bool IsMixed, int End) WordAt(string text, int start)
    {
        var (end, hasLatin, hasOther) = (start, false, false);
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '\u00ad'))
        {
            hasLatin |= char.IsAsciiLetter(text[end]);
            hasOther |= text[end] is >= '\u0370' and < '\u0590';
            end++;
        }

        return (hasLatin && hasOther, Math.Max(end, start + 1));
    }

    /// <summary>What a letter of a mixed word is taken for.</summary>
    public static char LatinOf(char letter) => letter < '\u0370' ? letter : Pairs.GetValueOrDefault(letter, letter);
}
