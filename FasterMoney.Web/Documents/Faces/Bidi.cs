using System.Globalization;

namespace FasterMoney.Web.Documents.Faces;

/// <summary>
/// The order of a line in which some letters run to the left: the implicit part of the Unicode bidirectional algorithm (UAX #9, rules
/// P2 to I2 and L1). Embeddings and overrides are not followed, so that no text can pretend to be another; pairs of brackets (N0) are not either.
/// </summary>
internal static class Bidi
{
    /// <summary>Says that a line runs to the left; has no width.</summary>
    public const char ToTheLeft = '\u200F';

    private enum Kind
    {
        Left,
        Right,
        ArabicLetter,
        Number,
        ArabicNumber,
        Sign,
        Separator,
        Currency,
        Mark,
        Neutral,
        Space,
    }

    public static bool Matters(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (IsOfTheLeft(character))
                return true;
        }

        return false;
    }

    /// <summary>Whether the first letter that has a direction runs to the left.</summary>
    public static bool StartsToTheLeft(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (KindOf(character) is Kind.Left)
                return false;
            if (KindOf(character) is Kind.Right or Kind.ArabicLetter)
                return true;
        }

        return false;
    }

    /// <summary>The level of each character: even runs to the right, odd to the left.</summary>
    public static int[] LevelsOf(string line)
    {
        var kinds = new Kind[line.Length];
        for (var at = 0; at < kinds.Length; at++)
            kinds[at] = KindOf(line[at]);
        var level = StartsToTheLeft(line) ? 1 : 0;
        var outside = level == 1 ? Kind.Right : Kind.Left;
        SettleWeak(kinds, outside);
        SettleNeutral(kinds, outside);
        var levels = kinds.Select(kind => (level, kind) switch
        {
            (0, Kind.Right) => 1,
            (0, Kind.Number or Kind.ArabicNumber) => 2,
            (1, not Kind.Right) => 2,
            _ => level,
        }).ToArray();
        for (var at = line.Length - 1; at >= 0 && KindOf(line[at]) == Kind.Space; at--)
            levels[at] = level;
        return levels;
    }

    // W1 to W7.
    private static void SettleWeak(Kind[] kinds, Kind outside)
    {
        for (var at = 0; at < kinds.Length; at++)
        {
            if (kinds[at] == Kind.Mark)
                kinds[at] = at == 0 ? outside : kinds[at - 1];
        }

        var strong = outside;
        for (var at = 0; at < kinds.Length; at++)
        {
            if (kinds[at] is Kind.Left or Kind.Right or Kind.ArabicLetter)
                strong = kinds[at];
            else if (kinds[at] == Kind.Number && strong == Kind.ArabicLetter)
                kinds[at] = Kind.ArabicNumber;
        }

        for (var at = 0; at < kinds.Length; at++)
        {
            if (kinds[at] == Kind.ArabicLetter)
                kinds[at] = Kind.Right;
        }

        for (var at = 1; at + 1 < kinds.Length; at++)
        {
            if ((kinds[at - 1], kinds[at], kinds[at + 1]) is (Kind.Number, Kind.Sign or Kind.Separator, Kind.Number) or (Kind.ArabicNumber, Kind.Separator, Kind.ArabicNumber))
                kinds[at] = kinds[at - 1];
        }

        SettleCurrencies(kinds);
        strong = outside;
        for (var at = 0; at < kinds.Length; at++)
        {
            if (kinds[at] is Kind.Left or Kind.Right)
                strong = kinds[at];
            else if (kinds[at] == Kind.Number && strong == Kind.Left)
                kinds[at] = Kind.Left;
            else if (kinds[at] is Kind.Sign or Kind.Separator or Kind.Currency)
                kinds[at] = Kind.Neutral;
        }
    }

    // W5: a row of signs of currency or percent beside a number goes with it.
    private static void SettleCurrencies(Kind[] kinds)
    {
        for (int at = 0, end; at < kinds.Length; at = end + 1)
        {
            for (end = at; end < kinds.Length && kinds[end] == Kind.Currency; end++)
            {
            }

            if ((at > 0 && kinds[at - 1] == Kind.Number) || (end < kinds.Length && kinds[end] == Kind.Number))
                kinds.AsSpan(at, end - at).Fill(Kind.Number);
        }
    }

    // N1 and N2.
    private static void SettleNeutral(Kind[] kinds, Kind outside)
    {
        for (int at = 0, end; at < kinds.Length; at = end + 1)
        {
            for (end = at; end < kinds.Length && kinds[end] is Kind.Neutral or Kind.Space; end++)
            {
            }

            var before = at == 0 ? outside : SideOf(kinds[at - 1]);
            var after = end == kinds.Length ? outside : SideOf(kinds[end]);
            kinds.AsSpan(at, end - at).Fill(before == after ? before : outside);
        }
    }

    private static Kind SideOf(Kind kind) => kind == Kind.Left ? Kind.Left : Kind.Right;

    private static bool IsOfTheLeft(char character) =>
        character is (>= '\u0590' and <= '\u08FF') or ToTheLeft or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE');

    private static Kind KindOf(char character) => character switch
    {
        >= '0' and <= '9' or >= '\u06F0' and <= '\u06F9' => Kind.Number,
        >= '\u0660' and <= '\u0669' or '\u066B' or '\u066C' => Kind.ArabicNumber,
        '+' or '-' or '\u2212' => Kind.Sign,
        '.' or ',' or ':' or '/' or '\u00A0' or '\u202F' or '\u060C' => Kind.Separator,
        '%' or '#' or '\u00B0' or '\u066A' or '\u2030' => Kind.Currency,
        ' ' or '\t' => Kind.Space,
        ToTheLeft => Kind.Right,
        '\u200C' or '\u200D' => Kind.Mark,
        _ => ByCategory(character),
    };

    private static Kind ByCategory(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.CurrencySymbol => Kind.Currency,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Kind.Mark,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.Surrogate =>
            !IsOfTheLeft(character) ? Kind.Left : character < '\u0600' || character is >= '\uFB1D' and <= '\uFB4F' ? Kind.Right : Kind.ArabicLetter,
        _ => Kind.Neutral,
    };
}
