using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.PortalLinks;

/// <summary>Whether a link may be copied or opened now, with every reason against it.</summary>
/// <param name="Blockers">Every reason; empty when it is available.</param>
/// <param name="WorksThrough">The last day that the link works, in the site's time zone; null for a draft.</param>
public sealed record LinkVerdict(IReadOnlyList<LinkBlocker> Blockers, DateOnly? WorksThrough)
{
    /// <summary>True when nothing speaks against it.</summary>
    public bool IsAvailable => Blockers.Count == 0;

    /// <summary>True when a holder of the link sees the invoice's page: it is available, or void and shown as a statement.</summary>
    public bool ShowsPage => Blockers.All(blocker => blocker.Code == LinkBlockerCode.Void);

    /// <summary>True when it leads to a draft, which customers cannot see.</summary>
    public bool IsDraft => Blockers.Any(blocker => blocker.Code == LinkBlockerCode.NotSent);

    public string Text => string.Join(" ", Blockers.Select(blocker => blocker.Sentence));

    /// <summary>The verdict as the answer to whether the link may be used.</summary>
    public RuleCheck CanUse => RuleCheck.From(Blockers.Select(blocker => new RuleReason(blocker.Sentence)));
}

/// <summary>
/// The one place that decides whether a portal link may be used. The drawer, the list, the portal, messages and the assistant ask it;
/// nobody decides for themselves.
/// </summary>
public static class PortalLinkAvailability
{
    /// <summary>The verdict on an invoice's current link, for whoever holds its address.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="site">Its site.</param>
    /// <param name="link">Its current link, or null.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    public static LinkVerdict Of(Invoice invoice, Site site, PortalLink? link, DateTime utcNow) => Of(LinkFacts.Of(invoice, site, link, utcNow));

    public static LinkVerdict Of(LinkFacts facts) => new(LinkBlocker.Against(facts), facts.WorksThrough);

    /// <summary>What holds against every link of a site, whatever its invoice.</summary>
    public static IReadOnlyList<LinkBlocker> OfSite(Site site) => LinkBlocker.Against(LinkFacts.OfSite(site));

    /// <summary>
    /// The last day that the link works whatever becomes of the site's route, in the site's time zone; null when it does not work.
    /// What lists are sorted by: a route is turned on and off for all links at once.
    /// </summary>
    public static DateOnly? WorksThroughWithRoute(LinkFacts facts)
    {
        // Asked as on a first day, with everything else in order.
        var verdict = Of(facts with { RouteConfigured = true, RouteOn = true, Today = DateOnly.MinValue });
        return verdict.IsAvailable ? verdict.WorksThrough : null;
    }

    /// <summary>Whether a holder sees the invoice's page while the site's route is on.</summary>
    public static bool ShowsPageWithRoute(LinkFacts facts) => Of(facts with { RouteConfigured = true, RouteOn = true }).ShowsPage;
}
