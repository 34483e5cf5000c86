using System.Globalization;
using System.Text;

namespace FasterMoney.Web.Csv;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula: an apostrophe goes in front of one whose first visible sign starts a formula,
/// and comes off again when the file is read here. What carries that apostrophe already gets a second one, so that every text comes back equal.
/// </summary>
public static class CellText
{
    private const char Guard = '\'';

    /// <summary>A text as it may stand in a cell.</summary>
    public static string Guarded(string? text) => StartsFormula(text) ? Guard + text : text ?? "";

    /// <summary>What a cell said before it was guarded.</summary>
    public static string Unguarded(string cell) => cell is [Guard, ..] && StartsFormula(cell) ? cell[1..] : cell;

    /// <summary>Whether a text must not stand in a cell as it is: behind signs that nobody sees, and apostrophes, it starts a formula; or it starts with a tab or a line break.</summary>
    private static bool StartsFormula(string? text)
    {
        var rest = text.AsSpan().TrimStart(Guard);
        if (rest is ['\t' or '\r' or '\n', ..])
            return true;

        foreach (var rune in rest.EnumerateRunes())
        {
            if (!IsInvisible(rune))
                return Starts(rune);
        }

        return false;
    }

    // Wide, small, raised and lowered forms are taken for the plain sign by some programs, and by Unicode (NFKC).
    private static bool Starts(Rune rune) =>
        rune.Value == '\u2212' || (rune.ToString().Normalize(NormalizationForm.FormKC) is ['=' or '+' or '-' or '@', ..]);

    // Blanks, controls, zero-width and direction signs, marks without a letter, and the letters that Unicode draws as nothing.
    private static bool IsInvisible(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC or 0xFFFD
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;
}
