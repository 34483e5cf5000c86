using FasterMoney.Web.Access;

namespace FasterMoney.Web.Host;

/// <summary>Where the server listens, as its settings say before it does.</summary>
public static class Listening
{
    /// <summary>The addresses. Endpoints of Kestrel's own section win over <c>urls</c>, which wins over ports alone; without any it is this machine.</summary>
    public static IReadOnlyList<string> Addresses(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
            return endpoints;

        var urls = Split(configuration["urls"]);
        return urls.Count > 0
            ? urls
            : [.. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"), .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}")];
    }

    /// <summary>The first address that others than this machine can reach; null when there is none.</summary>
    public static string? BeyondThisMachine(IConfiguration configuration) => Addresses(configuration).FirstOrDefault(address => !IsLocal(address));

    // A socket in the file system is for a proxy on this machine, which has its own setting.
    private static bool IsLocal(string address) => address.StartsWith("http://unix:/", StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && HostNames.IsThisMachine(uri.Host));

    private static List<string> Split(string? list) => [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
