using FasterMoney.Domain.Invoices;

namespace FasterMoney.Domain.PortalLinks;

/// <summary>Why a portal link may not be copied or opened.</summary>
public enum LinkBlockerCode
{
    /// <summary>The invoice is a draft.</summary>
    NotSent,

    PortalRouteNotConfigured,

    PortalRouteTurnedOff,

    /// <summary>The link was turned off by a person.</summary>
    LinkTurnedOff,

    /// <summary>The link's time is over.</summary>
    LinkExpired,

    /// <summary>The invoice is void; its page stays as a statement.</summary>
    Void,

    /// <summary>There is no link that could be shown: none was made, or the key that it was encrypted with is lost.</summary>
    NewLinkNeeded,
}

/// <summary>The step that mends a blocker.</summary>
public enum LinkFix
{
    /// <summary>Nothing mends it.</summary>
    None,

    MarkAsSent,

    ConfigureRoute,

    TurnOnRoute,

    TurnOnLink,

    /// <summary>Let the link work longer.</summary>
    Extend,

    MakeNewLink,
}

/// <summary>One reason against copying or opening a link: when it holds, the step that mends it, and what every screen says of both.</summary>
public sealed record LinkBlocker
{
    /// <summary>Each of them, in the order in which people read them.</summary>
    private static readonly LinkBlocker[] All =
    [
        new(LinkBlockerCode.NotSent, facts => facts.SendState == SendState.Draft,
            "This invoice was not sent yet.",
            LinkFix.MarkAsSent, "Mark as sent", "Mark the invoice as sent: the drawer of the invoice has the button."),
        new(LinkBlockerCode.Void, facts => facts.SendState == SendState.Void,
            "This invoice is void, so there is nothing to pay.",
            LinkFix.None, null, "Nothing fixes it; nothing is to be paid."),
        new(LinkBlockerCode.PortalRouteNotConfigured, facts => !facts.RouteConfigured,
            "The site has no portal route yet.",
            LinkFix.ConfigureRoute, "Configure portal route", "An owner configures the portal route under Settings, Portal."),
        new(LinkBlockerCode.PortalRouteTurnedOff, facts => facts.RouteConfigured && !facts.RouteOn,
            "The site's portal route is turned off.",
            LinkFix.TurnOnRoute, "Turn on portal route", "An owner turns the portal route on under Settings, Portal."),
        new(LinkBlockerCode.NewLinkNeeded, facts => facts.SendState != SendState.Draft && !(facts.LinkExists && facts.LinkShowable),
            "This link cannot be shown any more. Links already handed out go on working.",
            LinkFix.MakeNewLink, "Make a new link", "Make a new link in the drawer of the invoice; the old one ends with it."),
        new(LinkBlockerCode.LinkTurnedOff, facts => facts.LinkTurnedOff,
            "The link was turned off.",
            LinkFix.TurnOnLink, "Turn on link", "Turn the link on in the drawer of the invoice."),
        new(LinkBlockerCode.LinkExpired, facts => facts.LinkExists && facts.WorksThrough < facts.Today,
            "The link has expired.",
            LinkFix.Extend, "Extend", "Extend the link in the drawer of the invoice."),
    ];

    private readonly Func<LinkFacts, bool> _holds;

    private LinkBlocker(LinkBlockerCode code, Func<LinkFacts, bool> holds, string sentence, LinkFix fix, string? button, string advice) =>
        (Code, _holds, Sentence, Fix, Button, Advice) = (code, holds, sentence, fix, button, advice);

    public LinkBlockerCode Code { get; }

    /// <summary>The reason in one plain sentence.</summary>
    public string Sentence { get; }

    /// <summary>The step that the drawer offers.</summary>
    public LinkFix Fix { get; }

    /// <summary>What the button of that step says; null when nothing mends it.</summary>
    public string? Button { get; }

    /// <summary>Who mends it and where, in one sentence for those who have no button before them.</summary>
    public string Advice { get; }

    public static LinkBlocker Of(LinkBlockerCode code) => All.Single(blocker => blocker.Code == code);

    /// <summary>Every reason that these facts give.</summary>
    internal static IReadOnlyList<LinkBlocker> Against(LinkFacts facts) => [.. All.Where(blocker => blocker._holds(facts))];
}
