using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>Which sent invoices have a link that cannot be used. Reads the list's keys, so that a million invoices are not loaded.</summary>
public sealed class LinkReads(SiteAccess access, PortalTokens tokens)
{
    private const int MostShown = 20;

    public async Task<UnavailableLinks> UnavailableAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (db, site, today) = (session.Db, session.Site, session.Site.Today(session.Now));
        var ofSite = PortalLinkAvailability.OfSite(site).Select(FactText.Of).ToList();
        var keys = db.ListKeys.Where(key => key.SiteId == site.Id);
        var ended = ofSite.Count > 0 ? keys : keys.Where(key => key.LinkThrough < today);
        var owed = ended.Where(key => key.Bucket == InvoiceBucket.Open);
        var ids = await owed.OrderByDescending(key => key.LinkThrough).ThenBy(key => key.InvoiceId).Take(MostShown).Select(key => key.InvoiceId).ToListAsync(cancellationToken);

        var rows = await (
            from invoice in db.Invoices
            where invoice.SiteId == site.Id && EF.Parameter(ids).Contains(invoice.Id)
            join current in db.PortalLinks.Where(link => link.ReplacedAt == null) on invoice.Id equals current.InvoiceId into links
            from link in links.DefaultIfEmpty()
            select new { Invoice = invoice, Link = link }).ToDictionaryAsync(row => row.Invoice.Id, cancellationToken);
        var culture = SiteText.CultureOf(site);
        return new UnavailableLinks(
            ofSite,
            [.. ids.Where(rows.ContainsKey).Select(id => new UnavailableLink(
                FactText.Listed(rows[id].Invoice, culture, today),
                [.. LinkAccess.Of(rows[id].Invoice, site, rows[id].Link, tokens, session.Now).Verdict.Blockers.Select(FactText.Of).Except(ofSite)]))],
            await owed.Take(UnavailableLinks.MostCounted).CountAsync(cancellationToken),
            await ended.Where(key => key.Bucket == InvoiceBucket.Settled).Take(UnavailableLinks.MostCounted).CountAsync(cancellationToken));
    }
}
