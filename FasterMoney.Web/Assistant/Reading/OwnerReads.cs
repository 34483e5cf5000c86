using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>What owners ask first. The database counts and adds up; currencies are never added up together.</summary>
public sealed class OwnerReads(SiteAccess access)
{
    private const int Most = 10;
    private static readonly string[] Ages = ["not due yet", "1 to 30 days overdue", "31 to 60 days overdue", "61 to 90 days overdue", "more than 90 days overdue"];

    public async Task<Debtors> WhoOwesAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (today, culture, open) = (session.Site.Today(session.Now), SiteText.CultureOf(session.Site), Open(session));
        var found = new List<Debtor>();
        foreach (var code in await open.Select(invoice => invoice.CurrencyCode).Distinct().OrderBy(code => code).ToListAsync(cancellationToken))
        {
            var largest = await open.Where(invoice => invoice.CurrencyCode == code).GroupBy(invoice => invoice.CustomerId)
                .Select(group => new
                {
                    CustomerId = group.Key,
                    Owed = group.Sum(invoice => invoice.BalanceMinor),
                    Late = group.Sum(invoice => invoice.DueDate < today ? invoice.BalanceMinor : 0),
                    Count = group.Count(),
                })
                .OrderByDescending(sum => sum.Owed).ThenBy(sum => sum.CustomerId).Take(Most).ToListAsync(cancellationToken);
            var names = await NamesAsync(session, largest.Select(sum => sum.CustomerId), cancellationToken);
            found.AddRange(largest.Select(sum => new Debtor(
                Quoted.Of(names.GetValueOrDefault(sum.CustomerId, "")), Say(sum.Owed, code, culture), Say(sum.Late, code, culture), sum.Count)));
        }

        return new Debtors(found);
    }

    /// <summary>Payments that were received and stand, by the day they count for, and what was given back.</summary>
    public async Task<MoneyIn> MoneyInAsync(Caller caller, bool lastMonth, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (db, siteId, today, culture) = (session.Db, session.Site.Id, session.Site.Today(session.Now), SiteText.CultureOf(session.Site));
        var month = new DateOnly(today.Year, today.Month, 1);
        var (since, until) = lastMonth ? (month.AddMonths(-1), month.AddDays(-1)) : (month, today);
        var moved = await (
            from entry in db.BalanceEntries
            where entry.SiteId == siteId && entry.Date >= since && entry.Date <= until
                && (entry.Kind == EntryKind.Payment || entry.Kind == EntryKind.Refund)
                && !db.BalanceEntries.OfType<Reversal>().Any(reversal => reversal.SiteId == siteId && reversal.ReversedEntryId == entry.Id)
            join invoice in db.Invoices on entry.InvoiceId equals invoice.Id
            group entry by new { invoice.CurrencyCode, entry.Kind } into kind
            select new { kind.Key.CurrencyCode, kind.Key.Kind, Sum = kind.Sum(entry => entry.AmountMinor), Count = kind.Count() }).ToListAsync(cancellationToken);
        return new MoneyIn(
            SiteText.Date(since, culture),
            SiteText.Date(until, culture),
            [.. moved.GroupBy(each => each.CurrencyCode).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new CurrencyIn(
                Say(group.Where(each => each.Kind == EntryKind.Payment).Sum(each => each.Sum), group.Key, culture),
                group.Where(each => each.Kind == EntryKind.Payment).Sum(each => each.Count),
                Say(group.Where(each => each.Kind == EntryKind.Refund).Sum(each => each.Sum), group.Key, culture)))]);
    }

    /// <summary>What is due from today to the end of the week, a Sunday.</summary>
    public async Task<DueSoon> DueThisWeekAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (today, culture) = (session.Site.Today(session.Now), SiteText.CultureOf(session.Site));
        var until = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var due = Open(session).Where(invoice => invoice.DueDate >= today && invoice.DueDate <= until);
        var first = await due.OrderBy(invoice => invoice.DueDate).ThenBy(invoice => invoice.Id).Take(Most).ToListAsync(cancellationToken);
        var sums = await due.GroupBy(invoice => invoice.CurrencyCode)
            .Select(group => new { Code = group.Key, Sum = group.Sum(invoice => invoice.BalanceMinor), Count = group.Count() }).ToListAsync(cancellationToken);
        return new DueSoon(
            SiteText.Date(until, culture),
            first.ConvertAll(invoice => FactText.Listed(invoice, culture, today)),
            sums.Sum(sum => sum.Count),
            [.. sums.OrderBy(sum => sum.Code, StringComparer.Ordinal).Select(sum => Say(sum.Sum, sum.Code, culture))]);
    }

    /// <summary>Customers who settled after the due date, or have not yet, the most often first.</summary>
    public async Task<LatePayers> WhoPaysLateAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (siteId, today) = (session.Site.Id, session.Site.Today(session.Now));
        var late = await session.Db.Invoices.Where(invoice => invoice.SiteId == siteId && invoice.SendState == SendState.Sent)
            .GroupBy(invoice => invoice.CustomerId)
            .Select(group => new
            {
                CustomerId = group.Key,
                Late = group.Sum(invoice => invoice.SettledOn > invoice.DueDate ? 1 : 0),
                Settled = group.Sum(invoice => invoice.SettledOn != null ? 1 : 0),
                Overdue = group.Sum(invoice => invoice.Bucket == InvoiceBucket.Open && invoice.DueDate < today ? 1 : 0),
            })
            .Where(customer => customer.Late + customer.Overdue > 0)
            .OrderByDescending(customer => customer.Late + customer.Overdue).ThenBy(customer => customer.CustomerId)
            .Take(Most).ToListAsync(cancellationToken);
        var names = await NamesAsync(session, late.Select(customer => customer.CustomerId), cancellationToken);
        return new LatePayers(late.ConvertAll(customer => new LatePayer(
            Quoted.Of(names.GetValueOrDefault(customer.CustomerId, "")), customer.Late, customer.Settled, customer.Overdue)));
    }

    public async Task<DebtAges> DebtAgesAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (today, culture) = (session.Site.Today(session.Now), SiteText.CultureOf(session.Site));
        var (month, two, three) = (today.AddDays(-30), today.AddDays(-60), today.AddDays(-90));
        var bands = await Open(session)
            .GroupBy(invoice => new
            {
                invoice.CurrencyCode,
                Age = invoice.DueDate >= today ? 0 : invoice.DueDate >= month ? 1 : invoice.DueDate >= two ? 2 : invoice.DueDate >= three ? 3 : 4,
            })
            .Select(group => new { group.Key.CurrencyCode, group.Key.Age, Sum = group.Sum(invoice => invoice.BalanceMinor), Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new DebtAges([.. bands.OrderBy(band => band.CurrencyCode, StringComparer.Ordinal).ThenBy(band => band.Age)
            .Select(band => new DebtBand(Ages[band.Age], Say(band.Sum, band.CurrencyCode, culture), band.Count))]);
    }

    private static IQueryable<Invoice> Open(SiteSession session)
    {
        var siteId = session.Site.Id;
        return session.Db.Invoices.Where(invoice => invoice.SiteId == siteId && invoice.Bucket == InvoiceBucket.Open);
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(SiteSession session, IEnumerable<Guid> customers, CancellationToken cancellationToken)
    {
        var (siteId, ids) = (session.Site.Id, customers.ToList());
        return await session.Db.Customers.Where(customer => customer.SiteId == siteId && EF.Parameter(ids).Contains(customer.Id))
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancellationToken);
    }

    private static string Say(long minor, string code, CultureInfo culture) => new Money(minor, Currency.Of(code)).Format(culture);
}
