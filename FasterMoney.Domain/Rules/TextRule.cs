namespace FasterMoney.Domain.Rules;

/// <summary>Checks of what people type, with the limits that the database keeps.</summary>
public static class TextRule
{
    /// <summary>Refuses an empty text and one of more than <paramref name="most"/> characters.</summary>
    public static RuleCheck Required(string? text, int most, string field, string whenEmpty) =>
        string.IsNullOrWhiteSpace(text) ? RuleCheck.Refused(whenEmpty, field) : AtMost(text, most, field);

    /// <summary>Refuses a text of more than <paramref name="most"/> characters; empty is allowed.</summary>
    public static RuleCheck AtMost(string? text, int most, string field) => RuleCheck.Unless(
        text?.Length > most,
        $"Shorten this to {most} characters; it has {text?.Length}.",
        field);

    /// <summary>Refuses line breaks of every kind and other control characters: what becomes a line of a header or of a protocol stays one line.</summary>
    public static RuleCheck OneLine(string? text, string field) => RuleCheck.Unless(
        text is not null && text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'),
        "Leave out line breaks and control characters.",
        field);

    /// <summary>The text as it is kept: trimmed, line breaks as LF, never null.</summary>
    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
