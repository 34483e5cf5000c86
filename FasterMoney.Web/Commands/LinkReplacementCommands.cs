using System.Globalization;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>How many of how many new links are made.</summary>
public sealed record LinkProgress(int Made, int Total);

/// <summary>
/// Replaces every portal link of a site after a leak. All old links end in one statement, so that no copy from before works from that
/// moment on; then the new ones are made in portions. When it is stopped in between, the invoices that have none yet say that they need a
/// new link, and <see cref="FinishAsync"/> makes the rest: what is left to do is read from the links themselves.
/// </summary>
public sealed class LinkReplacementCommands(SiteAccess access, PortalTokens tokens)
{
    private const int AtOnce = 250;

    /// <summary>Ends all links and makes the new ones.</summary>
    /// <param name="typedName">The name of the business, typed to confirm.</param>
    /// <returns>How many new links were made.</returns>
    public async Task<int> ReplaceAllAsync(Caller caller, string typedName, IProgress<LinkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using (var session = await access.OpenExclusiveAsync(caller, SiteRole.Owner, cancellationToken))
        {
            session.Site.CanReplaceAllLinks(typedName).Insist();
            var ended = await session.Db.PortalLinks.Where(link => link.SiteId == session.Site.Id && link.ReplacedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.ReplacedAt, session.Now), cancellationToken);
            session.Site.Note(ActivityKind.AllLinksReplaced, session.Actor, session.Now, $"{Counted.Of(ended, "link")} ended");
            await session.SaveAsync(cancellationToken);
        }

        // Apart, so that others wait for one statement at a time; until then the list shows what it showed before.
        await using (var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken))
        {
            var waiting = session.Db.InvoicesWithoutLink(session.Site.Id).Select(invoice => invoice.Id);
            await session.Db.ListKeys.Where(key => key.SiteId == session.Site.Id && key.LinkThrough != ListKey.NoDay && waiting.Contains(key.InvoiceId))
                .ExecuteUpdateAsync(set => set.SetProperty(key => key.LinkThrough, ListKey.NoDay), cancellationToken);
        }

        return await FinishAsync(caller, progress, cancellationToken);
    }

    /// <summary>Makes the new links that are still missing.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> FinishAsync(Caller caller, IProgress<LinkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Guid[] missing;
        Dictionary<Guid, LinkBefore> before;
        await using (var session = await access.ReadAsync(caller, SiteRole.Owner, cancellationToken))
        {
            missing = await session.Db.InvoicesWithoutLink(session.Site.Id).OrderBy(invoice => invoice.Id).Select(invoice => invoice.Id).ToArrayAsync(cancellationToken);
            before = missing.Length > 0 ? await BeforeAsync(session, cancellationToken) : [];
        }

        var made = 0;
        foreach (var portion in missing.Chunk(AtOnce))
        {
            progress?.Report(new LinkProgress(made, missing.Length));
            made += await MakeAsync(caller, portion, before, cancellationToken);
        }

        if (made > 0)
        {
            await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
            session.Site.Note(ActivityKind.AllLinksReplaced, session.Actor, session.Now, $"{Counted.Of(made, "link")} made anew");
            await session.SaveAsync(cancellationToken);
        }

        progress?.Report(new LinkProgress(made, missing.Length));
        return made;
    }

    private async Task<int> MakeAsync(Caller caller, Guid[] ids, Dictionary<Guid, LinkBefore> before, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await TryMakeAsync(caller, ids, before, cancellationToken);
            }
            catch (ChangedByOthers)
            {
                // Somebody made one of them meanwhile: it is not missing any more, and the next look sees it.
            }
        }
    }

    private async Task<int> TryMakeAsync(Caller caller, Guid[] ids, Dictionary<Guid, LinkBefore> before, CancellationToken cancellationToken)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Owner, cancellationToken);
        var invoices = await session.Db.InvoicesWithoutLink(session.Site.Id).Where(invoice => ids.Contains(invoice.Id)).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var invoice in invoices)
        {
            var link = tokens.NewLink(invoice, session.Actor, session.Now);
            if (before.TryGetValue(invoice.Id, out var old))
                link.TakeOver(old.TurnedOffAt, old.GuaranteedThrough);
            session.Db.Add(link);
        }

        await session.SaveAsync(cancellationToken);
        return invoices.Count;
    }

    // The last link of each invoice, where something holds for the next one too. Read in one go: there is no need to look at a link by its invoice.
    private static async Task<Dictionary<Guid, LinkBefore>> BeforeAsync(SiteSession session, CancellationToken cancellationToken)
    {
        var ended = session.Db.PortalLinks.Where(link => link.SiteId == session.Site.Id && link.ReplacedAt != null)
            .Select(link => new LinkBefore(link.InvoiceId, link.ReplacedAt!.Value, link.CreatedAt, link.TurnedOffAt, link.GuaranteedThrough));
        var last = new Dictionary<Guid, LinkBefore>();
        await foreach (var link in ended.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!last.TryGetValue(link.InvoiceId, out var known) || (link.ReplacedAt, link.CreatedAt).CompareTo((known.ReplacedAt, known.CreatedAt)) > 0)
                last[link.InvoiceId] = link;
        }

        return last;
    }

    private sealed record LinkBefore(Guid InvoiceId, DateTime ReplacedAt, DateTime CreatedAt, DateTime? TurnedOffAt, DateOnly? GuaranteedThrough);
}
