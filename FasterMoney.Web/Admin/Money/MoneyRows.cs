using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>The list's query: one page of rows, and the counts and totals around it.</summary>
public sealed class MoneyRows(SiteAccess access, PortalTokens tokens)
{
    // So few are sorted faster than they are found along a sort's index.
    private const int MostFewInvoices = 1000;

    public async Task<MoneyList> ReadAsync(Caller caller, MoneyFilter filter, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (db, siteId, today) = (session.Db, session.Site.Id, session.Site.Today(session.Now));
        var found = filter.Search.Length > 0 ? await InvoiceSearch.ForAsync(db, siteId, filter.Search, cancellationToken) : null;
        var sums = found is null
            ? await ListSums.OfSiteAsync(session, today, cancellationToken)
            : await ListSums.OfAsync(found, today, cancellationToken);

        var count = sums.Counts[filter.State];
        var invoices = db.Invoices.Where(invoice => invoice.SiteId == siteId);
        var keys = db.ListKeys.Where(key => key.SiteId == siteId);
        if (found is not null && count > 0)
        {
            if (sums.Counts[StateTab.All] <= MostFewInvoices)
            {
                var few = await found.All.Select(invoice => invoice.Id).ToListAsync(cancellationToken);
                invoices = invoices.Where(invoice => EF.Parameter(few).Contains(invoice.Id));
                keys = keys.Where(key => EF.Parameter(few).Contains(key.InvoiceId));
            }
            else
            {
                invoices = found.All;
                keys = keys.Where(key => found.All.Any(invoice => invoice.Id == key.InvoiceId));
            }
        }

        var ids = await Paging.IdsAsync(
            filter.Page, count, opposite => ListOrder.Ordered(invoices, keys, filter.State, filter.Sort, filter.Descending != opposite, today), cancellationToken);
        var rows = await RowsAsync(session, ids, today, cancellationToken);
        var hasInvoices = sums.Counts[StateTab.All] > 0
            || (found is not null && await db.BucketTotals.AnyAsync(total => total.SiteId == siteId && total.Count > 0, cancellationToken));
        return new MoneyList(rows, count, sums.Counts, sums.Totals(SiteText.CultureOf(session.Site)), hasInvoices);
    }

    private async Task<IReadOnlyList<InvoiceRow>> RowsAsync(SiteSession session, List<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];

        var site = session.Site;
        var culture = SiteText.CultureOf(site);
        var found = await (
            from invoice in session.Db.Invoices
            where invoice.SiteId == site.Id && EF.Parameter(ids).Contains(invoice.Id)
            join key in session.Db.ListKeys on invoice.Id equals key.InvoiceId
            join current in session.Db.PortalLinks.Where(link => link.ReplacedAt == null) on invoice.Id equals current.InvoiceId into links
            from link in links.DefaultIfEmpty()
            select new { Invoice = invoice, Link = link, key.LastOpened }).ToListAsync(cancellationToken);

        var byId = found.ToDictionary(row => row.Invoice.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id =>
        {
            var (invoice, row) = (byId[id].Invoice, byId[id]);
            var statement = InvoiceStatement.Of(invoice, today);
            var access = LinkAccess.Of(invoice, site, row.Link, tokens, session.Now);
            return new InvoiceRow(
                id,
                invoice.Number,
                invoice.BilledTo,
                SiteText.Date(invoice.IssueDate, culture),
                SiteText.Date(statement.DueDate, culture),
                statement.Amount.Format(culture),
                BalanceText.Of(statement.Balance, culture),
                statement.Status,
                new RowLink(access.Url, [.. access.Verdict.Blockers.Select(blocker => blocker.Sentence)]),
                row.LastOpened > ListKey.NotOpened ? row.LastOpened : null);
        })];
    }
}
