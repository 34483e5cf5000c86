namespace FasterMoney.Domain.Rules;

/// <summary>Letters and signs that look like a Latin one. A reader takes them for it, so what reads texts for people does, too (after Unicode's confusables).</summary>
internal static class Lookalikes
{
    private const string From =
        "аеорсухіјѕһԁԛԝүАВЕНІЈКМОРСТУХЅԌ" // Cyrillic
        + "ονραικυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" // Greek
        + "օѵɡɩıᴏ" // Armenian and phonetic letters
        + "‐‑‒–—―−⁃﹘" // hyphens and dashes
        + "‘’‚‛ʼ`´′ʹ＇“”„«»″"
        + "∕⁄╱∶։。‧⸱";

    private const string To =
        "aeopcyxijshdqwyABEHIJKMOPCTYXSG"
        + "ovpaikuxABEZHIKMNOPTYX"
        + "ovgiio"
        + "---------"
        + "''''''''''\"\"\"\"\"\""
        + "///::...";

    private static readonly Dictionary<char, char> Pairs = From.Zip(To).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>What a letter is taken for: itself, unless it only looks like another one.</summary>
    public static char Of(char letter) => letter < 0x80 && letter != '`' ? letter : Pairs.GetValueOrDefault(letter, letter);
}
