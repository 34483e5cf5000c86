using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>What a finding shows of a text: short, on one line, and never a whole secret.</summary>
internal static partial class Excerpts
{
    private const int Longest = 60;

    public static string Of(string text, int start, int length)
    {
        start = Math.Clamp(start, 0, text.Length);
        var part = text.Substring(start, Math.Clamp(length, 0, text.Length - start));
        var shown = Masked(Spaces().Replace(part, " ").Trim());
        return shown.Length <= Longest ? shown : $"{shown[..(char.IsHighSurrogate(shown[Longest - 2]) ? Longest - 2 : Longest - 1)]}…";
    }

    /// <summary>The text with everything that could be a token or an id shortened to its first four characters.</summary>
    public static string Masked(string text) => Secret().Replace(text, secret => $"{secret.Value[..4]}…");

    [GeneratedRegex(@"[A-Za-z0-9_\-]{20,}")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
