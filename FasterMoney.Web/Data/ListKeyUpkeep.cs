using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FasterMoney.Web.Data;

/// <summary>Which <see cref="ListKey"/> rows a save moves. Collected before the save and written after it, in the same transaction.</summary>
public sealed class ListKeyUpkeep
{
    private const int MostAtOnce = 500;

    private readonly HashSet<Guid> _invoices = [];
    private readonly HashSet<Guid> _sites = [];

    public bool IsNeeded => _invoices.Count > 0 || _sites.Count > 0;

    /// <summary>New invoices get their row with the save itself; changes of invoices, links and policies are noted.</summary>
    public static async Task<ListKeyUpkeep> OfAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        var upkeep = new ListKeyUpkeep();
        var links = db.ChangeTracker.Entries<PortalLink>().ToList();
        var added = db.ChangeTracker.Entries<Invoice>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        if (added.Count > 0)
        {
            var current = links.Where(entry => entry.Entity.ReplacedAt is null).ToLookup(entry => entry.Entity.InvoiceId, entry => entry.Entity);
            var opened = db.ChangeTracker.Entries<PortalOpening>().Select(entry => entry.Entity).Where(opening => opening.Kind == PortalOpeningKind.Customer)
                .GroupBy(opening => opening.InvoiceId).ToDictionary(group => group.Key, group => group.Max(opening => opening.Last));
            foreach (var invoice in added)
            {
                var site = await db.Sites.FindAsync([invoice.SiteId], cancellationToken)
                    ?? throw new InvalidOperationException("An invoice belongs to a site.");
                db.Add(ListKey.Of(invoice, current[invoice.Id].FirstOrDefault(), site, opened.TryGetValue(invoice.Id, out var last) ? last : null));
            }
        }

        var fresh = added.Select(invoice => invoice.Id).ToHashSet();
        upkeep._invoices.UnionWith(db.ChangeTracker.Entries<Invoice>().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity.Id));
        upkeep._invoices.UnionWith(links.Where(entry => entry.State is EntityState.Added or EntityState.Modified && !fresh.Contains(entry.Entity.InvoiceId))
            .Select(entry => entry.Entity.InvoiceId));
        upkeep._sites.UnionWith(db.ChangeTracker.Entries<Site>().Where(HasOtherPolicy).Select(entry => entry.Entity.Id));
        return upkeep;
    }

    public async Task ApplyAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        foreach (var ids in _invoices.Order().Chunk(MostAtOnce))
            await WriteAsync(db, db.Invoices.Where(invoice => ids.Contains(invoice.Id)), cancellationToken);

        foreach (var site in _sites.Order())
            await WriteAsync(db, db.Invoices.Where(invoice => invoice.SiteId == site), cancellationToken);
    }

    private static bool HasOtherPolicy(EntityEntry<Site> entry) => entry.State == EntityState.Modified
        && (entry.Property(site => site.LinkUnpaidDays).IsModified || entry.Property(site => site.LinkSettledDays).IsModified);

    // Read anew: a command has loaded the invoice or its link, seldom both.
    private static async Task WriteAsync(FasterMoneyDb db, IQueryable<Invoice> invoices, CancellationToken cancellationToken)
    {
        var facts = await (
            from link in db.LinkFactsOf(invoices)
            join invoice in db.Invoices on link.InvoiceId equals invoice.Id
            join key in db.ListKeys on link.InvoiceId equals key.InvoiceId
            select new { Link = link, invoice.Bucket, Before = new { key.Bucket, key.DueDate, key.LinkThrough } }).AsNoTracking().ToListAsync(cancellationToken);

        var moves = facts
            .Select(fact => (Id: fact.Link.InvoiceId, fact.Before, Now: new { fact.Bucket, fact.Link.DueDate, LinkThrough = ListKey.ThroughOf(fact.Link) }))
            .Where(move => !move.Before.Equals(move.Now))
            .GroupBy(move => move.Now, move => move.Id);
        foreach (var move in moves)
        {
            foreach (var ids in move.Order().Chunk(MostAtOnce))
            {
                await db.ListKeys.Where(key => ids.Contains(key.InvoiceId)).ExecuteUpdateAsync(
                    set => set.SetProperty(key => key.Bucket, move.Key.Bucket)
                        .SetProperty(key => key.DueDate, move.Key.DueDate)
                        .SetProperty(key => key.LinkThrough, move.Key.LinkThrough),
                    cancellationToken);
            }
        }
    }
}
