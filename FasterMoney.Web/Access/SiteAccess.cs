using System.Diagnostics;
using System.Runtime.CompilerServices;
using FasterMoney.Domain.People;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Access;

/// <summary>The one way to a site's data. Checks in the database, each time, that the caller belongs there and may do this.</summary>
public sealed class SiteAccess(IDbContextFactory<FasterMoneyDb> factory, TimeProvider time, SiteChanges changes, ILogger<SiteAccess> logger)
{
    private static readonly ActivitySource Source = new("FasterMoney.Access");

    /// <summary>Opens the site for reading: nothing is tracked, nothing can be saved.</summary>
    /// <exception cref="AccessDenied">The caller does not belong to the site.</exception>
    public Task<SiteSession> ReadAsync(Caller caller, CancellationToken cancellationToken) => ReadAsync(caller, SiteRole.Viewer, cancellationToken);

    /// <summary>Opens the site for reading what only a role sees, or for a question to the outside that only a role may ask.</summary>
    /// <exception cref="AccessDenied">The caller does not belong to the site, or with a role below <paramref name="minimum"/>.</exception>
    public async Task<SiteSession> ReadAsync(Caller caller, SiteRole minimum, CancellationToken cancellationToken)
    {
        var db = await factory.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await EnterAsync(db, caller, minimum, cancellationToken);
    }

    /// <summary>Opens the site for a change.</summary>
    /// <param name="command">The method that asks, by which an operator's traces call the work; likewise <paramref name="file"/>.</param>
    /// <exception cref="AccessDenied">The caller does not belong to the site, or with a role below <paramref name="minimum"/>.</exception>
    public async Task<SiteSession> OpenAsync(
        Caller caller, SiteRole minimum, CancellationToken cancellationToken, [CallerMemberName] string command = "", [CallerFilePath] string file = "") =>
        await EnterAsync(await factory.CreateDbContextAsync(cancellationToken), caller, minimum, cancellationToken, Begin(command, file));

    /// <summary>
    /// Opens the site for a change that no other such change on the site may cross: one that takes a number of its sequence.
    /// The end of its activity and its row are locked first, on either database, until the work is saved or disposed.
    /// </summary>
    public async Task<SiteSession> OpenExclusiveAsync(
        Caller caller, SiteRole minimum, CancellationToken cancellationToken, [CallerMemberName] string command = "", [CallerFilePath] string file = "")
    {
        var work = Begin(command, file);
        var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.BeginTransactionAsync(cancellationToken);
            await ActivityChain.HoldAsync(db, [caller.SiteId], cancellationToken);
            await db.Sites.Where(site => site.Id == caller.SiteId)
                .ExecuteUpdateAsync(set => set.SetProperty(site => site.NextInvoiceNumber, site => site.NextInvoiceNumber), cancellationToken);
        }
        catch
        {
            work?.Dispose();
            await db.DisposeAsync();
            throw;
        }

        return await EnterAsync(db, caller, minimum, cancellationToken, work);
    }

    // The path is of the machine that built this: its last part alone is a name.
    private static Activity? Begin(string command, string file) =>
        Source.HasListeners() ? Source.StartActivity($"{Path.GetFileNameWithoutExtension(file.Replace('\\', '/'))}.{command}") : null;

    private async Task<SiteSession> EnterAsync(FasterMoneyDb db, Caller caller, SiteRole minimum, CancellationToken cancellationToken, Activity? work = null)
    {
        try
        {
            var found = await (
                from membership in db.Memberships
                where membership.SiteId == caller.SiteId && membership.UserId == caller.UserId && !membership.Disabled
                join site in db.Sites on membership.SiteId equals site.Id
                join person in db.Users on membership.UserId equals person.Id
                select new { membership.Role, Site = site, person.DisplayName }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new AccessDenied("You do not belong to this business any more.");

            return found.Role >= minimum
                ? new SiteSession(db, found.Site, new Actor(caller.UserId, found.DisplayName), found.Role, time.GetUtcNow().UtcDateTime, changes, logger, work)
                : throw new AccessDenied($"Your role at this business is {found.Role}; this needs {minimum}.");
        }
        catch
        {
            work?.Dispose();
            await db.DisposeAsync();
            throw;
        }
    }
}
