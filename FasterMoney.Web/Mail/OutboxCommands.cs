using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Mail;

/// <summary>Sends approved messages by e-mail, and decides on those that did not get through.</summary>
public sealed class OutboxCommands(SiteAccess access, CurrentMessageFacts facts, OutboxSignal signal)
{
    internal const string MailIsOff = "Mail is not set up, or turned off. An owner can change that in the settings.";

    /// <summary>Puts an approved message into the outbox, from where it leaves at once if it can.</summary>
    public async Task SendAsync(Caller caller, Guid messageId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var draft = await DraftAsync(session, messageId, cancellationToken);
        if (draft.Version != expectedVersion)
            throw session.ChangedMeanwhile(nameof(MessageDraft));

        var isOn = await session.Db.MailSettings.AnyAsync(mail => mail.SiteId == session.Site.Id && mail.On, cancellationToken);
        var old = await session.Db.Outbox.SingleOrDefaultAsync(sent => sent.SiteId == session.Site.Id && sent.DraftId == messageId, cancellationToken);
        RuleCheck.Unless(!isOn, MailIsOff)
            .And(RuleCheck.Unless(old is not null, "This message is in the outbox already.")).Insist();
        var approved = draft.Release(await FactsAsync(session, draft, cancellationToken));
        session.Db.Add(new OutboxMessage(approved, session.Actor, session.Now));
        await session.SaveAsync(cancellationToken);
        signal.Give();
    }

    /// <summary>Takes a message out that waits or failed. It stays approved as long as its approval holds.</summary>
    public async Task TakeOutAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var message = await FindAsync(session, messageId, cancellationToken);
        message.TakeOut(session.Actor, session.Now);
        session.Db.Remove(message);
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>Tries a message again that failed, if its approval still holds.</summary>
    public Task RetryAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default) =>
        RequeueAsync(caller, messageId, (message, session) => message.Retry(session.Actor, session.Now), cancellationToken);

    /// <summary>Sends a message once more that may have arrived, if its approval still holds. The customer may get it twice.</summary>
    public Task SendAgainAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default) =>
        RequeueAsync(caller, messageId, (message, session) => message.SendAgain(session.Actor, session.Now), cancellationToken);

    /// <summary>Lets a message leave that is held after a restore, if its approval still holds.</summary>
    public Task ReleaseAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default) =>
        RequeueAsync(caller, messageId, (message, session) => message.LetGo(session.Actor, session.Now), cancellationToken, SiteRole.Owner);

    /// <summary>Lets all messages leave that are held after a restore. Each is asked again whether its approval holds before it leaves.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReleaseAllHeldAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        var released = await OfEachHeldAsync(caller, (message, _, session) => message.LetGo(session.Actor, session.Now), cancellationToken);
        signal.Give();
        return released;
    }

    /// <summary>Discards all messages that are held after a restore.</summary>
    /// <returns>How many.</returns>
    public Task<int> DiscardAllHeldAsync(Caller caller, CancellationToken cancellationToken = default) => OfEachHeldAsync(caller, (message, draft, session) =>
    {
        if (draft.CanDiscard().IsAllowed)
            draft.Discard(session.Actor, session.Now);
        session.Db.Remove(message);
    }, cancellationToken);

    /// <summary>Notes that a message arrived whose fate was unknown.</summary>
    public async Task NoteArrivedAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (message, draft) = (await FindAsync(session, messageId, cancellationToken), await DraftAsync(session, messageId, cancellationToken));
        message.NoteArrived(session.Now);
        draft.NoteSent(session.Actor, session.Now, $"by e-mail to {string.Join(", ", message.Recipients)}, as they were told");
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>Puts a message aside for good whose fate is unknown, or that failed; an owner also one that is held.</summary>
    public async Task DiscardAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (message, draft) = (await FindAsync(session, messageId, cancellationToken), await DraftAsync(session, messageId, cancellationToken));
        RuleCheck.Unless(message.State is not (OutboxState.Unknown or OutboxState.Failed or OutboxState.Held), "Only a message that did not get through can be discarded here.")
            .And(RuleCheck.Unless(message.State == OutboxState.Held && session.Role < SiteRole.Owner, "An owner decides on what is held after a restore.")).Insist();
        draft.Discard(session.Actor, session.Now);
        session.Db.Remove(message);
        await session.SaveAsync(cancellationToken);
    }

    private async Task<int> OfEachHeldAsync(Caller caller, Action<OutboxMessage, MessageDraft, SiteSession> act, CancellationToken cancellationToken)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var held = await session.Db.Outbox.Where(message => message.SiteId == session.Site.Id && message.State == OutboxState.Held)
            .Join(session.Db.Messages, message => message.DraftId, draft => draft.Id, (message, draft) => new { Message = message, Draft = draft })
            .ToListAsync(cancellationToken);
        foreach (var each in held)
            act(each.Message, each.Draft, session);

        await session.SaveAsync(cancellationToken);
        return held.Count;
    }

    private async Task RequeueAsync(
        Caller caller, Guid messageId, Action<OutboxMessage, SiteSession> act, CancellationToken cancellationToken, SiteRole minimum = SiteRole.Admin)
    {
        await using var session = await access.OpenAsync(caller, minimum, cancellationToken);
        var (message, draft) = (await FindAsync(session, messageId, cancellationToken), await DraftAsync(session, messageId, cancellationToken));
        draft.CanRelease(await FactsAsync(session, draft, cancellationToken))
            .And(RuleCheck.Unless(draft.State == MessageState.Approved && draft.ApprovedDigest != message.Digest,
                "The message was approved anew after it was to be sent. Take it out and send it again.")).Insist();
        act(message, session);
        await session.SaveAsync(cancellationToken);
        signal.Give();
    }

    private async Task<MessageFacts> FactsAsync(SiteSession session, MessageDraft draft, CancellationToken cancellationToken) =>
        await facts.OfAsync(session, await session.InvoiceAsync(draft.InvoiceId, cancellationToken), draft.Language, cancellationToken);

    private static async Task<MessageDraft> DraftAsync(SiteSession session, Guid id, CancellationToken cancellationToken) =>
        await session.Db.Messages.SingleOrDefaultAsync(message => message.SiteId == session.Site.Id && message.Id == id, cancellationToken)
        ?? throw new NotFoundOnSite("message");

    private static async Task<OutboxMessage> FindAsync(SiteSession session, Guid messageId, CancellationToken cancellationToken) =>
        await session.Db.Outbox.SingleOrDefaultAsync(message => message.SiteId == session.Site.Id && message.DraftId == messageId, cancellationToken)
        ?? throw new NotFoundOnSite("message in the outbox");
}
