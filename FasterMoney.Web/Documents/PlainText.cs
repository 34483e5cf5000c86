using System.Globalization;
using System.Text;

namespace FasterMoney.Web.Documents;

/// <summary>What people typed, as the typeface can draw it.</summary>
internal static class PlainText
{
    /// <summary>
    /// Composed, with one kind of line break, without control and format characters, and with a visible substitute
    /// for each character that the typeface lacks.
    /// </summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029)
                kept.Append('\n');
            else if (rune.Value == '\t')
                kept.Append(' ');
            else if (!IsUnseen(rune))
                kept.Append(rune.IsBmp ? (char)rune.Value : Typeface.Substitute);
        }

        var composed = kept.ToString().Normalize(NormalizationForm.FormC);
        return string.Create(composed.Length, composed, static (drawn, source) =>
        {
            for (var at = 0; at < drawn.Length; at++)
                drawn[at] = source[at] == '\n' || Typeface.Regular.Has(source[at]) ? source[at] : Typeface.Substitute;
        });
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

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;
}
