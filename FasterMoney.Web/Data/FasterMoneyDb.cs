using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>One model for both databases; <see cref="SqliteDb"/> and <see cref="PostgresDb"/> add only what differs.</summary>
public abstract class FasterMoneyDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Site> Sites => Set<Site>();

    public DbSet<SiteLogo> Logos => Set<SiteLogo>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<BalanceEntry> BalanceEntries => Set<BalanceEntry>();

    public DbSet<CreditNoteDraft> CreditNoteDrafts => Set<CreditNoteDraft>();

    public DbSet<PortalLink> PortalLinks => Set<PortalLink>();

    public DbSet<PortalOpening> PortalOpenings => Set<PortalOpening>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<MessageDraft> Messages => Set<MessageDraft>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<MailSettings> MailSettings => Set<MailSettings>();

    public DbSet<FirstSteps> FirstSteps => Set<FirstSteps>();

    public DbSet<GuideVote> GuideVotes => Set<GuideVote>();

    public DbSet<GuideMiss> GuideMisses => Set<GuideMiss>();

    public DbSet<ActivityEntry> Activity => Set<ActivityEntry>();

    public DbSet<ActivityChain> ActivityChains => Set<ActivityChain>();

    public DbSet<BucketTotal> BucketTotals => Set<BucketTotal>();

    public DbSet<ListKey> ListKeys => Set<ListKey>();

    /// <summary>
    /// Saves, and in the same transaction moves the totals and keys that the list reads and stores the activity that the changed
    /// things wrote down, each entry chained to the one before it. The chain is taken first and held until the end.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var activity = TakeActivity();
        var keys = await ListKeyUpkeep.OfAsync(this, cancellationToken);
        var moves = BucketTotal.MovesOf(ChangeTracker);
        if ((moves.Count == 0 && !keys.IsNeeded && activity.Count == 0) || Database.CurrentTransaction is not null)
            return await SaveAllAsync();

        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var count = await SaveAllAsync();
        await transaction.CommitAsync(cancellationToken);
        return count;

        async Task<int> SaveAllAsync()
        {
            await ActivityChain.HoldAsync(this, activity.Select(entry => entry.SiteId), cancellationToken);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await keys.ApplyAsync(this, cancellationToken);
            await BucketTotal.ApplyAsync(this, moves, cancellationToken);
            if (activity.Count == 0)
                return saved;

            await ActivityChain.AppendAsync(this, activity, cancellationToken);
            Activity.AddRange(activity);
            return saved + await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
    }

    /// <summary>For the framework's keys, which move no total; refused for everything else, whose totals are moved asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(FasterMoneyDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();

    private List<ActivityEntry> TakeActivity()
    {
        var added = ChangeTracker.Entries<ActivityEntry>().Where(entry => entry.State == EntityState.Added).ToList();
        var activity = added.ConvertAll(entry => entry.Entity);
        foreach (var entry in added)
            entry.State = EntityState.Detached;

        foreach (var entry in ChangeTracker.Entries<IRecordActivity>().ToList())
        {
            activity.AddRange(entry.Entity.NewActivity);
            entry.Entity.NewActivity.Clear();
        }

        // One save may hold the work of many days, as when a business is brought over: what happened first comes first.
        return [.. activity.OrderBy(entry => entry.At)];
    }
}
