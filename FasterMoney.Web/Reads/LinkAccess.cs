using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;

namespace FasterMoney.Web.Reads;

/// <summary>A link as people of the site may use it: its address, or every reason against it.</summary>
public sealed record LinkAccess(string? Url, IReadOnlyList<LinkBlocker> Blockers, DateOnly? WorksThrough)
{
    public static LinkAccess Of(Invoice invoice, Site site, PortalLink? link, PortalRoute? route, PortalTokens tokens, DateTime utcNow)
    {
        var verdict = PortalLinkAvailability.Of(invoice, site, link, utcNow);
        var url = verdict.IsAvailable && link is not null && route is not null
            ? tokens.UrlOf(route, site.Id, link.Id, link.ProtectedToken)
            : null;

        // The link is good but its key is lost: customers still get in, and people here need a new one to copy.
        return verdict.IsAvailable && url is null
            ? new LinkAccess(null, [LinkBlocker.Of(LinkBlockerCode.NewLinkNeeded)], verdict.WorksThrough)
            : new LinkAccess(url, verdict.Blockers, verdict.WorksThrough);
    }
}
