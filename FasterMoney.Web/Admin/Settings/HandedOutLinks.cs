using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>Counts the links that customers can hold and that show a page while the route is on: those that a change of the route cuts off.</summary>
public sealed class HandedOutLinks(SiteAccess access)
{
    public async Task<int> CountAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (policy, today) = (session.Site.LinkPolicy, session.Site.Today(session.Now));
        var rows =
            from link in session.Db.PortalLinks
            where link.SiteId == session.Site.Id && link.ReplacedAt == null && link.TurnedOffAt == null
            join invoice in session.Db.Invoices on link.InvoiceId equals invoice.Id
            select new { invoice.SendState, invoice.DueDate, invoice.SettledOn, invoice.VoidedOn, link.GuaranteedThrough };

        var count = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var facts = new LinkFacts(
                row.SendState, row.DueDate, row.SettledOn ?? row.VoidedOn, RouteConfigured: true, RouteOn: true,
                LinkExists: true, LinkTurnedOff: false, row.GuaranteedThrough, policy, today);
            count += PortalLinkAvailability.Of(facts).ShowsPage ? 1 : 0;
        }

        return count;
    }
}
