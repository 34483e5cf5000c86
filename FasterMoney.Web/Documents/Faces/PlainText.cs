using System.Globalization;
using System.Text;

namespace FasterMoney.Web.Documents.Faces;

/// <summary>What people typed, as the faces can draw it.</summary>
internal static class PlainText
{
    /// <summary>
    /// Composed, with one kind of line break, without control and format characters, and with a visible substitute
    /// for each character that no face has.
    /// </summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
            return text;
        var drawn = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (rune.Value == '\n' || IsJoiner(rune) || Face.Of(rune, Face.Regular) is not null)
                drawn.Append(rune);
            else
                drawn.Append(Typeface.Substitute);
        }

        return drawn.ToString();
    }

    /// <summary>The characters of a text that no face has, each once.</summary>
    public static IEnumerable<Rune> MissingOf(string text) => IsPlain(text)
        ? []
        : Composed(text).EnumerateRunes().Where(rune => rune.Value != '\n' && !IsJoiner(rune) && Face.Of(rune, Face.Regular) is null).Distinct();

    private static string Composed(string text)
    {
        var joins = Bidi.Matters(text);
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029)
                kept.Append('\n');
            else if (rune.Value == '\t')
                kept.Append(' ');
            else if (!IsUnseen(rune) || (joins && IsJoiner(rune)))
                kept.Append(rune);
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            // These stand for themselves, alone and beside each other; the last are in amounts and sentences of ours.
            if (character is not ('\n' or (>= ' ' and <= '~') or '\u00A0' or (>= '\u00AE' and <= '\u024F') or '\u202F' or '\u2019' or '\u2212' or '€'))
                return false;
        }

        return true;
    }

    // Zero width (non-)joiner, which Arabic letters follow, and what says that a line runs to the left.
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D or Bidi.ToTheLeft;

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;
}
