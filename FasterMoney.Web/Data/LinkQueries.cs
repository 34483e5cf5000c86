using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;

namespace FasterMoney.Web.Data;

/// <summary>Facts of many links in one query, so that a million invoices are not loaded for a verdict.</summary>
public static class LinkQueries
{
    /// <summary>The facts of the current link of each invoice, without the day.</summary>
    public static IQueryable<LinkFacts> LinkFactsOf(this FasterMoneyDb db, IQueryable<Invoice> invoices) => (
        from invoice in invoices
        join site in db.Sites on invoice.SiteId equals site.Id
        join current in db.PortalLinks.Where(link => link.ReplacedAt == null) on invoice.Id equals current.InvoiceId into links
        from link in links.DefaultIfEmpty()
        select new LinkedInvoice { Invoice = invoice, Site = site, Link = link }).Select(LinkFacts.Projection);
}
