using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>What was recorded.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="WasRecordedBefore">True when the same act was recorded already, as after a double click: nothing was added.</param>
public sealed record Recorded(Guid EntryId, bool WasRecordedBefore);

/// <summary>
/// Records what moves a balance. Each act names itself with a command id and says which version of the invoice it was
/// decided on: the same act is recorded once, and one that was decided on an older balance is not recorded at all.
/// </summary>
public sealed class BalanceCommands(SiteAccess access, SiteContentChecks checks)
{
    public Task<Recorded> RecordPaymentAsync(
        Caller caller, Guid invoiceId, long expectedVersion, EntryDetails details, PaymentMethod method, bool isProcessing, CancellationToken cancellationToken = default) =>
        RecordAsync(caller, invoiceId, expectedVersion, details.CommandId, (invoice, session, today) => isProcessing
            ? invoice.RecordPendingPayment(details, method, today, session.Actor, session.Now)
            : invoice.RecordPayment(details, method, today, session.Actor, session.Now), cancellationToken);

    /// <summary>Records that a processing payment has arrived.</summary>
    public Task<Recorded> ConfirmPaymentAsync(
        Caller caller, Guid invoiceId, long expectedVersion, Guid entryId, Guid commandId, DateOnly date, CancellationToken cancellationToken = default) =>
        RecordAsync(caller, invoiceId, expectedVersion, commandId, (invoice, session, today) =>
            invoice.ConfirmPayment(Entry<PendingPayment>(invoice, entryId), commandId, date, today, session.Actor, session.Now), cancellationToken);

    public Task<Recorded> RefundAsync(
        Caller caller, Guid invoiceId, long expectedVersion, Guid entryId, EntryDetails details, CancellationToken cancellationToken = default) =>
        RecordAsync(caller, invoiceId, expectedVersion, details.CommandId, (invoice, session, today) =>
            invoice.Refund(Entry<Payment>(invoice, entryId), details, today, session.Actor, session.Now), cancellationToken);

    public Task<Recorded> AdjustAsync(
        Caller caller, Guid invoiceId, long expectedVersion, EntryDetails details, CancellationToken cancellationToken = default) =>
        RecordAsync(caller, invoiceId, expectedVersion, details.CommandId, (invoice, session, today) =>
            invoice.Adjust(details, today, session.Actor, session.Now), cancellationToken);

    /// <summary>Takes back a wrong entry. The amount follows from the entry; the reason is the details' public text.</summary>
    public Task<Recorded> ReverseAsync(
        Caller caller, Guid invoiceId, long expectedVersion, Guid entryId, EntryDetails details, CancellationToken cancellationToken = default) =>
        RecordAsync(caller, invoiceId, expectedVersion, details.CommandId, (invoice, session, today) =>
            invoice.Reverse(Entry<BalanceEntry>(invoice, entryId), details, today, session.Actor, session.Now), cancellationToken);

    /// <summary>Issues a credit note, dated today, and drops the draft it was written in, if any.</summary>
    /// <param name="draftVersion">The version of the draft that the caller has seen; null when they saw none. Another one's draft is not dropped unseen.</param>
    public Task<Recorded> IssueCreditNoteAsync(
        Caller caller, Guid invoiceId, long expectedVersion, CreditNoteContent content, Guid commandId, long? draftVersion = null, CancellationToken cancellationToken = default) =>
        RecordAsync(caller, invoiceId, expectedVersion, commandId, (invoice, session, today) =>
            invoice.IssueCreditNote(content, commandId, today, session.Site, session.Actor, session.Now), cancellationToken, takesNumber: true, async session =>
        {
            if (await DraftAsync(session, invoiceId, draftVersion, cancellationToken) is { } draft)
                session.Db.Remove(draft);
        });

    /// <summary>Keeps an unfinished credit note with its invoice, one at a time. Customers see nothing of it.</summary>
    /// <param name="draftVersion">The version of the draft that the caller has seen; null when they saw none.</param>
    /// <exception cref="ChangedByOthers">Somebody else keeps another one by now.</exception>
    public async Task SaveCreditNoteDraftAsync(
        Caller caller, Guid invoiceId, CreditNoteContent content, long? draftVersion = null, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        if (await DraftAsync(session, invoiceId, draftVersion, cancellationToken) is { } draft)
            draft.Edit(content, session.Actor, session.Now);
        else
            session.Db.Add(new CreditNoteDraft(invoice, content, session.Actor, session.Now));

        await session.SaveAsync(cancellationToken);
    }

    public async Task DiscardCreditNoteDraftAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        await session.InvoiceAsync(invoiceId, cancellationToken);
        if (await DraftAsync(session, invoiceId, cancellationToken) is { } draft)
        {
            session.Db.Remove(draft);
            await session.SaveAsync(cancellationToken);
        }
    }

    private static Task<CreditNoteDraft?> DraftAsync(SiteSession session, Guid invoiceId, CancellationToken cancellationToken) =>
        session.Db.CreditNoteDrafts.SingleOrDefaultAsync(draft => draft.SiteId == session.Site.Id && draft.InvoiceId == invoiceId, cancellationToken);

    private static async Task<CreditNoteDraft?> DraftAsync(SiteSession session, Guid invoiceId, long? expectedVersion, CancellationToken cancellationToken)
    {
        var draft = await DraftAsync(session, invoiceId, cancellationToken);
        return draft?.Version == expectedVersion ? draft : throw session.ChangedMeanwhile(nameof(CreditNoteDraft));
    }

    private static T Entry<T>(Invoice invoice, Guid entryId)
        where T : BalanceEntry =>
        invoice.Entries.OfType<T>().SingleOrDefault(entry => entry.Id == entryId) ?? throw new NotFoundOnSite("entry");

    private async Task<Recorded> RecordAsync(
        Caller caller, Guid invoiceId, long expectedVersion, Guid commandId, Func<Invoice, SiteSession, DateOnly, BalanceEntry> act, CancellationToken cancellationToken,
        bool takesNumber = false, Func<SiteSession, Task>? alongWith = null)
    {
        try
        {
            // All that an act depends on is its invoice, whose version the database checks; only a number of the site's
            // sequence needs the site to itself. Waiting for it cost PostgreSQL most of its payments (bench/writers).
            await using var session = takesNumber
                ? await access.OpenExclusiveAsync(caller, SiteRole.Admin, cancellationToken)
                : await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
            if (await FindAsync(session, invoiceId, commandId, cancellationToken) is { } known)
                return known;

            var invoice = await session.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
            await session.Db.Entry(invoice).Collection(loaded => loaded.Entries).LoadAsync(cancellationToken);
            if (invoice.Entries.Count != invoice.EntryCount)
            {
                // Somebody recorded one between the two reads.
                throw session.ChangedMeanwhile(nameof(Invoice));
            }

            var entry = act(invoice, session, session.Site.Today(session.Now));
            // Read beside the balance as it is after the act: that is what the customer sees with it.
            (await checks.CanReachCustomerAsync(session, invoice, CustomerTexts.Of(entry), cancellationToken)).Insist();
            if (alongWith is not null)
                await alongWith(session);
            await session.SaveAsync(cancellationToken);
            return new Recorded(entry.Id, WasRecordedBefore: false);
        }
        catch (ChangedByOthers)
        {
            // Perhaps by the very same act, a moment ago: then it is done.
            await using var session = await access.ReadAsync(caller, cancellationToken);
            if (await FindAsync(session, invoiceId, commandId, cancellationToken) is { } known)
                return known;

            throw;
        }
    }

    private static async Task<Recorded?> FindAsync(SiteSession session, Guid invoiceId, Guid commandId, CancellationToken cancellationToken)
    {
        var id = await session.Db.BalanceEntries
            .Where(entry => entry.SiteId == session.Site.Id && entry.InvoiceId == invoiceId && entry.CommandId == commandId)
            .Select(entry => (Guid?)entry.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return id is { } found ? new Recorded(found, WasRecordedBefore: true) : null;
    }
}
