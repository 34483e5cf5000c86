using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;

namespace FasterMoney.Web.Data;

/// <summary>Facts of many links in one query, so that a million invoices are not loaded for a verdict.</summary>
public static class LinkQueries
{
    /// <summary>Sent invoices of a site that have no link, because all were replaced and theirs was not made yet. A withdrawn one gets its own when it is sent again.</summary>
    public static IQueryable<Invoice> InvoicesWithoutLink(this FasterMoneyDb db, Guid siteId) => db.Invoices.Where(invoice =>
        invoice.SiteId == siteId && invoice.SendState != SendState.Draft && !db.PortalLinks.Any(link => link.InvoiceId == invoice.Id && link.ReplacedAt == null));

    /// <summary>The facts of the current link of each invoice, without the day.</summary>
    public static IQueryable<LinkFacts> LinkFactsOf(this FasterMoneyDb db, IQueryable<Invoice> invoices) => (
        from invoice in invoices
        join site in db.Sites on invoice.SiteId equals site.Id
        join current in db.PortalLinks.Where(link => link.ReplacedAt == null) on invoice.Id equals current.InvoiceId into links
        from link in links.DefaultIfEmpty()
        select new LinkedInvoice { Invoice = invoice, Site = site, Link = link }).Select(LinkFacts.Projection);
}
