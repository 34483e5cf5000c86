using System.Diagnostics;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Access;

/// <summary>One piece of work on one site by one of its people: a context, the site, the actor and the moment.</summary>
public sealed partial class SiteSession(
    FasterMoneyDb db, Site site, Actor actor, SiteRole role, DateTime utcNow, SiteChanges changes, ILogger logger, Activity? work = null) : IAsyncDisposable
{
    public FasterMoneyDb Db => db;

    public Site Site => site;

    public Actor Actor => actor;

    public SiteRole Role => role;

    /// <summary>UTC.</summary>
    public DateTime Now => utcNow;

    /// <summary>The invoice with its lines.</summary>
    /// <exception cref="NotFoundOnSite">It is not on this site.</exception>
    public async Task<Invoice> InvoiceAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Invoices.Include(invoice => invoice.Lines)
            .SingleOrDefaultAsync(invoice => invoice.SiteId == site.Id && invoice.Id == id, cancellationToken)
        ?? throw new NotFoundOnSite("invoice");

    /// <summary>The invoice with its lines, as the caller last saw it.</summary>
    /// <exception cref="ChangedByOthers">It has another version by now.</exception>
    public async Task<Invoice> InvoiceAsync(Guid id, long expectedVersion, CancellationToken cancellationToken)
    {
        var invoice = await InvoiceAsync(id, cancellationToken);
        return invoice.Version == expectedVersion ? invoice : throw ChangedMeanwhile(nameof(Invoice));
    }

    /// <summary>The customer.</summary>
    /// <exception cref="NotFoundOnSite">They are not on this site.</exception>
    public async Task<Customer> CustomerAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Customers.SingleOrDefaultAsync(customer => customer.SiteId == site.Id && customer.Id == id, cancellationToken)
        ?? throw new NotFoundOnSite("customer");

    /// <summary>The invoice's current link, or null.</summary>
    public Task<PortalLink?> CurrentLinkAsync(Guid invoiceId, CancellationToken cancellationToken) =>
        db.PortalLinks.SingleOrDefaultAsync(
            link => link.SiteId == site.Id && link.InvoiceId == invoiceId && link.ReplacedAt == null,
            cancellationToken);

    /// <summary>Saves all of it or nothing, then tells open screens.</summary>
    /// <exception cref="ChangedByOthers">Somebody else saved the same thing first.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await StoreAsync(cancellationToken);
        if (db.Database.CurrentTransaction is { } transaction)
            await transaction.CommitAsync(cancellationToken);

        work?.SetTag("outcome", "saved");
        changes.Publish(site.Id);
    }

    /// <summary>Stores what was done so far, which counts only when the work is saved.</summary>
    /// <exception cref="ChangedByOthers">Somebody else saved the same thing first.</exception>
    public async Task StoreSoFarAsync(CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            await db.Database.BeginTransactionAsync(cancellationToken);

        await StoreAsync(cancellationToken);
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException refusal) when (refusal is DbUpdateConcurrencyException || refusal.IsDuplicate())
        {
            throw ChangedMeanwhile(string.Join(", ", refusal.Entries.Select(entry => entry.Metadata.DisplayName()).Distinct()));
        }
    }

    /// <summary>What to throw when somebody else changed it since the caller read it. Everyday life, so it is one line in the log.</summary>
    public ChangedByOthers ChangedMeanwhile(string what)
    {
        WasChanged(logger, what);
        return new ChangedByOthers();
    }

    [LoggerMessage(LogLevel.Information, "Two people changed the same at once ({What}). The second was told, and nothing of theirs was saved.")]
    private static partial void WasChanged(ILogger logger, string what);

    public ValueTask DisposeAsync()
    {
        work?.Dispose();
        return db.DisposeAsync();
    }
}
