using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Adds and edits customers.</summary>
public sealed class CustomerCommands(SiteAccess access)
{
    public async Task<Guid> CreateAsync(Caller caller, CustomerContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var customer = new Customer(session.Site.Id, content, session.Actor, session.Now);
        session.Db.Add(customer);
        await session.SaveAsync(cancellationToken);
        return customer.Id;
    }

    /// <summary>Edits a customer; drafts follow, sent invoices keep what they were sent with.</summary>
    /// <returns>The customer's version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, Guid customerId, long expectedVersion, CustomerContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var customer = await session.CustomerAsync(customerId, cancellationToken);
        if (customer.Version != expectedVersion)
            throw session.ChangedMeanwhile(nameof(Customer));

        customer.Edit(content, session.Actor, session.Now);
        var drafts = await session.Db.Invoices
            .Where(invoice => invoice.SiteId == session.Site.Id && invoice.CustomerId == customerId && invoice.SendState == SendState.Draft)
            .ToListAsync(cancellationToken);
        foreach (var draft in drafts)
            draft.FollowCustomer(customer);

        await session.SaveAsync(cancellationToken);
        return customer.Version;
    }
}
