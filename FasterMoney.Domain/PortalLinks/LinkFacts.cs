using System.Linq.Expressions;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.PortalLinks;

/// <summary>An invoice beside its site and its current link: what facts are made of, in memory or in a query.</summary>
public sealed class LinkedInvoice
{
    public required Invoice Invoice { get; init; }

    public required Site Site { get; init; }

    /// <summary>Its current link, or null.</summary>
    public PortalLink? Link { get; init; }
}

/// <summary>All that the verdict on a link depends on, flat, so that a row of the database can fill it.</summary>
public sealed record LinkFacts
{
    /// <summary>
    /// The one way from an invoice, its site and its link to the facts. A query translates it and reads no more than these columns;
    /// the day is the reader's to add.
    /// </summary>
    public static Expression<Func<LinkedInvoice, LinkFacts>> Projection { get; } = linked => new LinkFacts
    {
        InvoiceId = linked.Invoice.Id,
        SendState = linked.Invoice.SendState,
        DueDate = linked.Invoice.DueDate,
        ClosedOn = linked.Invoice.SettledOn ?? linked.Invoice.VoidedOn,
        RouteConfigured = linked.Site.RouteBaseUrl != null,
        RouteOn = linked.Site.PortalOn,
        UnpaidDays = linked.Site.LinkUnpaidDays,
        SettledDays = linked.Site.LinkSettledDays,
        LinkExists = linked.Link != null,
        LinkTurnedOff = linked.Link != null && linked.Link.TurnedOffAt != null,
        GuaranteedThrough = linked.Link == null ? null : linked.Link.GuaranteedThrough,
    };

    private static readonly Func<LinkedInvoice, LinkFacts> Project = Projection.Compile();

    public required Guid InvoiceId { get; init; }

    public required SendState SendState { get; init; }

    public required DateOnly DueDate { get; init; }

    /// <summary>The day it was settled or voided, if it is.</summary>
    public required DateOnly? ClosedOn { get; init; }

    public required bool RouteConfigured { get; init; }

    public required bool RouteOn { get; init; }

    /// <summary>Days that links work after the due date; the site's.</summary>
    public required int UnpaidDays { get; init; }

    /// <summary>Days that links work after an invoice was settled or voided; the site's.</summary>
    public required int SettledDays { get; init; }

    public required bool LinkExists { get; init; }

    /// <summary>
    /// Whether the link's address can be shown: its encrypted copy was opened. Only people of the site ask for that, and are told
    /// no when the key ring is lost; for whoever holds the address it is true.
    /// </summary>
    public bool LinkShowable { get; init; } = true;

    public required bool LinkTurnedOff { get; init; }

    /// <summary>The last day that a copy or an extension promised, if any.</summary>
    public required DateOnly? GuaranteedThrough { get; init; }

    /// <summary>The day at the site.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The last day that the link works, in the site's time zone; null for a draft.</summary>
    public DateOnly? WorksThrough
    {
        get
        {
            if (SendState == SendState.Draft)
                return null;

            var byPolicy = ClosedOn is { } closedOn ? closedOn.AddDays(SettledDays) : DueDate.AddDays(UnpaidDays);
            return GuaranteedThrough > byPolicy ? GuaranteedThrough : byPolicy;
        }
    }

    /// <summary>The facts of a site alone: those of a link that nothing else speaks against.</summary>
    public static LinkFacts OfSite(Site site) => new()
    {
        InvoiceId = Guid.Empty,
        SendState = SendState.Sent,
        DueDate = DateOnly.MinValue,
        ClosedOn = null,
        RouteConfigured = site.RouteBaseUrl != null,
        RouteOn = site.PortalOn,
        UnpaidDays = site.LinkUnpaidDays,
        SettledDays = site.LinkSettledDays,
        LinkExists = true,
        LinkTurnedOff = false,
        GuaranteedThrough = null,
    };

    /// <summary>The facts of an invoice's current link, as for whoever holds its address.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="site">Its site.</param>
    /// <param name="link">Its current link, or null.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    public static LinkFacts Of(Invoice invoice, Site site, PortalLink? link, DateTime utcNow) =>
        Project(new LinkedInvoice { Invoice = invoice, Site = site, Link = link }) with { Today = site.Today(utcNow) };
}
