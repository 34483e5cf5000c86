using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>The list's query: one page of rows, and the counts and totals around it.</summary>
public sealed class MoneyRows(SiteDoor door, PortalTokens tokens)
{
    private const int PageSize = 50;

    public async Task<MoneyList> ReadAsync(Caller caller, MoneyFilter filter, CancellationToken cancellationToken = default)
    {
        await using var work = await door.ReadAsync(caller, cancellationToken);
        var site = work.Site;
        var today = site.Today(work.Now);
        var isSearch = filter.Search.Length > 0;
        var matching = isSearch
            ? await InvoiceSearch.MatchingAsync(work.Db, site.Id, filter.Search, cancellationToken)
            : work.Db.Invoices.Where(invoice => invoice.SiteId == site.Id);

        // Without a search the sums were moved with each save, and a few hundred rows tell them.
        var sums = isSearch
            ? await matching
                .GroupBy(invoice => new { invoice.CurrencyCode, invoice.Standing, IsLate = invoice.DueDate < today })
                .Select(group => new Sum(group.Key.CurrencyCode, group.Key.Standing, group.Key.IsLate, group.LongCount(), group.Sum(i => i.TotalMinor), group.Sum(i => i.BalanceMinor)))
                .ToListAsync(cancellationToken)
            : await work.Db.StandingTotals.Where(total => total.SiteId == site.Id)
                .GroupBy(total => new { total.CurrencyCode, total.Standing, IsLate = total.DueDate < today })
                .Select(group => new Sum(group.Key.CurrencyCode, group.Key.Standing, group.Key.IsLate, group.Sum(t => t.Count), group.Sum(t => t.TotalMinor), group.Sum(t => t.BalanceMinor)))
                .ToListAsync(cancellationToken);
        var counts = Enum.GetValues<StateTab>().ToDictionary(tab => tab, tab => (int)sums.Where(sum => sum.IsIn(tab)).Sum(sum => sum.Count));

        // Ids first: a far page then walks over an index, not over whole rows.
        var inState = InState(matching, filter.State, today);
        var ids = counts[filter.State] == 0
            ? []
            : await Ordered(work.Db, inState, filter, site, today).Select(invoice => invoice.Id)
                .Skip((int)Math.Min((filter.Page - 1L) * PageSize, int.MaxValue)).Take(PageSize).ToListAsync(cancellationToken);
        var rows = ids.Count == 0 ? [] : await RowsAsync(work, ids, today, cancellationToken);
        var hasInvoices = counts[StateTab.All] > 0
            || (isSearch && await work.Db.StandingTotals.AnyAsync(total => total.SiteId == site.Id && total.Count > 0, cancellationToken));
        return new MoneyList(rows, counts[filter.State], PageSize, counts, Totals(sums, SiteText.CultureOf(site)), hasInvoices);
    }

    internal static IQueryable<Invoice> InState(IQueryable<Invoice> invoices, StateTab state, DateOnly today) => state switch
    {
        StateTab.Draft => invoices.Where(invoice => invoice.Standing == Standing.Draft),
        StateTab.Sent => invoices.Where(invoice => invoice.Standing == Standing.Open || invoice.Standing == Standing.Settled),
        StateTab.Overdue => invoices.Where(invoice => invoice.Standing == Standing.Open && invoice.DueDate < today),
        StateTab.Paid => invoices.Where(invoice => invoice.Standing == Standing.Settled),
        StateTab.Void => invoices.Where(invoice => invoice.Standing == Standing.Void),
        _ => invoices,
    };

    internal static IQueryable<Invoice> Ordered(FasterMoneyDb db, IQueryable<Invoice> invoices, MoneyFilter filter, Site site, DateOnly today)
    {
        var down = filter.Descending;
        switch (filter.Sort)
        {
            case MoneySort.Number:
                return By(invoices, i => i.NumberSequence, down);
            case MoneySort.Customer:
                return By(invoices, i => i.BilledToSort, down);
            case MoneySort.Due:
                return By(invoices, i => i.DueDate, down);
            case MoneySort.Total:
                return By(invoices, i => i.TotalMinor, down);
            case MoneySort.Balance:
                return By(invoices, i => i.BalanceMinor, down);
            case MoneySort.State:
                return down
                    ? invoices.OrderByDescending(i => i.Standing).ThenByDescending(i => i.DueDate).ThenByDescending(i => i.Id)
                    : invoices.OrderBy(i => i.Standing).ThenBy(i => i.DueDate).ThenBy(i => i.Id);
            case MoneySort.Link:
                // The same facts that the verdict on each row is made of; the route is the same for all of them.
                var unpaidSince = today.AddDays(-site.LinkUnpaidDays);
                var settledSince = today.AddDays(-site.LinkSettledDays);
                return By(
                    invoices,
                    i => i.SendState == SendState.Sent && db.PortalLinks.Any(link => link.InvoiceId == i.Id && link.ReplacedAt == null && link.TurnedOffAt == null
                        && (link.GuaranteedThrough >= today || (i.SettledOn == null ? i.DueDate >= unpaidSince : i.SettledOn >= settledSince))) ? 0 : 1,
                    down);
            case MoneySort.Opened:
                return By(
                    invoices,
                    i => db.PortalOpenings.Where(o => o.SiteId == site.Id && o.InvoiceId == i.Id && o.Kind == PortalOpeningKind.Customer).Max(o => (DateTime?)o.Last),
                    down);
            default:
                return By(invoices, i => i.IssueDate, down);
        }
    }

    private static IQueryable<Invoice> By<TKey>(IQueryable<Invoice> invoices, System.Linq.Expressions.Expression<Func<Invoice, TKey>> key, bool descending) =>
        descending ? invoices.OrderByDescending(key).ThenByDescending(i => i.Id) : invoices.OrderBy(key).ThenBy(i => i.Id);

    private async Task<IReadOnlyList<InvoiceRow>> RowsAsync(SiteWork work, List<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var site = work.Site;
        var culture = SiteText.CultureOf(site);
        var found = await (
            from invoice in work.Db.Invoices
            where invoice.SiteId == site.Id && ids.Contains(invoice.Id)
            join current in work.Db.PortalLinks.Where(link => link.ReplacedAt == null) on invoice.Id equals current.InvoiceId into links
            from link in links.DefaultIfEmpty()
            select new { Invoice = invoice, Link = link }).ToListAsync(cancellationToken);
        var opened = await work.Db.PortalOpenings
            .Where(o => o.SiteId == site.Id && ids.Contains(o.InvoiceId) && o.Kind == PortalOpeningKind.Customer)
            .GroupBy(o => o.InvoiceId)
            .Select(group => new { group.Key, Last = group.Max(o => o.Last) })
            .ToDictionaryAsync(o => o.Key, o => o.Last, cancellationToken);

        var route = site.Portal;
        var byId = found.ToDictionary(row => row.Invoice.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id =>
        {
            var (invoice, link) = (byId[id].Invoice, byId[id].Link);
            var access = LinkAccess.Of(invoice, site, link, route, tokens, work.Now);
            return new InvoiceRow(
                id,
                invoice.Number,
                invoice.BilledTo,
                SiteText.Date(invoice.IssueDate, culture),
                SiteText.Date(invoice.DueDate, culture),
                invoice.Total.Format(culture),
                SiteText.BalanceOf(invoice, culture),
                SiteText.StateOf(invoice, today),
                new RowLink(access.Url, [.. access.Blockers.Select(blocker => blocker.Sentence)]),
                opened.TryGetValue(id, out var last) ? last : null);
        })];
    }

    private static IReadOnlyList<CurrencyTotals> Totals(IReadOnlyList<Sum> sums, CultureInfo culture) => [.. sums
        .Where(sum => sum.Count > 0)
        .GroupBy(sum => sum.CurrencyCode)
        .OrderByDescending(group => group.Sum(sum => sum.Count))
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group =>
        {
            string Say(Func<Sum, bool> which, Func<Sum, long> minor) => new Money(group.Where(which).Sum(minor), Currency.Of(group.Key)).Format(culture);
            return new CurrencyTotals(
                group.Key,
                Say(sum => sum.Standing == Standing.Open, sum => sum.BalanceMinor),
                Say(sum => sum.IsIn(StateTab.Overdue), sum => sum.BalanceMinor),
                Say(sum => sum.Standing == Standing.Draft, sum => sum.TotalMinor));
        })];

    private sealed record Sum(string CurrencyCode, Standing Standing, bool IsLate, long Count, long TotalMinor, long BalanceMinor)
    {
        public bool IsIn(StateTab tab) => tab switch
        {
            StateTab.Draft => Standing == Standing.Draft,
            StateTab.Sent => Standing is Standing.Open or Standing.Settled,
            StateTab.Overdue => Standing == Standing.Open && IsLate,
            StateTab.Paid => Standing == Standing.Settled,
            StateTab.Void => Standing == Standing.Void,
            _ => true,
        };
    }
}
