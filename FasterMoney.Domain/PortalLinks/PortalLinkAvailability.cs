using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.PortalLinks;

/// <summary>All that the verdict on a link depends on, so that a list can ask with a row and the portal with a read.</summary>
/// <param name="SendState">The invoice's.</param>
/// <param name="DueDate">The invoice's.</param>
/// <param name="ClosedOn">The day it was settled or voided, if it is.</param>
/// <param name="RouteConfigured">Whether the site has a portal route.</param>
/// <param name="RouteOn">Whether it is turned on.</param>
/// <param name="LinkExists">Whether the invoice has a current link.</param>
/// <param name="LinkTurnedOff">Whether that link was turned off.</param>
/// <param name="GuaranteedThrough">The last day that a copy or an extension promised, if any.</param>
/// <param name="Policy">The site's.</param>
/// <param name="Today">The day at the site.</param>
public readonly record struct LinkFacts(
    SendState SendState,
    DateOnly DueDate,
    DateOnly? ClosedOn,
    bool RouteConfigured,
    bool RouteOn,
    bool LinkExists,
    bool LinkTurnedOff,
    DateOnly? GuaranteedThrough,
    LinkPolicy Policy,
    DateOnly Today);

/// <summary>Whether a link may be copied or opened now, with every reason against it.</summary>
/// <param name="Blockers">Every reason; empty when it is available.</param>
/// <param name="WorksThrough">The last day that the link works, in the site's time zone; null for a draft.</param>
public sealed record LinkVerdict(IReadOnlyList<LinkBlocker> Blockers, DateOnly? WorksThrough)
{
    /// <summary>True when nothing speaks against it.</summary>
    public bool IsAvailable => Blockers.Count == 0;

    /// <summary>True when a holder of the link sees the invoice's page: it is available, or void and shown as a statement.</summary>
    public bool ShowsPage => Blockers.All(blocker => blocker.Code == LinkBlockerCode.Void);

    /// <summary>All reasons as one text.</summary>
    public string Text => string.Join(" ", Blockers.Select(blocker => blocker.Sentence));
}

/// <summary>
/// The one place that decides whether a portal link may be used. The drawer, the list, the portal and the assistant ask it;
/// nobody decides for themselves.
/// </summary>
public static class PortalLinkAvailability
{
    /// <summary>The verdict on an invoice's current link.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="site">Its site.</param>
    /// <param name="link">Its current link, or null.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    public static LinkVerdict Of(Invoice invoice, Site site, PortalLink? link, DateTime utcNow) => Of(new LinkFacts(
        invoice.SendState,
        invoice.DueDate,
        invoice.SettledOn ?? invoice.VoidedOn,
        site.RouteBaseUrl is not null,
        site.PortalOn,
        link is not null,
        link?.TurnedOffAt is not null,
        link?.GuaranteedThrough,
        site.LinkPolicy,
        site.Today(utcNow)));

    /// <summary>The verdict on these facts.</summary>
    public static LinkVerdict Of(in LinkFacts facts)
    {
        var worksThrough = WorksThrough(facts);
        var blockers = new List<LinkBlocker>();
        Add(facts.SendState == SendState.Draft, LinkBlockerCode.NotSent);
        Add(facts.SendState == SendState.Void, LinkBlockerCode.Void);
        Add(!facts.RouteConfigured, LinkBlockerCode.PortalRouteNotConfigured);
        Add(facts.RouteConfigured && !facts.RouteOn, LinkBlockerCode.PortalRouteTurnedOff);
        Add(facts.SendState != SendState.Draft && !facts.LinkExists, LinkBlockerCode.NewLinkNeeded);
        Add(facts.LinkTurnedOff, LinkBlockerCode.LinkTurnedOff);
        Add(facts.LinkExists && worksThrough < facts.Today, LinkBlockerCode.LinkExpired);
        return new LinkVerdict(blockers, worksThrough);

        void Add(bool holds, LinkBlockerCode code)
        {
            if (holds)
                blockers.Add(LinkBlocker.Of(code));
        }
    }

    private static DateOnly? WorksThrough(in LinkFacts facts)
    {
        if (facts.SendState == SendState.Draft)
            return null;

        var byPolicy = facts.ClosedOn is { } closedOn
            ? closedOn.AddDays(facts.Policy.SettledDays)
            : facts.DueDate.AddDays(facts.Policy.UnpaidDays);
        return facts.GuaranteedThrough > byPolicy ? facts.GuaranteedThrough : byPolicy;
    }
}
