using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>A web address as it stands in a text, with or without its scheme.</summary>
/// <param name="Start">Where it starts in the reading.</param>
/// <param name="Scheme">In lower case; empty when it was left out.</param>
/// <param name="Host">In lower case, with the brackets of an IPv6 address.</param>
/// <param name="Port">With its colon; empty when it was left out.</param>
/// <param name="Path">From the first slash, question or number sign on; may be empty.</param>
internal sealed partial record WebAddress(int Start, int Length, string Scheme, string Host, string Port, string Path)
{
    /// <summary>What stands before an @ in front of the host; empty when nothing does.</summary>
    public string User { get; init; } = "";

    /// <summary>The host as it is written.</summary>
    public string Written { get; init; } = "";

    private const int MostNested = 20;

    /// <summary>Host and port, without a port that is the scheme's own.</summary>
    public string Authority => (Scheme, Port) is ("https" or "", ":443") or ("http" or "", ":80") ? Host : Host + Port;

    /// <summary>The path without query and fragment, in lower case, with single slashes and none at the end.</summary>
    public string Route
    {
        get
        {
            var path = Path.Split('?', '#')[0].Replace('\\', '/').ToLowerInvariant();
            return $"/{string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries))}";
        }
    }

    /// <summary>Query and fragment, in lower case.</summary>
    public string Query => Path.IndexOfAny(['?', '#']) is >= 0 and var at ? Path[at..].ToLowerInvariant() : "";

    /// <summary>Every address of a text.</summary>
    public static IEnumerable<WebAddress> In(string text) => In(text, 0, isNested: false);

    private static IEnumerable<WebAddress> In(string text, int offset, bool isNested)
    {
        foreach (Match found in Shape().Matches(text))
        {
            var value = found.Value.TrimEnd('.', ',', ';', ':', '!', '\'', '"', ')', ']', '}', '>', '*', '_');
            var host = found.Groups["host"].Value.TrimEnd('.').ToLowerInvariant();
            var port = found.Groups["port"].Value;
            var scheme = found.Groups["scheme"].Value.ToLowerInvariant();
            var path = found.Groups["path"] is { Success: true } part && part.Index - found.Index < value.Length ? value[(part.Index - found.Index)..] : "";
            var address = new WebAddress(offset + found.Index, Math.Max(value.Length, 1), scheme, host, port.TrimStart(':').Length > 0 ? $":{port.TrimStart(':').TrimStart('0')}" : "", path)
            {
                User = found.Groups["user"].Value,
                Written = found.Groups["host"].Value.TrimEnd('.'),
            };
            if (scheme.Length > 0 || address.LooksLikeOne())
                yield return address;

            // Addresses carry others in their queries and paths.
            foreach (var inner in isNested ? [] : Inner().Matches(path).Take(MostNested))
            {
                var from = found.Groups["path"].Index + inner.Index;
                foreach (var nested in In(text[from..(found.Index + value.Length)], offset + from, isNested: true).Take(1))
                    yield return nested;
            }
        }
    }

    // Without a scheme, words with dots and times of the day look alike.
    private bool LooksLikeOne() =>
        PrivateHosts.Contains(Host) || (Host.Contains('.') && Host.Any(char.IsAsciiLetter)) || (Port.Length > 0 && Path.StartsWith('/') && Host.Any(char.IsAsciiLetter));

    [GeneratedRegex(@"(?<=[=&?#]|[/=&?#](?=https?:))[^=&?#\s]{3}", RegexOptions.IgnoreCase)]
    private static partial Regex Inner();

    [GeneratedRegex(
        @"(?:\b(?<scheme>https?|wss?|ftp):[/\\]*|(?<scheme>(?!))|(?<![A-Za-z0-9@._\-/\\])(?=[\p{L}\p{N}\[]))(?:(?<user>(?>[^\s/@:]{1,64})(?::(?>[^\s/@]{0,64}))?)@)?"
        + @"(?<host>\[[0-9A-Fa-f:.]{2,45}\]|[\p{L}\p{N}](?:[\p{L}\p{N}._\-]{0,252}[\p{L}\p{N}])?\.?)(?<port>:\d{1,5}(?!\d))?(?<path>[/\\?#][^\s<>""]*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
