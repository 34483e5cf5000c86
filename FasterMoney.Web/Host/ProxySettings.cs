using System.Net;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Host;

/// <summary>Whose X-Forwarded headers are believed: nobody's unless listed.</summary>
public sealed record ProxySettings(IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPNetwork> Networks)
{
    private const string Key = "Proxy:KnownProxies";

    /// <summary>Whether a connection from this address is a known proxy's.</summary>
    public bool Knows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Addresses.Any(known => known.Equals(address) || known.Equals(plain)) || Networks.Any(network => network.Contains(address) || network.Contains(plain));
    }

    public bool Any => Addresses.Count + Networks.Count > 0;

    public static ProxySettings Read(IConfiguration configuration, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Proxy"), errors, "KnownProxies");

        var addresses = new List<IPAddress>();
        var networks = new List<IPNetwork>();
        foreach (var entry in Entries(configuration.GetSection(Key)))
        {
            // "10.1" would be read as 10.0.0.1.
            if (IPAddress.TryParse(entry, out var address) && (entry.Contains(':') || entry.Count(c => c == '.') == 3))
                addresses.Add(address);
            else if (IPNetwork.TryParse(entry, out var network))
                networks.Add(network);
            else
                errors.Add($"{Key} holds \"{entry}\", which is neither an IP address nor a network such as 10.0.0.0/8.");
        }

        return new ProxySettings(addresses, networks);
    }

    // One variable with commas is what people write in an environment file; an array is what they write in JSON.
    private static IEnumerable<string> Entries(IConfigurationSection section) =>
        section.GetChildren().Select(child => child.Value).Append(section.Value)
            .SelectMany(value => (value ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
