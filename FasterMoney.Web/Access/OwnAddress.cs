namespace FasterMoney.Web.Access;

/// <summary>The workspace's own address, for links that leave it: a request may ask under a name that a stranger chose.</summary>
public sealed class OwnAddress(IConfiguration settings, HostNames names)
{
    /// <summary>The address that a request came to, when it is the workspace's own; null otherwise.</summary>
    public string? Of(HttpRequest request) => names.Contain(request.Host) ? $"{request.Scheme}://{request.Host}" : null;

    /// <summary>The address as the settings say, for what is printed on the terminal.</summary>
    public string Configured
    {
        get
        {
            if (names.Configured is [var name, ..])
                return HostNames.IsThisMachine(name.Split(':')[0]) ? $"http://{name}" : $"https://{name}";

            var first = settings["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "http://localhost:5080";
            foreach (var every in (string[])["[::]", "0.0.0.0", "*", "+"])
                first = first.Replace($"://{every}", "://localhost", StringComparison.Ordinal);
            return first.TrimEnd('/');
        }
    }
}
