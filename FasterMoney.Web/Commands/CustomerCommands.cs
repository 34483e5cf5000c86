using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Adds and edits customers.</summary>
public sealed class CustomerCommands(SiteDoor door)
{
    public async Task<Guid> CreateAsync(Caller caller, CustomerContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var customer = new Customer(work.Site.Id, content, work.Actor, work.Now);
        work.Db.Add(customer);
        await work.SaveAsync(cancellationToken);
        return customer.Id;
    }

    /// <summary>Edits a customer; drafts follow, sent invoices keep what they were sent with.</summary>
    /// <returns>The customer's version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, Guid customerId, long expectedVersion, CustomerContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var customer = await work.CustomerAsync(customerId, cancellationToken);
        if (customer.Version != expectedVersion)
        {
            throw new ChangedByOthers();
        }

        customer.Edit(content, work.Actor, work.Now);
        var drafts = await work.Db.Invoices
            .Where(invoice => invoice.SiteId == work.Site.Id && invoice.CustomerId == customerId && invoice.SendState == SendState.Draft)
            .ToListAsync(cancellationToken);
        foreach (var draft in drafts)
        {
            draft.FollowCustomer(customer);
        }

        await work.SaveAsync(cancellationToken);
        return customer.Version;
    }
}
