using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Keeps how far a business is with its first steps.</summary>
public sealed class FirstStepsCommands(SiteAccess access)
{
    /// <summary>Puts them away for everybody of the business.</summary>
    public async Task DismissAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        (await OfAsync(session, cancellationToken)).DismissedAt = session.Now;
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>Notes that customers' pages answer at a route.</summary>
    public async Task NoteRouteCheckedAsync(Caller caller, PortalRoute route, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        (await OfAsync(session, cancellationToken)).CheckedRoute = route.UrlFor("");
        await session.SaveAsync(cancellationToken);
    }

    private static async Task<FirstSteps> OfAsync(SiteSession session, CancellationToken cancellationToken)
    {
        var steps = await session.Db.FirstSteps.SingleOrDefaultAsync(known => known.SiteId == session.Site.Id, cancellationToken);
        return steps ?? session.Db.Add(new FirstSteps { SiteId = session.Site.Id }).Entity;
    }
}
