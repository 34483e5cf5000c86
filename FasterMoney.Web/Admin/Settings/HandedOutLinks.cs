using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>Counts the links that customers can hold and that show a page while the route is on: those that a change of the route cuts off.</summary>
public sealed class HandedOutLinks(SiteDoor door)
{
    public async Task<int> CountAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var work = await door.ReadAsync(caller, cancellationToken);
        var (policy, today) = (work.Site.LinkPolicy, work.Site.Today(work.Now));
        var rows =
            from link in work.Db.PortalLinks
            where link.SiteId == work.Site.Id && link.ReplacedAt == null && link.TurnedOffAt == null
            join invoice in work.Db.Invoices on link.InvoiceId equals invoice.Id
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
