using System.Text;

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
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such disguise."),
    };
}
