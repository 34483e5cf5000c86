using System.Collections;
using System.Text.RegularExpressions;

namespace FasterMoney.Web.Telemetry;

/// <summary>
/// Finds what could be a secret in any text that is logged: 43 characters of base64url that stand alone, the shape of portal tokens
/// and codes; what follows the addresses that take codes; and what the server quotes of a request that it could not read.
/// A percent-encoded slash in front counts as a border, because addresses are logged inside other addresses' query strings.
/// What the request at hand hides goes too, whatever its shape.
/// </summary>
public static partial class TokenMask
{
    public const string Replacement = "[token]";

    private const int Shortest = 6;

    public static string Apply(string text)
    {
        if (text.Length < Shortest)
            return text;

        var masked = Secret().Replace(text, Replacement);
        return SecretAddress.Current is { } address ? address.Hide(masked) : masked;
    }

    /// <summary>A value as it may be logged: itself when it shows no token, otherwise its masked text.</summary>
    public static object? Apply(object? value)
    {
        switch (value)
        {
            case null or bool or char or byte or int or long or double or decimal or Guid or DateTime or DateTimeOffset or TimeSpan or Enum or Type:
                return value;
            case string text:
                return Apply(text);
            case ICollection items:
                var masked = items.Cast<object?>().Select(Apply).ToArray();
                return masked.SequenceEqual(items.Cast<object?>(), ReferenceEqualityComparer.Instance) ? value : masked;
            default:
                var shown = value.ToString();
                return shown is null || Apply(shown) is var safe && ReferenceEquals(safe, shown) ? value : safe;
        }
    }

    /// <summary>The exception, or a stand-in with the masked text when anything it would print shows a token.</summary>
    public static Exception? Apply(Exception? exception)
    {
        if (exception?.ToString() is not { } text)
            return null;
        var safe = Apply(text);
        return ReferenceEquals(safe, text) ? exception : new MaskedException(Apply(exception.Message), safe);
    }

    [GeneratedRegex(
        // A token or a code by its shape.
        "(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])|(?<=%(?:25)*[0-9A-Fa-f]{2})[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])"
        // A code by its place.
        + "|(?<=account(?:/|%(?:25)*2F)(?:invite|reset|new-password)(?:/|%(?:25)*2F))[^\\s/?&\"'<>]+|(?<=[?&;](?:preview|code)=|%(?:25)*(?:3F|26)(?:preview|code)%(?:25)*3D)[^\\s&\"'<>]+"
        // What the server says about a request line or a header that makes no sense.
        + "|(?<=Invalid (?:request line|request target|request header|Host header): ').*(?=')",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}

/// <summary>Stands in for an exception whose text held a portal token.</summary>
public sealed class MaskedException(string message, string text) : Exception(message)
{
    public override string ToString() => text;
}
