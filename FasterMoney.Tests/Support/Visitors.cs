namespace FasterMoney.Tests.Support;

/// <summary>Requests as visitors of a customer's page make them.</summary>
public static class Visitors
{
    /// <summary>What a person's browser calls itself.</summary>
    public const string BrowserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    /// <summary>A person who followed a link.</summary>
    public static HttpRequestMessage Browser(string path, HttpMethod? method = null) => new(method ?? HttpMethod.Get, path)
    {
        Headers =
        {
            { "User-Agent", BrowserAgent }, { "Sec-Fetch-Mode", "navigate" }, { "Sec-Fetch-Dest", "document" }, { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-User", "?1" },
        },
    };
}
