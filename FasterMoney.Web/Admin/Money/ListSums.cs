using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>How many invoices there are in each tab, and what they come to in each currency.</summary>
public sealed class ListSums
{
    private readonly IReadOnlyList<Sum> _sums;

    private ListSums(IReadOnlyList<Sum> sums)
    {
        _sums = sums;
        Counts = Enum.GetValues<StateTab>().ToDictionary(tab => tab, tab => (int)sums.Where(sum => sum.IsIn(tab)).Sum(sum => sum.Count));
    }

    public IReadOnlyDictionary<StateTab, int> Counts { get; }

    /// <summary>Of all invoices of the site: the sums were moved with each save, and a few hundred rows tell them.</summary>
    public static async Task<ListSums> OfSiteAsync(SiteSession session, DateOnly today, CancellationToken cancellationToken) => new(
        await session.Db.BucketTotals.Where(total => total.SiteId == session.Site.Id)
            .GroupBy(total => new { total.CurrencyCode, total.Bucket, IsLate = total.DueDate < today })
            .Select(group => new Sum(
                group.Key.CurrencyCode, group.Key.Bucket, group.Key.IsLate, group.Sum(t => t.Count), group.Sum(t => t.TotalMinor), group.Sum(t => t.BalanceMinor)))
            .ToListAsync(cancellationToken));

    /// <summary>Of the invoices that a search found.</summary>
    public static async Task<ListSums> OfAsync(InvoiceSearch found, DateOnly today, CancellationToken cancellationToken)
    {
        var sums = new List<Sum>();
        foreach (var part in found.Parts)
        {
            sums.AddRange(await part
                .GroupBy(invoice => new { invoice.CurrencyCode, invoice.Bucket, IsLate = invoice.DueDate < today })
                .Select(group => new Sum(
                    group.Key.CurrencyCode, group.Key.Bucket, group.Key.IsLate, group.LongCount(), group.Sum(i => i.TotalMinor), group.Sum(i => i.BalanceMinor)))
                .ToListAsync(cancellationToken));
        }

        return new ListSums(sums);
    }

    /// <summary>Currencies are never added up together.</summary>
    public IReadOnlyList<CurrencyTotals> Totals(CultureInfo culture) => [.. _sums
        .Where(sum => sum.Count > 0)
        .GroupBy(sum => sum.CurrencyCode)
        .OrderByDescending(group => group.Sum(sum => sum.Count))
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group =>
        {
            string Say(Func<Sum, bool> which, Func<Sum, long> minor) => new Money(group.Where(which).Sum(minor), Currency.Of(group.Key)).Format(culture);
            return new CurrencyTotals(
                group.Key,
                Say(sum => sum.Bucket == InvoiceBucket.Open, sum => sum.BalanceMinor),
                Say(sum => sum.IsIn(StateTab.Overdue), sum => sum.BalanceMinor),
                Say(sum => sum.Bucket == InvoiceBucket.Draft, sum => sum.TotalMinor));
        })];

    private sealed record Sum(string CurrencyCode, InvoiceBucket Bucket, bool IsLate, long Count, long TotalMinor, long BalanceMinor)
    {
        public bool IsIn(StateTab tab) => tab switch
        {
            StateTab.Draft => Bucket == InvoiceBucket.Draft,
            StateTab.Sent => Bucket is InvoiceBucket.Open or InvoiceBucket.Settled,
            StateTab.Overdue => Bucket == InvoiceBucket.Open && IsLate,
            StateTab.Paid => Bucket == InvoiceBucket.Settled,
            StateTab.Void => Bucket == InvoiceBucket.Void,
            _ => true,
        };
    }
}
