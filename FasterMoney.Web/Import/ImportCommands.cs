using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;

namespace FasterMoney.Web.Import;

/// <summary>
/// Brings customers and invoices over from a file: all of it or nothing, and what is here already stays as it is,
/// so that the same file can come again.
/// </summary>
public sealed class ImportCommands(SiteAccess access, PortalTokens tokens)
{
    /// <summary>What an import of the file would do, or everything against it. Stores nothing.</summary>
    public async Task<ImportPreview> CheckAsync(Caller caller, ImportFile file, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        return (await ImportPlan.ReadAsync(session, file, cancellationToken)).ToPreview(session.Site);
    }

    /// <param name="caller">Who imports.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Hears how many are stored; they count only when all are.</param>
    /// <param name="cancellationToken">Stops it, and then nothing is imported.</param>
    /// <exception cref="RuleViolation">Something stands against the file; the reasons name row and column.</exception>
    /// <exception cref="ChangedByOthers">Somebody else imported or sent one of the same in the meantime.</exception>
    public async Task<ImportResult> ImportAsync(Caller caller, ImportFile file, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Admin, cancellationToken);
        var plan = await ImportPlan.ReadAsync(session, file, cancellationToken);
        RuleCheck.From(plan.Problems.Kept.Select(problem => new RuleReason(problem.ToString()))).Insist();

        progress?.Report(new ImportProgress(0, plan.New));
        var done = 0;
        foreach (var customers in plan.NewCustomers(session.Site))
        {
            session.Db.AddRange(customers.Select(customer => Customer.Import(session.Site.Id, customer.ExternalId, customer.Content, session.Actor, session.Now)));
            await StoreAsync(customers.Count);
        }

        await foreach (var invoices in plan.NewInvoicesAsync(session, cancellationToken))
        {
            session.Db.AddRange(invoices);
            session.Db.AddRange(invoices.Where(invoice => invoice.SendState == SendState.Sent).Select(invoice => tokens.NewLink(invoice, session.Actor, session.Now)));
            await StoreAsync(invoices.Count);
        }

        await session.SaveAsync(cancellationToken);
        return new ImportResult(plan.Kind!.Value, plan.New, plan.Payments, plan.Known);

        async Task StoreAsync(int count)
        {
            // The site is stored with the first of them; nothing changes it afterwards, so it can be let go with the rest.
            await session.StoreSoFarAsync(cancellationToken);
            session.Db.ChangeTracker.Clear();
            ImportPlan.LetPortionGo();
            progress?.Report(new ImportProgress(done += count, plan.New));
        }
    }
}
