using System.Collections;
using System.Text.RegularExpressions;

namespace FasterMoney.Web.Telemetry;

/// <summary>
/// Finds what could be a portal token: 43 characters of base64url that stand alone. A percent-encoded slash in
/// front counts as a border, because addresses are logged inside other addresses' query strings.
/// </summary>
public static partial class TokenMask
{
    public const string Replacement = "[token]";

    private const int TokenLength = 43;

    public static string Apply(string text) => text.Length < TokenLength ? text : Token().Replace(text, Replacement);

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

    [GeneratedRegex("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])|(?<=%(?:25)*[0-9A-Fa-f]{2})[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}

/// <summary>Stands in for an exception whose text held a portal token.</summary>
public sealed class MaskedException(string message, string text) : Exception(message)
{
    public override string ToString() => text;
}
