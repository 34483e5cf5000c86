using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Customers;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Customers;

/// <summary>A customer as the form starts with them.</summary>
/// <param name="LastChange">Who changed it last, as a sentence.</param>
public sealed record CustomerDetails(Guid Id, long Version, CustomerContent Content, string LastChange, DateTime? LastChangeAt);

/// <summary>Reads one customer.</summary>
public sealed class CustomerRecords(SiteAccess access)
{
    /// <summary>The customer, or null when the site has no such customer.</summary>
    public async Task<CustomerDetails?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var customer = await session.Db.Customers.SingleOrDefaultAsync(
            known => known.SiteId == session.Site.Id && known.Id == id, cancellationToken);
        if (customer is null)
            return null;

        var last = await session.Db.Activity
            .Where(entry => entry.SiteId == session.Site.Id && entry.InvoiceId == null && entry.CustomerId == id
                && (entry.Kind == ActivityKind.CustomerAdded || entry.Kind == ActivityKind.CustomerChanged))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return new CustomerDetails(
            customer.Id,
            customer.Version,
            new CustomerContent(
                customer.Name, customer.ContactName, customer.Email, customer.Language, customer.BillingAddress, customer.PrivateNote)
            {
                TaxNumber = customer.TaxNumber,
            },
            last is null ? "" : ActivitySentence.For(last),
            last?.At);
    }

    /// <summary>What a new customer starts with.</summary>
    public async Task<CustomerContent> NewAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        return new CustomerContent("", "", "", session.Site.Language, "", "");
    }
}
