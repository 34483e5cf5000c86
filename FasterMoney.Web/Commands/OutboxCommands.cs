using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Sends approved messages by e-mail, and decides on those that did not get through.</summary>
public sealed class OutboxCommands(SiteDoor door, CurrentMessageFacts facts, MailBell bell)
{
    /// <summary>Puts an approved message into the outbox, from where it leaves at once if it can.</summary>
    public async Task SendAsync(Caller caller, Guid messageId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var draft = await DraftAsync(work, messageId, cancellationToken);
        if (draft.Version != expectedVersion)
        {
            throw new ChangedByOthers();
        }

        var isOn = await work.Db.MailSettings.AnyAsync(mail => mail.SiteId == work.Site.Id && mail.On, cancellationToken);
        var old = await work.Db.Outbox.SingleOrDefaultAsync(sent => sent.SiteId == work.Site.Id && sent.DraftId == messageId, cancellationToken);
        RuleCheck.Unless(!isOn, "Mail is not set up, or turned off. An owner can change that in the settings.")
            .And(RuleCheck.Unless(old is not null, "This message is in the outbox already.")).Insist();
        var approved = draft.Release(await FactsAsync(work, draft, cancellationToken));
        work.Db.Add(new OutboxMessage(approved, work.Actor, work.Now));
        await work.SaveAsync(cancellationToken);
        bell.Ring();
    }

    /// <summary>Takes a message out that waits or failed. It stays approved as long as its approval holds.</summary>
    public async Task TakeOutAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var message = await FindAsync(work, messageId, cancellationToken);
        message.TakeOut(work.Actor, work.Now);
        work.Db.Remove(message);
        await work.SaveAsync(cancellationToken);
    }

    /// <summary>Tries a message again that failed, if its approval still holds.</summary>
    public Task RetryAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default) =>
        RequeueAsync(caller, messageId, (message, work) => message.Retry(work.Actor, work.Now), cancellationToken);

    /// <summary>Sends a message once more that may have arrived, if its approval still holds. The customer may get it twice.</summary>
    public Task SendAgainAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default) =>
        RequeueAsync(caller, messageId, (message, work) => message.SendAgain(work.Actor, work.Now), cancellationToken);

    /// <summary>Notes that a message arrived whose fate was unknown.</summary>
    public async Task NoteArrivedAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (message, draft) = (await FindAsync(work, messageId, cancellationToken), await DraftAsync(work, messageId, cancellationToken));
        message.NoteArrived(work.Now);
        draft.NoteSent(work.Actor, work.Now, $"by e-mail to {string.Join(", ", message.Recipients)}, as they were told");
        await work.SaveAsync(cancellationToken);
    }

    /// <summary>Puts a message aside for good whose fate is unknown, or that failed.</summary>
    public async Task DiscardAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (message, draft) = (await FindAsync(work, messageId, cancellationToken), await DraftAsync(work, messageId, cancellationToken));
        RuleCheck.Unless(message.State is not (OutboxState.Unknown or OutboxState.Failed), "Only a message that did not get through can be discarded here.").Insist();
        draft.Discard(work.Actor, work.Now);
        work.Db.Remove(message);
        await work.SaveAsync(cancellationToken);
    }

    private async Task RequeueAsync(Caller caller, Guid messageId, Action<OutboxMessage, SiteWork> act, CancellationToken cancellationToken)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (message, draft) = (await FindAsync(work, messageId, cancellationToken), await DraftAsync(work, messageId, cancellationToken));
        draft.CanRelease(await FactsAsync(work, draft, cancellationToken))
            .And(RuleCheck.Unless(draft.State == MessageState.Approved && draft.ApprovedDigest != message.Digest,
                "The message was approved anew after it was to be sent. Take it out and send it again.")).Insist();
        act(message, work);
        await work.SaveAsync(cancellationToken);
        bell.Ring();
    }

    private async Task<MessageFacts> FactsAsync(SiteWork work, MessageDraft draft, CancellationToken cancellationToken) =>
        await facts.OfAsync(work, await work.InvoiceAsync(draft.InvoiceId, cancellationToken), draft.Language, cancellationToken);

    private static async Task<MessageDraft> DraftAsync(SiteWork work, Guid id, CancellationToken cancellationToken) =>
        await work.Db.Messages.SingleOrDefaultAsync(message => message.SiteId == work.Site.Id && message.Id == id, cancellationToken)
        ?? throw new NotFoundOnSite("message");

    private static async Task<OutboxMessage> FindAsync(SiteWork work, Guid messageId, CancellationToken cancellationToken) =>
        await work.Db.Outbox.SingleOrDefaultAsync(message => message.SiteId == work.Site.Id && message.DraftId == messageId, cancellationToken)
        ?? throw new NotFoundOnSite("message in the outbox");
}
