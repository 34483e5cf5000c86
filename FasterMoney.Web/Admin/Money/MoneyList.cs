using FasterMoney.Domain.Statements;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>One page of the workspace's list, with the counts and totals around it.</summary>
public sealed record MoneyList(
    IReadOnlyList<InvoiceRow> Rows,
    int Matching,
    IReadOnlyDictionary<StateTab, int> Counts,
    IReadOnlyList<CurrencyTotals> Totals,
    bool HasInvoices)
{
    public int Pages => Paging.PagesOf(Matching);
}

/// <summary>A row as it is read: amounts and dates are already written in the site's language.</summary>
public sealed record InvoiceRow(
    Guid Id,
    string? Number,
    string Customer,
    string? Issued,
    string? Due,
    string Total,
    string Balance,
    InvoiceStatus State,
    RowLink Link,
    DateTime? LastOpened)
{
    /// <summary>How people speak of the invoice: its number, or whose draft it is.</summary>
    public string Name => Number ?? $"Draft for {Customer}";
}

/// <summary>Whether the row's link may be copied: its address, or every reason against it.</summary>
public sealed record RowLink(string? Url, IReadOnlyList<string> Reasons)
{
    public bool IsAvailable => Reasons.Count == 0;
}

/// <summary>Sums of one currency; currencies are never added up together.</summary>
public sealed record CurrencyTotals(string Currency, string Outstanding, string Overdue, string Drafts);
