using System.Text;
using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Texts that stand in base64 or base64url inside another one.</summary>
internal static partial class HiddenText
{
    /// <summary>Each run of a reading that is a text in base64, read.</summary>
    public static IEnumerable<ReadableText> In(ReadableText reading)
    {
        foreach (Match run in Runs().Matches(reading.Text))
        {
            if (Read(run.Value) is { } whole)
            {
                yield return Reading(reading, run.Index, run.Length, whole);
                continue;
            }

            // A slash may be part of an address instead.
            var at = run.Index;
            foreach (var part in run.Value.Split('/'))
            {
                if (part.Length is >= 16 && part.Length < run.Length && Read(part) is { } text)
                    yield return Reading(reading, at, part.Length, text);

                at += part.Length + 1;
            }
        }
    }

    /// <summary>The bytes of a text in base64 or base64url, padded or not; null when it is neither.</summary>
    public static byte[]? Bytes(string code)
    {
        var plain = Spaces().Replace(code, "").TrimEnd('=').Replace('-', '+').Replace('_', '/');
        if (plain.Length % 4 == 1)
            return null;

        var bytes = new byte[plain.Length];
        return Convert.TryFromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }

    private static ReadableText Reading(ReadableText reading, int start, int length, string text)
    {
        var writer = new ReadableText.Writer(reading.Place, text.Length);
        writer.Add(reading, start, length, text);
        return Folding.Again(writer.ToReading());
    }

    private static string? Read(string code)
    {
        if (Bytes(code) is not { Length: >= 10 } bytes)
            return null;

        try
        {
            var isWide = bytes.Length % 2 == 0 && bytes.Where((_, index) => index % 2 == 1).All(value => value == 0);
            var text = (isWide ? Encoding.Unicode : Strict).GetString(bytes);
            return text.All(letter => letter is '\n' or '\r' or '\t' || (!char.IsControl(letter) && letter != '\uffff')) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [GeneratedRegex(@"[A-Za-z0-9+/_\-]{16,}(?:\n[A-Za-z0-9+/_\-]{4,})*={0,2}")]
    private static partial Regex Runs();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
