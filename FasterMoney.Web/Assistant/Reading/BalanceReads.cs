using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>Reads the way from an invoice's total to its balance. Private notes and who recorded what stay here.</summary>
public sealed class BalanceReads(SiteAccess access)
{
    private const int MostSteps = 40;

    /// <summary>Null when the site has no such invoice.</summary>
    public async Task<BalanceFacts?> ExplainAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.Db.Invoices.Include(known => known.Entries)
            .SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == invoiceId, cancellationToken);
        if (invoice is null)
            return null;

        var culture = SiteText.CultureOf(session.Site);
        var statement = InvoiceStatement.Of(invoice, session.Site.Today(session.Now));
        return new BalanceFacts(
            invoice.Number ?? "",
            Quoted.Of(invoice.BilledTo),
            SiteText.Date(invoice.IssueDate, culture),
            statement.Amount.Format(culture),
            [.. statement.Entries.TakeLast(MostSteps).Select(entry => new BalanceStep(
                SiteText.Date(entry.Date, culture),
                EntryText.NameOf(entry),
                SiteText.Amount(entry, culture),
                BalanceText.Of(entry.Balance, culture),
                Quoted.OrNull(entry.PublicText),
                MarkOf(entry),
                entry.IsCorrection))],
            statement.Entries.Count,
            BalanceText.Of(statement.Balance, culture),
            SiteText.Date(statement.DueDate, culture),
            SiteText.Of(statement.Status),
            statement.Status == InvoiceStatus.Void,
            statement.Credit.IsPositive);
    }

    private static string? MarkOf(StatementEntry entry) => entry.Mark switch
    {
        EntryMark.Reversed => "reversed later",
        EntryMark.Arrived => "arrived later",
        EntryMark.Processing => "processing, not counted yet",
        _ => null,
    };
}
