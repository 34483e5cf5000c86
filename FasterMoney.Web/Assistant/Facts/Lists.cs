using System.Text.Json.Serialization;

namespace FasterMoney.Web.Assistant.Facts;

/// <summary>A line of any list.</summary>
/// <param name="Id">Stays on the server.</param>
/// <param name="Invoice">Its number, or a name for a draft that means something in this conversation alone.</param>
public sealed record ListedInvoice([property: JsonIgnore] Guid Id, string Invoice, Quoted Customer, string State, string BalanceDue, string Due);

public sealed record FoundInvoices(IReadOnlyList<ListedInvoice> Invoices, bool HasMore);

public sealed record UnavailableLink(ListedInvoice Invoice, IReadOnlyList<LinkReason> Reasons);

/// <param name="OfSite">Reasons that hold for every invoice of the business.</param>
/// <param name="Owed">Those on which something is to be paid.</param>
/// <param name="OwedCount">All of them, up to <see cref="MostCounted"/>.</param>
/// <param name="SettledCount">Settled ones, whose links end by themselves some time later.</param>
public sealed record UnavailableLinks(IReadOnlyList<LinkReason> OfSite, IReadOnlyList<UnavailableLink> Owed, int OwedCount, int SettledCount)
{
    public const int MostCounted = 1000;
}

public sealed record UnopenedInvoice(ListedInvoice Invoice, int DaysOverdue, bool LinkAvailable, bool LinkCopied);

public sealed record UnopenedCustomer(Quoted Customer, IReadOnlyList<UnopenedInvoice> Invoices);

/// <param name="InvoiceCount">All of them, up to <see cref="UnavailableLinks.MostCounted"/>.</param>
/// <param name="ShownCount">Those in the list.</param>
public sealed record UnopenedOverdue(IReadOnlyList<UnopenedCustomer> Customers, int ShownCount, int InvoiceCount);

public sealed record FoundCustomer(Quoted Customer, int OpenInvoices);

public sealed record FoundCustomers(IReadOnlyList<FoundCustomer> Customers, bool HasMore);
