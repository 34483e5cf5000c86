using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;

namespace FasterMoney.Web.Reads;

/// <summary>A link as people of the site may use it: its address, or every reason against it.</summary>
public sealed record LinkAccess(string? Url, LinkVerdict Verdict)
{
    public static LinkAccess Of(Invoice invoice, Site site, PortalLink? link, PortalTokens tokens, DateTime utcNow)
    {
        var token = link is null ? null : tokens.Read(link);
        var verdict = PortalLinkAvailability.Of(LinkFacts.Of(invoice, site, link, utcNow) with { LinkShowable = token is not null });
        return new LinkAccess(verdict.IsAvailable ? site.Portal!.UrlFor(token!) : null, verdict);
    }
}
