using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Reads what stands in a text in another notation: percent signs, quoted-printable, HTML entities and tags, escapes, and the ways in which people spell addresses out.</summary>
internal static class Decoding
{
    private static readonly Dictionary<string, string> Entities = new(StringComparer.Ordinal)
    {
        ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = " ", ["commat"] = "@", ["colon"] = ":", ["sol"] = "/",
        ["period"] = ".", ["lowbar"] = "_", ["lcub"] = "{", ["lbrace"] = "{", ["rcub"] = "}", ["rbrace"] = "}", ["num"] = "#", ["equals"] = "=",
        ["quest"] = "?", ["hyphen"] = "-", ["dash"] = "-", ["ndash"] = "-", ["mdash"] = "-", ["shy"] = "", ["zwj"] = "", ["zwnj"] = "", ["lrm"] = "", ["rlm"] = "",
        ["ZeroWidthSpace"] = "", ["NoBreak"] = "", ["excl"] = "!", ["percnt"] = "%", ["plus"] = "+", ["comma"] = ",", ["semi"] = ";", ["lpar"] = "(", ["rpar"] = ")",
        ["lsqb"] = "[", ["lbrack"] = "[", ["rsqb"] = "]", ["rbrack"] = "]", ["bsol"] = "\\", ["dollar"] = "$", ["Tab"] = " ", ["NewLine"] = "\n", ["lsquo"] = "'",
        ["rsquo"] = "'", ["ldquo"] = "\"", ["rdquo"] = "\"", ["ensp"] = " ", ["emsp"] = " ", ["thinsp"] = " ", ["euro"] = "€", ["pound"] = "£", ["yen"] = "¥",
        ["auml"] = "ä", ["ouml"] = "ö", ["uuml"] = "ü", ["Auml"] = "Ä", ["Ouml"] = "Ö", ["Uuml"] = "Ü", ["szlig"] = "ß", ["eacute"] = "é", ["Eacute"] = "É",
        ["egrave"] = "è", ["ecirc"] = "ê", ["agrave"] = "à", ["acirc"] = "â", ["aacute"] = "á", ["iacute"] = "í", ["oacute"] = "ó", ["uacute"] = "ú",
        ["ntilde"] = "ñ", ["ccedil"] = "ç", ["ocirc"] = "ô", ["ucirc"] = "û", ["icirc"] = "î", ["oslash"] = "ø", ["aring"] = "å", ["aelig"] = "æ",
    };

    private static readonly Regex Coded = LanguageWords.RegexOf(
        $$"""
        (?:%[0-9A-Fa-f]{2})+
        |(?-i:(?:=[0-9A-F]{2})+)
        |&(?<entity>[A-Za-z]{2,14});?
        |&\#(?<decimal>[0-9]{1,7});?
        |&\#[xX](?<hex>[0-9A-Fa-f]{1,6});?
        |\\[uU]\{?(?<escape>[0-9A-Fa-f]{4,6})\}?
        |\\x(?<escape>[0-9A-Fa-f]{2})
        |(?<block><br\s?/?>|</?(?:p|div|li|ul|tr|table|h[1-6])\b[^<>]{0,400}>)
        |(?<tag></?(?:a|abbr|b|big|br|code|div|em|font|h[1-6]|i|img|li|mark|p|s|small|span|strong|sub|sup|table|td|tr|tt|u|ul|wbr)\b(?:(?!=3D)[^<>]){0,400}>|<!--[^<>]{0,200}-->)
        |(?<dot>\ ?(?:\[(?:\.|{{LanguageWords.Any(words => words.DotWords)}})\]|\((?:\.|{{LanguageWords.Any(words => words.DotWords)}})\))\ ?)
        |(?<at>\ ?(?:\[(?:@|{{LanguageWords.Any(words => words.AtWords)}})\]|\((?:@|{{LanguageWords.Any(words => words.AtWords)}})\)|\{(?:{{LanguageWords.Any(words => words.AtWords)}})\})\ ?)
        |(?<colon>\[:\])
        |\bhxxp(?<scheme>s?)(?=:)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase);

    /// <summary>The reading with one layer taken off; null when there is none.</summary>
    public static ReadableText? OneLayer(ReadableText reading)
    {
        var codes = Coded.Matches(reading.Text);
        if (codes.Count == 0)
            return null;

        var writer = new ReadableText.Writer(reading.Place, reading.Text.Length);
        var (at, changed) = (0, false);
        // Tags are taken off when what stands in them can be read.
        var isPrintable = reading.Text.Contains("=3D", StringComparison.Ordinal);
        foreach (Match code in codes)
        {
            writer.Add(reading, at, code.Index - at);
            at = code.Index + code.Length;
            if (code.Value[0] is '%' or '=')
            {
                changed |= AddPercent(writer, reading, code);
            }
            else if (!(isPrintable && code.Value[0] == '<') && Meaning(code) is { } meaning)
            {
                changed = true;
                writer.Add(reading, code.Index, code.Length, meaning);
            }
            else
            {
                writer.Add(reading, code.Index, code.Length);
            }
        }

        writer.Add(reading, at, reading.Text.Length - at);
        return changed ? Folding.Again(writer.ToReading()) : null;
    }

    private static string? Meaning(Match code) => code switch
    {
        _ when code.Groups["entity"] is { Success: true } entity => Entities.GetValueOrDefault(entity.Value),
        _ when code.Groups["decimal"] is { Success: true } digits => Letter(digits.Value, NumberStyles.None),
        _ when code.Groups["hex"] is { Success: true } digits => Letter(digits.Value, NumberStyles.AllowHexSpecifier),
        _ when code.Groups["escape"] is { Success: true } digits => Letter(digits.Value, NumberStyles.AllowHexSpecifier),
        _ when code.Groups["block"].Success => "\n",
        _ when code.Groups["tag"].Success => "",
        _ when code.Groups["dot"].Success => ".",
        _ when code.Groups["at"].Success => "@",
        _ when code.Groups["colon"].Success => ":",
        _ when code.Groups["scheme"] is { Success: true } scheme => $"http{scheme.Value}",
        _ => null,
    };

    private static string? Letter(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var value) && value != 0 && Rune.IsValid(value) ? new Rune(value).ToString() : null;

    // Each character came from the percent signs that its own bytes stand in.
    private static bool AddPercent(ReadableText.Writer writer, ReadableText reading, Match code)
    {
        var bytes = Convert.FromHexString(code.Value.Replace(code.Value[..1], "", StringComparison.Ordinal));
        var changed = false;
        for (var at = 0; at < bytes.Length;)
        {
            var isLetter = Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done;
            changed |= isLetter;
            writer.Add(reading, code.Index + (at * 3), length * 3, isLetter ? rune.ToString() : null);
            at += length;
        }

        return changed;
    }
}
