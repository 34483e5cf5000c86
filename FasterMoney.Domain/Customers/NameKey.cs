using System.Globalization;
using System.Text;

namespace FasterMoney.Domain.Customers;

/// <summary>
/// A name as it is compared: lower case, without accents, punctuation, titles, legal forms and the words for <em>and</em>, so
/// that <c>Alder &amp; Finch Architects Ltd.</c> is found where somebody wrote <c>ALDER and Finch architects</c>.
/// </summary>
public static class NameKey
{
    /// <summary>The most words of a name that are compared.</summary>
    public const int MostWords = 6;

    private static readonly HashSet<string> Left =
    [
        .. ("and und et y e i the der die das los las les el la le de du des "
            + "mr mrs ms miss dr prof sir herr frau fr mme mlle m mons sr sra srta don dona "
            + "gmbh mbh ug ag kg ohg gbr ek ev co cokg kgaa se ltd limited llc llp lp inc incorporated corp corporation company plc pty "
            + "sa sarl sas sasu eurl snc sl slu srl spa bv nv oy ab aps as kk cie cia").Split(' '),
    ];

    /// <summary>Whether a word, as <see cref="OfWord"/> writes it, is left out of keys: a title, a legal form, a small word.</summary>
    public static bool IsLeftOut(string word) => Left.Contains(word);

    /// <summary>The key of a name: at most <see cref="MostWords"/> words with a space between; empty when nothing is left to compare.</summary>
    public static string Of(string? name)
    {
        var words = WordsOf(name ?? "");
        var telling = words.Where(word => !IsLeftOut(word)).ToList();
        return string.Join(' ', (telling.Count > 0 ? telling : words).Take(MostWords));
    }

    /// <summary>One word as keys write it: letters and digits alone, lower case, without accents.</summary>
    public static string OfWord(string word)
    {
        var written = new StringBuilder(word.Length);
        foreach (var rune in Compatible(word).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber:
                    written.Append(Plain(Rune.ToLowerInvariant(rune)));
                    break;
                default:
                    break;
            }
        }

        return written.ToString();
    }

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        foreach (var part in name.Split([' ', '\t', '\n', '\u00a0', '\u202f', '-', '/', ',', ';', ':', '(', ')', '&', '+', '|', '\u2013', '\u2014'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (OfWord(part) is { Length: > 0 } word)
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static string Plain(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        _ => rune.ToString(),
    };

    // Unpaired surrogates cannot be normalised; they are no part of a name either.
    private static string Compatible(string word)
    {
        try
        {
            return word.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return new string([.. word.Where(letter => !char.IsSurrogate(letter))]).Normalize(NormalizationForm.FormKD);
        }
    }
}
