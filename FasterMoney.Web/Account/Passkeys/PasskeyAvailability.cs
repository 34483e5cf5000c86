using System.Net;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Account.Passkeys;

/// <summary>
/// Whether passkeys can be used here. They are bound to a domain for good, so it comes from a setting and never from the
/// Host header, which a stranger chooses. Without the setting only <c>localhost</c> has them.
/// </summary>
public sealed class PasskeyAvailability(IConfiguration settings)
{
    public const string Setting = "Account:PasskeyDomain";
    public const string Loopback = "localhost";

    public static void Check(IConfiguration configuration, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Account"), errors, "PasskeyDomain");
        if (configuration[Setting] is { Length: > 0 } domain && Uri.CheckHostName(domain.Trim()) != UriHostNameType.Dns)
            errors.Add($"{Setting} is \"{domain}\". Use a domain alone, such as app.your-business.example.");
    }

    /// <summary>The domain that passkeys are made for.</summary>
    public string Domain { get; } = settings[Setting] is { Length: > 0 } domain ? domain.Trim().ToLowerInvariant() : Loopback;

    public bool AreOn(HttpRequest request) => Covers(request.Host.Host)
        && (Domain != Loopback || request.HttpContext.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));

    /// <summary>Whether a ceremony of this origin is ours: the page's own scheme, host and port, under the domain, in no frame of another site.</summary>
    public bool IsOwnOrigin(string origin, bool crossOrigin, HttpRequest request) =>
        !crossOrigin
        && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        && Covers(request.Host.Host);

    private bool Covers(string host) =>
        host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase);
}
