using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>How many invoices there are in each tab, and what they come to in each currency.</summary>
public sealed class ListSums
{
    private readonly IReadOnlyList<Sum> sums;

    private ListSums(IReadOnlyList<Sum> sums)
    {
        this.sums = sums;
        Counts = Enum.GetValues<StateTab>().ToDictionary(tab => tab, tab => (int)sums.Where(sum => sum.IsIn(tab)).Sum(sum => sum.Count));
    }

    public IReadOnlyDictionary<StateTab, int> Counts { get; }

    /// <summary>Of all invoices of the site: the sums were moved with each save, and a few hundred rows tell them.</summary>
    public static async Task<ListSums> OfSiteAsync(SiteWork work, DateOnly today, CancellationToken cancellationToken) => new(
        await work.Db.StandingTotals.Where(total => total.SiteId == work.Site.Id)
            .GroupBy(total => new { total.CurrencyCode, total.Standing, IsLate = total.DueDate < today })
            .Select(group => new Sum(
                group.Key.CurrencyCode, group.Key.Standing, group.Key.IsLate, group.Sum(t => t.Count), group.Sum(t => t.TotalMinor), group.Sum(t => t.BalanceMinor)))
            .ToListAsync(cancellationToken));

    /// <summary>Of the invoices that a search found.</summary>
    public static async Task<ListSums> OfAsync(InvoiceSearch found, DateOnly today, CancellationToken cancellationToken)
    {
        var sums = new List<Sum>();
        foreach (var part in found.Parts)
        {
            sums.AddRange(await part
                .GroupBy(invoice => new { invoice.CurrencyCode, invoice.Standing, IsLate = invoice.DueDate < today })
                .Select(group => new Sum(
                    group.Key.CurrencyCode, group.Key.Standing, group.Key.IsLate, group.LongCount(), group.Sum(i => i.TotalMinor), group.Sum(i => i.BalanceMinor)))
                .ToListAsync(cancellationToken));
        }

        return new ListSums(sums);
    }

    /// <summary>Currencies are never added up together.</summary>
    public IReadOnlyList<CurrencyTotals> Totals(CultureInfo culture) => [.. sums
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
