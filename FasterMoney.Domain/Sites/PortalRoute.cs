using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Sites;

/// <summary>Where a site's customer pages live: a base URL and one path segment, such as <c>https://pay.acme.example</c> and <c>pay</c>.</summary>
public sealed partial record PortalRoute
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "account", "admin", "api", "check", "css", "customers", "error", "favicon", "follow-ups", "health", "help", "images", "import", "invoices",
        "js", "login", "logout", "messages", "money", "not-found", "preview", "robots", "settings", "setup", "shell", "sign-in", "site", "static",
        "well-known",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private PortalRoute(string authority, string scheme, string segment) => (Authority, Scheme, Segment) = (authority, scheme, segment);

    /// <summary>Host, with the port when it is not the scheme's own, in lower case: <c>pay.acme.example</c>, <c>localhost:5080</c>.</summary>
    public string Authority { get; }

    /// <summary><c>https</c>, or <c>http</c> on a loopback address.</summary>
    public string Scheme { get; }

    /// <summary>The path segment before the token, in lower case.</summary>
    public string Segment { get; }

    /// <summary>Scheme and authority, without a slash at the end.</summary>
    public string BaseUrl => $"{Scheme}://{Authority}";

    /// <summary>The customer's address for a token. Built from the configured route alone.</summary>
    public string UrlFor(string token) => $"{BaseUrl}/{Segment}/{token}";

    /// <summary>Whether the two inputs make a route; every reason if not, each naming <c>BaseUrl</c> or <c>Segment</c>.</summary>
    public static RuleCheck Check(string? baseUrl, string? segment) => CheckBaseUrl(baseUrl).And(CheckSegment(segment));

    /// <summary>The route of the two inputs.</summary>
    /// <exception cref="RuleViolation">They are refused by <see cref="Check"/>.</exception>
    public static PortalRoute Parse(string? baseUrl, string? segment)
    {
        Check(baseUrl, segment).Insist();
        var uri = new Uri(baseUrl!.Trim());
        // Only Host keeps the brackets of an IPv6 address.
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return new PortalRoute(uri.IsDefaultPort ? host : $"{host}:{uri.Port}", uri.Scheme, segment!.Trim().ToLowerInvariant());
    }

    private static RuleCheck CheckBaseUrl(string? baseUrl)
    {
        const string field = "BaseUrl";
        if (string.IsNullOrWhiteSpace(baseUrl))
            return RuleCheck.Refused("Enter the address of your customer pages, such as https://pay.your-business.example.", field);

        if (!Uri.TryCreate(baseUrl.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
            return RuleCheck.Refused("This is not a web address. It starts with https:// and a host name.", field);

        return RuleCheck
            .Unless(uri.Scheme == "http" && !uri.IsLoopback, "Use https: customers' links travel by e-mail and must be encrypted.", field)
            .And(RuleCheck.Unless(uri.UserInfo.Length > 0, "Leave out the user name and password.", field))
            .And(RuleCheck.Unless(uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0,
                "Leave out everything after the host; the path has its own field.", field));
    }

    private static RuleCheck CheckSegment(string? segment)
    {
        const string field = "Segment";
        var text = segment?.Trim() ?? "";
        if (!SegmentShape().IsMatch(text))
            return RuleCheck.Refused("Use 2 to 40 letters, digits and hyphens, starting and ending with a letter or digit.", field);

        return RuleCheck.Unless(Reserved.Contains(text), $"'{text.ToLowerInvariant()}' is an address of this application. Choose another word.", field);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,38}[A-Za-z0-9]\\z")]
    private static partial Regex SegmentShape();
}
