using System.Buffers;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Portal;

/// <summary>Tells known robots that fetch previews from people, by what they say about themselves.</summary>
public static class PortalVisitor
{
    private static readonly SearchValues<string> Robots = SearchValues.Create(
        [
            "Slackbot", "Slack-ImgProxy", "WhatsApp", "facebookexternalhit", "facebookcatalog", "meta-external", "Twitterbot", "LinkedInBot",
            "TelegramBot", "Discordbot", "SkypeUriPreview", "Googlebot", "Google-InspectionTool", "GoogleImageProxy", "Google-Safety",
            "APIs-Google", "bingbot", "BingPreview", "Applebot", "DuckDuckBot", "YandexBot", "Baiduspider", "SafeLinks", "Microsoft Office",
            "ms-office", "MicrosoftPreview", "Barracuda", "Proofpoint", "Mimecast", "redditbot", "Pinterestbot", "vkShare", "Viber",
            "Snapchat", "Iframely", "Embedly", "Mattermost-Bot", "ZoomBot", "Signal-", "Mastodon", "Bluesky", "archive.org_bot", "GPTBot",
            "ClaudeBot", "ChatGPT-User", "PetalBot", "AhrefsBot", "SemrushBot", "bot/", "crawler", "spider", "preview",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static PortalOpeningKind KindOf(HttpRequest request, bool isPreview)
    {
        if (isPreview)
            return PortalOpeningKind.StaffPreview;
        // Nobody has seen anything after a HEAD, or before a page that was fetched ahead is shown.
        var unseen = HttpMethods.IsHead(request.Method)
            || request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            || request.Headers["Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
        return unseen || request.Headers.UserAgent.ToString().AsSpan().ContainsAny(Robots) ? PortalOpeningKind.Robot : PortalOpeningKind.Customer;
    }
}
