using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FasterMoney.Tests.Messages.Corpus;

/// <summary>The ways in which a leak is hidden from a check that only compares letters.</summary>
internal static class Disguises
{
    public static string Of(string name, string text) => name switch
    {
        "plain" => text,
        "zero" => string.Join('\u200b', text.Select((letter, index) => index % 3 == 1 ? $"{letter}\u2060\u00ad" : $"{letter}")),
        "full" => string.Concat(text.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xfee0) : letter == ' ' ? '\u3000' : letter)),
        "percent" => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:X2}")),
        "percent2" => Of("percent", text).Replace("%", "%25"),
        "entity" => string.Concat(text.EnumerateRunes().Select((rune, index) => index % 2 == 0 ? $"&#{rune.Value};" : $"&#x{rune.Value:x};")),
        "entityofpercent" => Of("entity", Of("percent", text)),
        "base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        "base64url" => Of("base64", text).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        "cyrillic" => string.Concat(text.Select(letter => "aeopcxyABEKMHOPCTX".IndexOf(letter) is >= 0 and var at ? "аеорсхуАВЕКМНОРСТХ"[at] : letter)),
        "tags" => string.Join("<b></b>", text.Chunk(3).Select(part => new string(part))),
        "wrap" => Wrapped(text, 24, "\n"),
        "quote" => $"\n> {Wrapped(text, 30, "\n> ")}\n",
        "softbreak" => Regex.Replace(text, @"(?<=\p{L}{3})(?=\p{L}{3})", "\u00ad\n", RegexOptions.None),
        "qp" => QuotedPrintable(text, isWhole: false),
        "qpall" => QuotedPrintable(text, isWhole: true),
        "spaced" => string.Join(' ', text.Select(letter => $"{letter}")),
        "bold" => Regex.Replace(text, @"(?<=\p{L}{2})(?=\p{L}{2})", "**"),
        "under" => $"__{text}__",
        "greek" => string.Concat(text.Select(letter => "aeioutbnkpr".IndexOf(letter) is >= 0 and var at && at % 2 == 0 ? "αеіουτвηκρг"[at] : letter)),
        "flat" => string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such disguise."),
    };

    /// <summary>The text in lines of a width, broken at spaces as mail programs do.</summary>
    public static string Wrapped(string text, int width, string lineBreak)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return string.Join(lineBreak, lines.Append(line));
    }

    /// <summary>The text as RFC 2045 sends it, with soft breaks in the middle of words.</summary>
    public static string QuotedPrintable(string text, bool isWhole, int width = 20)
    {
        var pieces = Encoding.UTF8.GetBytes(text).Select(value => isWhole || value is < 32 or > 126 or (byte)'=' ? $"={value:X2}" : $"{(char)value}");
        var (written, length) = (new StringBuilder(), 0);
        foreach (var piece in pieces)
        {
            if (length + piece.Length > width)
            {
                written.Append("=\n");
                length = 0;
            }

            written.Append(piece);
            length += piece.Length;
        }

        return written.ToString();
    }
}
