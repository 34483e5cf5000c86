using System.Buffers;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Portal;

/// <summary>
/// Tells people from programs by what a visitor says about itself. A person is a navigation of a browser that says so (Fetch Metadata,
/// which browsers send by themselves and pages cannot forge); programs that name themselves are robots; all others are unclear.
/// </summary>
public static class PortalVisitor
{
    private static readonly SearchValues<string> Robots = SearchValues.Create(
        [
            "Slackbot", "Slack-ImgProxy", "WhatsApp", "facebookexternalhit", "facebookcatalog", "meta-external", "Twitterbot", "LinkedInBot",
            "TelegramBot", "Discordbot", "SkypeUriPreview", "Googlebot", "Google-InspectionTool", "GoogleImageProxy", "Google-Safety",
            "APIs-Google", "bingbot", "BingPreview", "Applebot", "DuckDuckBot", "YandexBot", "Baiduspider", "SafeLinks", "Microsoft Office",
            "ms-office", "MicrosoftPreview", "Barracuda", "Proofpoint", "Mimecast", "redditbot", "Pinterestbot", "vkShare", "Viber",
            "Snapchat", "Iframely", "Embedly", "Mattermost-Bot", "ZoomBot", "Signal-", "Mastodon", "Bluesky", "archive.org_bot", "GPTBot",
            "ClaudeBot", "ChatGPT-User", "PetalBot", "AhrefsBot", "SemrushBot", "bot/", "bot;", "crawler", "spider", "preview", "scanner", "monitor",
            // Programs and libraries that fetch by themselves, and browsers that nobody looks at.
            "curl", "wget", "libwww", "HTTPie", "Go-http-client", "python", "aiohttp", "httpx", "Java/", "okhttp", "Apache-HttpClient", "axios", "node-fetch", "Node.js", "undici",
            "PHP/", "Guzzle", "Perl/", "PowerShell", "dotnet", "RestSharp", "Postman", "insomnia", "Headless", "PhantomJS", "Puppeteer", "Playwright",
            "Selenium", "Electron", "Lighthouse",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Who is there, as far as one can tell.</summary>
    public static PortalOpeningKind KindOf(HttpRequest request, bool isPreview)
    {
        if (isPreview)
            return PortalOpeningKind.StaffPreview;
        // Nobody has seen anything after a HEAD, or before a page that was fetched ahead is shown.
        var unseen = HttpMethods.IsHead(request.Method)
            || request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            || request.Headers["Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
        var agent = request.Headers.UserAgent.ToString();
        if (unseen || agent.AsSpan().ContainsAny(Robots))
            return PortalOpeningKind.Robot;

        return IsBrowser(agent) && IsNavigation(request.Headers) ? PortalOpeningKind.Customer : PortalOpeningKind.Unclear;
    }

    private static bool IsBrowser(string agent) =>
        agent.StartsWith("Mozilla/5.0 (", StringComparison.Ordinal) || agent.StartsWith("Opera/", StringComparison.Ordinal);

    // What a script fetched, or a frame or another page embedded, was not opened by anybody.
    private static bool IsNavigation(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Mode"] == "navigate" && headers["Sec-Fetch-Dest"] == "document" && headers["Sec-Fetch-Site"].Count == 1;
}
