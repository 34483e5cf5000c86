using System.Globalization;
using System.Net;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Access;

/// <summary>The names that the workspace answers to (<c>Host:Names</c>). Customers' pages answer at the hosts of the configured routes instead.</summary>
/// <param name="Configured">Lower case and ASCII, each with a port only where it was written with one; empty: this machine's own names.</param>
public sealed record HostNames(IReadOnlyList<string> Configured)
{
    public const string Key = "Host:Names";

    /// <summary>Reads the names, from a list or from one line with commas.</summary>
    public static HostNames Read(IConfiguration configuration, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Host"), errors, "Names");
        var names = new List<string>();
        foreach (var entry in Entries(configuration.GetSection(Key)))
        {
            if (Tidy(entry) is { } name)
                names.Add(name);
            else
                errors.Add($"{Key} holds \"{entry}\", which is not a host name such as app.your-business.example. Leave out https:// and what follows the name.");
        }

        return new HostNames(names);
    }

    /// <summary>Whether a request under this name is for the workspace. A name without a port stands for each of its ports.</summary>
    public bool Contain(HostString host)
    {
        if (!host.HasValue)
            return false;

        return Configured.Count == 0
            ? IsThisMachine(host.Host)
            : Configured.Contains(host.Value, StringComparer.OrdinalIgnoreCase) || Configured.Contains(host.Host, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a host is this machine by its own name.</summary>
    public static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string? Tidy(string entry)
    {
        if (!Uri.TryCreate($"http://{entry}", UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.PathAndQuery != "/" || uri.Fragment.Length > 0
            || entry.EndsWith('/') || uri.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic)
        {
            return null;
        }

        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant();
        var hasPort = entry.EndsWith($":{uri.Port.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal) && entry.Length > host.Length;
        return hasPort ? $"{host}:{uri.Port}" : host;
    }

    private static IEnumerable<string> Entries(IConfigurationSection section) =>
        section.GetChildren().Select(child => child.Value).Append(section.Value)
            .SelectMany(value => (value ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
