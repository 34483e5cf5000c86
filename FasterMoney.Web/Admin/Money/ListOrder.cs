using System.Linq.Expressions;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>The ids of invoices in the order of each column.</summary>
public static class ListOrder
{
    /// <summary>The ids of all of a tab, in the list's order.</summary>
    /// <param name="invoices">The site's, or those that a search found.</param>
    /// <param name="keys">Of the same invoices.</param>
    /// <param name="tab">Which of them.</param>
    /// <param name="sort">By which column.</param>
    /// <param name="down">Whether the last comes first.</param>
    /// <param name="today">The day at the site.</param>
    public static IQueryable<Guid> Ordered(
        IQueryable<Invoice> invoices, IQueryable<ListKey> keys, StateTab tab, MoneySort sort, bool down, DateOnly today) => sort switch
    {
        MoneySort.Number => By(invoices, i => new Place<long> { Id = i.Id, Bucket = i.Bucket, DueDate = i.DueDate, Key = i.NumberSequence }, tab, down, today),
        MoneySort.Customer => By(invoices, i => new Place<string> { Id = i.Id, Bucket = i.Bucket, DueDate = i.DueDate, Key = i.BilledToSort }, tab, down, today),
        MoneySort.Due => By(invoices, i => new Place<DateOnly> { Id = i.Id, Bucket = i.Bucket, DueDate = i.DueDate, Key = i.DueDate }, tab, down, today),
        MoneySort.Total => By(invoices, i => new Place<long> { Id = i.Id, Bucket = i.Bucket, DueDate = i.DueDate, Key = i.TotalMinor }, tab, down, today),
        MoneySort.Balance => By(invoices, i => new Place<long> { Id = i.Id, Bucket = i.Bucket, DueDate = i.DueDate, Key = i.BalanceMinor }, tab, down, today),
        MoneySort.State => ByState(invoices, tab, down, today),
        MoneySort.Link => By(keys, k => new Place<DateOnly> { Id = k.InvoiceId, Bucket = k.Bucket, DueDate = k.DueDate, Key = k.LinkThrough }, tab, down, today),
        MoneySort.Opened => By(keys, k => new Place<DateTime> { Id = k.InvoiceId, Bucket = k.Bucket, DueDate = k.DueDate, Key = k.LastOpened }, tab, down, today),
        _ => By(invoices, i => new Place<DateOnly> { Id = i.Id, Bucket = i.Bucket, DueDate = i.DueDate, Key = i.IssueDate }, tab, down, today),
    };

    private static IQueryable<Guid> By<TRow, TKey>(
        IQueryable<TRow> rows, Expression<Func<TRow, Place<TKey>>> place, StateTab tab, bool down, DateOnly today)
    {
        var places = InState(rows.Select(place), tab, today);
        return (down
            ? places.OrderByDescending(p => p.Key).ThenByDescending(p => p.Id)
            : places.OrderBy(p => p.Key).ThenBy(p => p.Id)).Select(p => p.Id);
    }

    private static IQueryable<Guid> ByState(IQueryable<Invoice> invoices, StateTab tab, bool down, DateOnly today)
    {
        var places = InState(invoices.Select(i => new Place<InvoiceBucket> { Id = i.Id, Bucket = i.Bucket, DueDate = i.DueDate, Key = i.Bucket }), tab, today);
        return (down
            ? places.OrderByDescending(p => p.Bucket).ThenByDescending(p => p.DueDate).ThenByDescending(p => p.Id)
            : places.OrderBy(p => p.Bucket).ThenBy(p => p.DueDate).ThenBy(p => p.Id)).Select(p => p.Id);
    }

    private static IQueryable<Place<TKey>> InState<TKey>(IQueryable<Place<TKey>> places, StateTab tab, DateOnly today) => tab switch
    {
        StateTab.Draft => places.Where(place => place.Bucket == InvoiceBucket.Draft),
        StateTab.Sent => places.Where(place => place.Bucket == InvoiceBucket.Open || place.Bucket == InvoiceBucket.Settled),
        StateTab.Overdue => places.Where(place => place.Bucket == InvoiceBucket.Open && place.DueDate < today),
        StateTab.Paid => places.Where(place => place.Bucket == InvoiceBucket.Settled),
        StateTab.Void => places.Where(place => place.Bucket == InvoiceBucket.Void),
        _ => places,
    };

    // What the tabs read and one sort key: all of it stands in that sort's index.
    private sealed class Place<TKey>
    {
        public required Guid Id { get; init; }

        public required InvoiceBucket Bucket { get; init; }

        public required DateOnly DueDate { get; init; }

        public required TKey Key { get; init; }
    }
}
