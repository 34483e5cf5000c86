using System.Globalization;
using System.Text;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Reads a text as a person sees it: compatible forms made one (Unicode NFKC), what is invisible or turns the direction left
/// out, look-alikes taken for what they look like, every kind of space as a space.
/// </summary>
internal static class Folding
{
    // More marks on one letter are no writing, and normalising them takes long.
    private const int MostMarks = 4;

    private const char SoftHyphen = '\u00ad';

    public static ReadableText Of(string place, string typed) => Fold(place, typed, static (start, end) => (start, end));

    /// <summary>Folds a reading again, after decoding brought up new characters.</summary>
    public static ReadableText Again(ReadableText reading) => Fold(reading.Place, reading.Text, (start, end) =>
    {
        var (from, length) = reading.Typed(start, end - start);
        return (from, from + length);
    });

    private static ReadableText Fold(string place, string text, Func<int, int, (int Start, int End)> typed)
    {
        var writer = new ReadableText.Writer(place, text.Length);
        var (isMixed, endOfWord) = (false, 0);
        for (var start = 0; start < text.Length;)
        {
            if (start >= endOfWord)
                (isMixed, endOfWord) = MixedScripts.WordAt(text, start);

            var end = text[start] == SoftHyphen ? EndOfBreak(text, start) : EndOfLetter(text, start);
            if (text[start] != SoftHyphen && !(text[start] == '\r' && end < text.Length && text[end] == '\n'))
            {
                var (from, to) = typed(start, end);
                Add(writer, text.AsSpan(start, end - start), from, to, isMixed);
            }

            start = end;
        }

        return writer.ToReading();
    }

    // A word that was broken at a soft hyphen goes on in the next line, behind its signs of quotation.
    private static int EndOfBreak(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] is ' ' or '\r')
            end++;

        if (end >= text.Length || text[end] != '\n')
            return start + 1;

        do
            end++;
        while (end < text.Length && text[end] is ' ' or '>' or '\t');
        return end;
    }

    private static int EndOfLetter(string text, int start)
    {
        var end = start + RuneLength(text, start);
        while (end < text.Length && text[end] >= 0x0300 && IsMark(text, end))
            end += RuneLength(text, end);

        return end;
    }

    private static int RuneLength(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    private static bool IsMark(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Add(ReadableText.Writer writer, ReadOnlySpan<char> letter, int start, int end, bool isMixed)
    {
        if (letter.Length == 1 && letter[0] is >= ' ' and < '\u007f' and not '`')
        {
            writer.Add(letter, start, end);
            return;
        }

        Span<char> shown = stackalloc char[8];
        foreach (var rune in Compatible(letter).EnumerateRunes())
        {
            if (IsInvisible(rune))
                continue;

            var length = rune.EncodeToUtf16(shown);
            if (length == 1)
                shown[0] = isMixed ? MixedScripts.LatinOf(SpaceOrLetter(shown[0])) : SpaceOrLetter(shown[0]);

            writer.Add(shown[..length], start, end);
        }
    }

    private static string Compatible(ReadOnlySpan<char> letter)
    {
        var kept = new StringBuilder(letter.Length);
        var marks = 0;
        foreach (var rune in letter.EnumerateRunes())
        {
            // An unpaired surrogate is read as the replacement character here; Normalize would refuse it.
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                || (!IsOverlay(rune) && marks++ < MostMarks))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static char SpaceOrLetter(char letter) => letter switch
    {
        '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\u000b' or '\u000c' => '\n',
        '\t' or '\u2800' => ' ',
        _ when char.IsWhiteSpace(letter) => ' ',
        _ => Lookalikes.Of(letter),
    };

    // Lines struck through letters, and what encloses them.
    private static bool IsOverlay(Rune rune) =>
        rune.Value is >= 0x0334 and <= 0x0338 or 0x034f || Rune.GetUnicodeCategory(rune) == UnicodeCategory.EnclosingMark || IsInvisible(rune);

    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\t' or 0x85 or 0x0b or 0x0c => false,
        0x115f or 0x1160 or 0x3164 or 0xffa0 or 0x17b4 or 0x17b5 => true, // fillers
        >= 0x180b and <= 0x180f or >= 0xfe00 and <= 0xfe0f or >= 0xe0100 and <= 0xe01ef => true, // variation selectors
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control,
    };
}
