using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>
/// The end of a site's activity: how many entries there are, and the hash of the last. Whoever stores activity takes this row first and
/// keeps it until the work is saved, so that two who write at once come one behind the other on either database, and the chain never forks.
/// </summary>
public sealed class ActivityChain
{
    private const int AtOnce = 500;

    public Guid SiteId { get; init; }

    public long Length { get; init; }

    public byte[] Hash { get; init; } = [];

    /// <summary>
    /// Takes the ends of sites until the work is saved. Whoever writes takes them before anything else, so that no two ever wait for each
    /// other in a circle. A new site has none yet, and nobody else who could wait for it.
    /// </summary>
    public static async Task HoldAsync(FasterMoneyDb db, IEnumerable<Guid> sites, CancellationToken cancellationToken)
    {
        foreach (var siteId in sites.Distinct().Order())
        {
            await db.ActivityChains.Where(chain => chain.SiteId == siteId)
                .ExecuteUpdateAsync(set => set.SetProperty(end => end.Length, end => end.Length), cancellationToken);
        }
    }

    /// <summary>Puts entries that are to be stored behind the last ones of their sites. In the transaction that stores them.</summary>
    public static async Task AppendAsync(FasterMoneyDb db, IReadOnlyList<ActivityEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var ofSite in entries.GroupBy(entry => entry.SiteId).OrderBy(group => group.Key))
        {
            var end = await TakeAsync(db, ofSite.Key, cancellationToken);
            var (length, hash) = (end.Length, end.Hash);
            foreach (var entry in ofSite)
            {
                entry.Follow(++length, hash);
                hash = entry.Hash;
            }

            await db.ActivityChains.Where(chain => chain.SiteId == ofSite.Key).ExecuteUpdateAsync(
                set => set.SetProperty(chain => chain.Length, length).SetProperty(chain => chain.Hash, hash), cancellationToken);
        }
    }

    /// <summary>Takes in what was stored before there was a chain, in its order. Goes on where a stopped start left off.</summary>
    public static async Task CatchUpAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        foreach (var siteId in await db.Activity.Where(entry => entry.Sequence == 0).Select(entry => entry.SiteId).Distinct().ToListAsync(cancellationToken))
        {
            List<ActivityEntry> entries;
            do
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                entries = await db.Activity.Where(entry => entry.Sequence == 0 && entry.SiteId == siteId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(AtOnce).ToListAsync(cancellationToken);
                await AppendAsync(db, entries, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }
            while (entries.Count == AtOnce);
        }
    }

    private static async Task<ActivityChain> TakeAsync(FasterMoneyDb db, Guid siteId, CancellationToken cancellationToken)
    {
        var chain = db.ActivityChains.Where(chain => chain.SiteId == siteId);
        while (await chain.ExecuteUpdateAsync(set => set.SetProperty(end => end.Length, end => end.Length), cancellationToken) == 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ActivityChains" ("SiteId", "Length", "Hash") VALUES ({siteId}, 0, {ActivityEntry.NoHash}) ON CONFLICT DO NOTHING""", cancellationToken);
        }

        return await chain.AsNoTracking().SingleAsync(cancellationToken);
    }
}

public sealed class ActivityChainMapping : IEntityTypeConfiguration<ActivityChain>
{
    public void Configure(EntityTypeBuilder<ActivityChain> builder)
    {
        builder.ToTable("ActivityChains");
        builder.HasKey(chain => chain.SiteId);
        builder.Property(chain => chain.SiteId).ValueGeneratedNever();
        builder.HasOne<Site>().WithOne().HasForeignKey<ActivityChain>(chain => chain.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}
