namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Reads a text on as a person does: lines that a program wrapped are one, signs of quotation and of emphasis say nothing, and
/// letters that stand apart make a word. Line breaks are left where a paragraph or an item of a list begins.
/// </summary>
internal static class Flow
{
    private const int FewestApart = 6;

    public static ReadableText Of(ReadableText reading)
    {
        var text = reading.Text;
        var writer = new ReadableText.Writer(reading.Place, text.Length);
        var at = StartOfLine(text, 0);
        while (at < text.Length)
        {
            at = text[at] switch
            {
                '\n' => AddBreak(writer, reading, at),
                ' ' => AddSpace(writer, reading, at),
                '=' when IsSoftBreak(text, at) => IsQuoted(text, at) ? BehindQuote(text, at + 2) : at + 2,
                '*' or '~' or '_' when EndOfEmphasis(text, at) is var end && end > at => end,
                _ when LettersApart.At(text, at, FewestApart) is { } run => AddRun(writer, reading, run),
                _ => AddLetter(writer, reading, at),
            };
        }

        return writer.ToReading();
    }

    private static int AddLetter(ReadableText.Writer writer, ReadableText reading, int at)
    {
        writer.Add(reading, at, 1);
        return at + 1;
    }

    private static int AddSpace(ReadableText.Writer writer, ReadableText reading, int at)
    {
        var end = at + 1;
        while (end < reading.Text.Length && reading.Text[end] == ' ')
            end++;

        if (end < reading.Text.Length && reading.Text[end] != '\n')
            writer.Add(reading, at, end - at, " ");

        return end;
    }

    private static int AddBreak(ReadableText.Writer writer, ReadableText reading, int at)
    {
        var text = reading.Text;
        var (end, breaks) = (at, 0);
        do
        {
            end = StartOfLine(text, end + 1);
            breaks++;
        }
        while (end < text.Length && text[end] == '\n');
        if (end < text.Length && writer.Length > 0)
            writer.Add(reading, at, 1, breaks > 1 ? "\n\n" : IsItem(text, end) ? "\n" : " ");

        return end;
    }

    private static int AddRun(ReadableText.Writer writer, ReadableText reading, LettersApart run)
    {
        foreach (var at in run.Places)
        {
            if (at >= 0)
                writer.Add(reading, at, 1);
            else
                writer.Add(reading, ~at, 1, " ");
        }

        return run.End;
    }

    // Behind the spaces and signs of quotation that a line starts with.
    private static int StartOfLine(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '>')
            at++;

        return at;
    }

    private static bool IsQuoted(string text, int at) => text.AsSpan(text.LastIndexOf('\n', at) + 1).TrimStart(' ').StartsWith('>');

    // What goes on behind signs of quotation may start with a space of its own.
    private static int BehindQuote(string text, int at)
    {
        while (at < text.Length && text[at] == '>')
            at += at + 1 < text.Length && text[at + 1] == ' ' ? 2 : 1;

        return at;
    }

    private static bool IsItem(string text, int at)
    {
        if (text[at] is '-' or '*' or '•' or '·' or '+')
            return at + 1 < text.Length && text[at + 1] == ' ';

        var end = at;
        while (end < text.Length && end - at < 3 && char.IsAsciiDigit(text[end]))
            end++;

        return end > at && end + 1 < text.Length && text[end] == ')' && text[end + 1] == ' ';
    }

    // RFC 2045: an equals sign at the end of a line is no part of the text.
    private static bool IsSoftBreak(string text, int at) =>
        at > 0 && at + 2 < text.Length && text[at + 1] == '\n' && text[at + 2] != '\n' && text[at - 1] is not ('=' or '\n');

    // Stars and double tildes beside a letter; underscores only around whole words, because secrets hold them, too.
    private static int EndOfEmphasis(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == text[at])
            end++;

        var (before, after) = (at > 0 ? text[at - 1] : ' ', end < text.Length ? text[end] : ' ');
        var (isAfterWord, isBeforeWord) = (IsOfWord(before), IsOfWord(after));
        return text[at] switch
        {
            '*' when end - at <= 3 && (isAfterWord || isBeforeWord) && !(end - at == 1 && char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) => end,
            '~' when end - at == 2 && (isAfterWord || isBeforeWord) => end,
            '_' when end - at <= 2 && isBeforeWord && (char.IsWhiteSpace(before) || before is '(' or '"' or '\'' or ':' or '*') => end,
            '_' when end - at <= 2 && (isAfterWord || before is '.' or '!' or '?') && (char.IsWhiteSpace(after) || after is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '"' or '\'' or '*') => end,
            _ => at,
        };
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '$' or '€' or '£' or '¥' or '(' or ')' or '/';
}
