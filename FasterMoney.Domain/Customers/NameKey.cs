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

    // Customers are stored with their keys. A change of these words, or of how words are taken apart, makes all stored keys anew,
    // so they are no part of what a new language brings.
    private static readonly HashSet<string> SmallWords =
        [.. "and und et y e i the der die das los las les el la le de du des mr mrs ms miss dr prof sir herr frau fr mme mlle m mons sr sra srta don dona".Split(' ')];

    private static readonly HashSet<string> LegalForms =
    [
        .. ("gmbh mbh ug ag kg ohg gbr ek ev co cokg kgaa se ltd limited llc llp lp inc incorporated corp corporation company plc pty "
            + "sa sarl sas sasu eurl snc sl slu srl spa bv nv oy ab aps as kk cie cia").Split(' '),
    ];

    /// <summary>Whether a word, as <see cref="OfWord"/> writes it, is a legal form such as <c>gmbh</c>.</summary>
    public static bool IsLegalForm(string word) => LegalForms.Contains(word);

    /// <summary>Whether a word, as <see cref="OfWord"/> writes it, is left out of keys: a title, a legal form, a small word.</summary>
    public static bool IsLeftOut(string word) => SmallWords.Contains(word) || LegalForms.Contains(word);

    /// <summary>The key of a name: at most <see cref="MostWords"/> words with a space between; empty when nothing is left to compare.</summary>
    public static string Of(string? name)
    {
        var words = NameWords.In(NameWords.Seen(Composed(name ?? ""))).ConvertAll(word => word.Key);
        var telling = words.FindAll(word => !IsLeftOut(word));
        return string.Join(' ', (telling.Count > 0 ? telling : words).Take(MostWords));
    }

    /// <summary>An e-mail address as it is compared: lower case, without spaces around it.</summary>
    public static string OfEmail(string? email) => (email ?? "").Trim().ToLowerInvariant();

    /// <summary>One word as keys write it: letters and digits alone, lower case, without accents.</summary>
    public static string OfWord(string word)
    {
        var written = new StringBuilder(word.Length);
        foreach (var rune in Decomposed(word).EnumerateRunes())
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

    private static string Composed(string name) => Paired(name).Normalize(NormalizationForm.FormKC);

    private static string Decomposed(string word) => Paired(word).Normalize(NormalizationForm.FormKD);

    // Unpaired surrogates cannot be normalised; they are no part of a name either.
    private static string Paired(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString())) : text;
}
