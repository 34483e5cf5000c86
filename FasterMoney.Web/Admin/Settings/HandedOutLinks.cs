using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>Counts the links that customers can hold and that show a page while the route is on: those that a change of the route cuts off.</summary>
public sealed class HandedOutLinks(SiteAccess access)
{
    /// <summary>How many invoices wait for the new link after all were replaced.</summary>
    public async Task<int> CountMissingAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        return await session.Db.InvoicesWithoutLink(session.Site.Id).CountAsync(cancellationToken);
    }

    public async Task<int> CountAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var today = session.Site.Today(session.Now);
        var links = session.Db.LinkFactsOf(session.Db.Invoices.Where(invoice => invoice.SiteId == session.Site.Id && invoice.SendState != SendState.Draft));
        var count = 0;
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancellationToken))
            count += PortalLinkAvailability.ShowsPageWithRoute(link with { Today = today }) ? 1 : 0;

        return count;
    }
}
