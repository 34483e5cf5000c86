using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>Who is late and has not looked. An opening is an approximate fact; previews by staff and known robots are none.</summary>
public sealed class OverdueReads(SiteAccess access, PortalTokens tokens)
{
    private const int MostInvoices = 60;
    private const int MostCustomers = 20;

    /// <summary>The customers whose invoices are overdue longest.</summary>
    public async Task<UnopenedOverdue> NotOpenedAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (db, site, today) = (session.Db, session.Site, session.Site.Today(session.Now));
        var late =
            from invoice in db.Invoices
            where invoice.SiteId == site.Id && invoice.Bucket == InvoiceBucket.Open && invoice.DueDate < today
            join key in db.ListKeys on invoice.Id equals key.InvoiceId
            where key.LastOpened == ListKey.NotOpened
            select invoice;
        var invoices = await late.OrderBy(invoice => invoice.DueDate).ThenBy(invoice => invoice.Id).Take(MostInvoices).ToListAsync(cancellationToken);
        var ids = invoices.Select(invoice => invoice.Id).ToList();
        var links = await db.PortalLinks.Where(link => link.SiteId == site.Id && link.ReplacedAt == null && EF.Parameter(ids).Contains(link.InvoiceId))
            .ToDictionaryAsync(link => link.InvoiceId, cancellationToken);

        var culture = SiteText.CultureOf(site);
        var customers = invoices.GroupBy(invoice => invoice.CustomerId).Take(MostCustomers).Select(group => new UnopenedCustomer(
            Quoted.Of(group.First().BilledTo),
            [.. group.Select(invoice => new UnopenedInvoice(
                FactText.Listed(invoice, culture, today),
                today.DayNumber - invoice.DueDate.DayNumber,
                LinkAccess.Of(invoice, site, links.GetValueOrDefault(invoice.Id), tokens, session.Now).Verdict.IsAvailable,
                links.GetValueOrDefault(invoice.Id)?.LastCopiedAt is not null))])).ToList();
        return new UnopenedOverdue(
            customers,
            customers.Sum(customer => customer.Invoices.Count),
            await late.Take(UnavailableLinks.MostCounted).CountAsync(cancellationToken));
    }
}
