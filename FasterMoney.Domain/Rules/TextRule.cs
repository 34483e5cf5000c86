using System.Buffers;
using System.Text;

namespace FasterMoney.Domain.Rules;

/// <summary>Checks of what people type, with the limits that the database keeps.</summary>
public static class TextRule
{
    /// <summary>Refuses an empty text and one of more than <paramref name="most"/> characters.</summary>
    public static RuleCheck Required(string? text, int most, string field, string whenEmpty) =>
        string.IsNullOrWhiteSpace(text) ? RuleCheck.Refused(whenEmpty, field) : AtMost(text, most, field);

    /// <summary>Refuses a text of more than <paramref name="most"/> characters, and one that no database keeps as it is; empty is allowed.</summary>
    public static RuleCheck AtMost(string? text, int most, string field) => RuleCheck
        .Unless(text?.Length > most, $"Shorten this to {most} characters; it has {text?.Length}.", field)
        .And(RuleCheck.Unless(!CanBeKept(text), "Type this again: it holds a broken character.", field));

    /// <summary>Refuses line breaks of every kind and other control characters: names, references, numbers and what becomes a line of a header stay one line.</summary>
    public static RuleCheck OneLine(string? text, string field) =>
        RuleCheck.Unless(!IsOneLine(text), "Leave out line breaks and control characters.", field);

    /// <summary>Whether a text is one line: without line breaks of any kind (Unicode's included) and other control characters.</summary>
    public static bool IsOneLine(string? text) => text is null || !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    /// <summary>The text as it is kept: trimmed, line breaks as LF, never null.</summary>
    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    // Half a surrogate pair has no UTF-8, and PostgreSQL refuses U+0000.
    private static bool CanBeKept(string? text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
                return false;

            rest = rest[length..];
        }

        return true;
    }
}
