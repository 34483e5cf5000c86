using System.Globalization;

namespace FasterMoney.Web.Documents.Faces;

/// <summary>
/// Where a line may be broken, after UAX #14 as far as the faces' scripts want it: at spaces, beside Chinese characters and kana, and in
/// Thai, which has no spaces and whose words are not known here, between syllables' signs.
/// </summary>
internal static class Breaks
{
    private const string NotFirst = "、。，．・：；？！ゝゞヽヾ々〻ー’”）〕］｝〉》」』】〟ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ)]},.:;!?%％…‥～゛゜ะาำๅๆฯ";
    private const string NotLast = "‘“（〔［｛〈《「『【〝([{￥＄$£€¥เแโใไ";

    /// <summary>The pieces of a line that are not broken, and whether a space stands before each.</summary>
    public static IEnumerable<(string Piece, bool IsSpaced)> PiecesOf(string line)
    {
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var from = 0;
            for (var at = 1; at < word.Length; at++)
            {
                if (!MayBreak(word[at - 1], word[at]))
                    continue;
                yield return (word[from..at], from == 0);
                from = at;
            }

            yield return (word[from..], from == 0);
        }
    }

    /// <summary>Whether a text may be parted here at all: no pair of surrogates, no mark from its letter.</summary>
    public static bool MayPart(string text, int at) =>
        !char.IsLowSurrogate(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text[at]) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool MayBreak(char before, char after) =>
        (IsFree(before) || IsFree(after) || (IsThai(before) && IsThai(after)))
        && !char.IsLowSurrogate(after)
        && !NotFirst.Contains(after, StringComparison.Ordinal) && !NotLast.Contains(before, StringComparison.Ordinal)
        && CharUnicodeInfo.GetUnicodeCategory(after) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsThai(char character) => character is >= '\u0E01' and <= '\u0E5B';

    // Chinese characters, kana and their wide signs; the surrogates of further Chinese characters.
    private static bool IsFree(char character) =>
        character is (>= '\u2E80' and <= '\u312F') or (>= '\u3190' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
            or (>= '\uFF01' and <= '\uFFEF') or (>= '\uD840' and <= '\uD87F') or (>= '\uDC00' and <= '\uDFFF');
}
