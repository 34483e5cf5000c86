using FasterMoney.Domain.Invoices;
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
        var history = BalanceHistory.Of(invoice.TotalMinor, invoice.Entries);
        return new BalanceFacts(
            invoice.Number ?? "",
            Quoted.Of(invoice.BilledTo),
            SiteText.Date(invoice.IssueDate, culture),
            invoice.Total.Format(culture),
            [.. history.TakeLast(MostSteps).Select(movement => new BalanceStep(
                SiteText.Date(movement.Entry.Date, culture),
                NameOf(movement.Entry, invoice),
                FactText.Change(movement.Entry is PendingPayment pending ? pending.AmountMinor : movement.Entry.EffectMinor, invoice.Currency, culture),
                FactText.Balance(movement.BalanceAfterMinor, invoice.Currency, culture),
                Quoted.OrNull(movement.Entry.PublicText),
                MarkOf(movement.Entry, invoice)))],
            history.Count,
            invoice.SendState == SendState.Void ? SiteText.BalanceOf(invoice, culture) : FactText.Balance(invoice.BalanceMinor, invoice.Currency, culture),
            SiteText.Date(invoice.DueDate, culture),
            FactText.StateOf(invoice, session.Site.Today(session.Now)),
            invoice.SendState == SendState.Void,
            invoice.BalanceMinor < 0);
    }

    private static string NameOf(BalanceEntry entry, Invoice invoice) => entry is Reversal reversal
        ? $"Reversal of {EntryText.NameOf(invoice.Entries.Single(known => known.Id == reversal.ReversedEntryId))}"
        : EntryText.NameOf(entry);

    private static string? MarkOf(BalanceEntry entry, Invoice invoice) => entry switch
    {
        _ when invoice.IsReversed(entry) => "reversed later",
        PendingPayment pending => invoice.IsClosed(pending) ? "arrived later" : "processing, not counted yet",
        _ => null,
    };
}
