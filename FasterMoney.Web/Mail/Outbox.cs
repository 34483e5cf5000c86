using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Mail;

/// <summary>
/// What the sender does to the outbox, for all sites, each step in a transaction of its own that nothing cancels: what happened is
/// noted. Of two instances that want the same message, the one whose save comes first has it: the other one's version is stale.
/// </summary>
public sealed class Outbox(IDbContextFactory<FasterMoneyDb> factory, TimeProvider time, SiteChanges changes, CurrentMessageFacts facts, MailSecrets secrets, InvoiceDocuments documents)
{
    private const int MostAtOnce = 200;
    private const int MostSaves = 5;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The messages whose time has come, of sites whose mail is on, oldest first.</summary>
    public async Task<IReadOnlyList<(Guid SiteId, Guid Id)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = Now;
        var due = await (
            from message in db.Outbox
            where message.State == OutboxState.Approved && message.NextAttemptAt <= now
            join mail in db.MailSettings on message.SiteId equals mail.SiteId
            where mail.On
            orderby message.NextAttemptAt
            select new { message.SiteId, message.Id }).Take(MostAtOnce).ToListAsync(cancellationToken);
        return [.. due.Select(message => (message.SiteId, message.Id))];
    }

    /// <summary>Begins a try. Null when somebody else has it, or when it may not leave any more.</summary>
    public Task<DeliveryAttempt?> BeginAsync(Guid id) => StepAsync<DeliveryAttempt?>(id, null, async (db, message) =>
    {
        var mail = await db.MailSettings.SingleOrDefaultAsync(mail => mail.SiteId == message.SiteId && mail.On);
        if (mail is null || !message.CanBegin(Now).IsAllowed || (await LeaveAsync(db, message)).Mail is null)
            return null;

        if (secrets.Unprotect(mail.SiteId, mail.ProtectedPassword) is not { } password)
        {
            message.NoteHeldBack("The saved password of the mail server cannot be read any more. An owner has to enter it again.", Now);
            return null;
        }

        message.Begin(Now);
        return new DeliveryAttempt(id, message.Version, new MailAccount(mail.ToContent(), password));
    });

    /// <summary>
    /// Asks again whether the message may leave, with the facts of this moment, and notes that its text is begun next. Null when it may not.
    /// The address in the text is the one that is good now.
    /// </summary>
    public Task<(DeliveryAttempt Attempt, OutgoingMail Mail)?> ReleaseAsync(DeliveryAttempt attempt) =>
        StepAsync<(DeliveryAttempt, OutgoingMail)?>(attempt.Id, attempt.Version, async (db, message) =>
        {
            var (mail, link) = await LeaveAsync(db, message);
            if (mail is null)
                return null;

            link?.Invoke();
            message.NoteDataNext();
            return (attempt with { Version = message.Version }, mail);
        });

    /// <summary>Notes that the server has the message: the draft is sent, by the person who asked for it.</summary>
    public Task NoteSentAsync(DeliveryAttempt attempt, string answer) => StepAsync(attempt.Id, attempt.Version, async (db, message) =>
    {
        message.NoteSent(answer, Now);
        if (await DraftAsync(db, message) is { } draft && draft.CanNoteSent().IsAllowed)
            draft.NoteSent(message.Asker, Now, $"by e-mail to {string.Join(", ", message.Recipients)}");

        return true;
    });

    /// <summary>Notes what went wrong, and plans another try where that is harmless.</summary>
    public Task NoteFailureAsync(DeliveryAttempt attempt, MailFailure failure) => StepAsync(attempt.Id, attempt.Version, (_, message) =>
    {
        if (failure.Kind == MailFailureKind.Unknown)
            message.NoteUnknown(failure.Sentence, Now);
        else
            message.NoteRefused(failure.Sentence, failure.Kind == MailFailureKind.Temporary, Random.Shared.NextDouble(), Now);

        return Task.FromResult(true);
    });

    /// <summary>Notes that the application stops before the text was begun.</summary>
    public Task PutBackAsync(DeliveryAttempt attempt) => StepAsync(attempt.Id, attempt.Version, (_, message) =>
    {
        message.NotePutBack(Now);
        return Task.FromResult(true);
    });

    /// <summary>Decides on messages whose sender is gone, such as after a power failure.</summary>
    public async Task SettleStuckAsync(CancellationToken cancellationToken)
    {
        List<Guid> stuck;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            var before = Now - RetryPlan.StuckAfter;
            stuck = await db.Outbox.Where(message => message.State == OutboxState.Sending && message.ClaimedAt <= before).Select(message => message.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in stuck)
        {
            await StepAsync(id, null, (_, message) =>
            {
                if (message.IsStuck(Now))
                    message.NoteStuck(Now);

                return Task.FromResult(true);
            });
        }
    }

    // Null in the letter's place means that it may not leave: the message says why, or is gone because its draft is.
    private async Task<(OutgoingMail? Mail, Action? HandOut)> LeaveAsync(FasterMoneyDb db, OutboxMessage message)
    {
        var draft = await DraftAsync(db, message);
        if (draft is null || draft.State is MessageState.Sent or MessageState.Discarded)
        {
            // A person decided otherwise in the meantime.
            db.Remove(message);
            return (null, null);
        }

        var site = await db.Sites.SingleAsync(site => site.Id == message.SiteId);
        var invoice = await db.Invoices.Include(invoice => invoice.Lines).SingleAsync(invoice => invoice.SiteId == site.Id && invoice.Id == draft.InvoiceId);
        var customer = await db.Customers.SingleAsync(customer => customer.SiteId == site.Id && customer.Id == invoice.CustomerId);
        var link = await db.PortalLinks.SingleOrDefaultAsync(link => link.SiteId == site.Id && link.InvoiceId == invoice.Id && link.ReplacedAt == null);
        var now = facts.Of(site, invoice, customer, link, draft.Language, Now);
        var check = draft.CanRelease(now);
        if (check.IsAllowed && draft.ApprovedDigest != message.Digest)
            check = RuleCheck.Refused("The message was approved anew after it was to be sent. Take it out and send it again.");

        if (!check.IsAllowed)
        {
            message.NoteHeldBack(check.Text, Now);
            return (null, null);
        }

        var approved = draft.Release(now);
        var url = approved.HasPortalLink ? now.Values.PortalLink : null;
        var text = approved.BodyWith(url);
        return (
            new OutgoingMail(approved.Recipients, approved.Subject, text, MessageHtml.Of(text, url), message.MailId)
            {
                // The message that brings the invoice brings the document, too.
                Document = draft.Template == MessageTemplate.InvoiceSent ? await documents.MakeAsync(site, link, invoice.Id, Now, CancellationToken.None) : null,
            },
            approved.HasPortalLink ? () => link!.NoteHandedOut(invoice, site, Now) : null);
    }

    private static Task<MessageDraft?> DraftAsync(FasterMoneyDb db, OutboxMessage message) =>
        db.Messages.SingleOrDefaultAsync(draft => draft.SiteId == message.SiteId && draft.Id == message.DraftId);

    // Another one that saved the draft or the link at this very moment is no reason to forget what happened: read and try again.
    private async Task<T?> StepAsync<T>(Guid id, long? version, Func<FasterMoneyDb, OutboxMessage, Task<T>> step)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = await factory.CreateDbContextAsync();
            var message = await db.Outbox.SingleOrDefaultAsync(message => message.Id == id);
            if (message is null || (version is not null && message.Version != version))
                return default;

            var result = await step(db, message);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException) when (tries < MostSaves)
            {
                continue;
            }

            changes.Publish(message.SiteId);
            return result;
        }
    }
}
