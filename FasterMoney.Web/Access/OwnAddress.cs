using System.Net;

namespace FasterMoney.Web.Access;

/// <summary>The workspace's own address, for links that leave it: a request may ask under a name that a stranger chose.</summary>
public sealed class OwnAddress(IConfiguration settings)
{
    public const string Setting = "Host:Names";

    /// <summary>The address that a request came to, when it is known to be the workspace's own; null otherwise.</summary>
    public string? Of(HttpRequest request) =>
        IsThisMachine(request.Host.Host) || Names.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase) || Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
            ? $"{request.Scheme}://{request.Host}"
            : null;

    /// <summary>The address as the settings say, for what is printed on the terminal.</summary>
    public string Configured
    {
        get
        {
            if (Names is [var name, ..])
                return IsThisMachine(name.Split(':')[0]) ? $"http://{name}" : $"https://{name}";

            var first = settings["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "http://localhost:5080";
            foreach (var every in (string[])["[::]", "0.0.0.0", "*", "+"])
                first = first.Replace($"://{every}", "://localhost", StringComparison.Ordinal);
            return first.TrimEnd('/');
        }
    }

    private List<string> Names =>
    [
        .. settings.GetSection(Setting).GetChildren().Select(child => child.Value).Append(settings[Setting])
            .SelectMany(value => (value ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
