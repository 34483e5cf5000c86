using System.Security.Cryptography;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Messages;

/// <summary>
/// An approved message on its way to the mail server. Keeps the text that was approved, with
/// <see cref="Placeholders.PortalLink"/> in it: the address is filled in as it leaves, and stored nowhere.
/// </summary>
public sealed partial class OutboxMessage : IRecordActivity
{
    private OutboxMessage()
    {
    }

    /// <summary>Puts an approved message into the outbox.</summary>
    /// <param name="message">Only a draft that was approved and may leave now gives one.</param>
    public OutboxMessage(ApprovedMessage message, Actor actor, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        (DraftId, SiteId, InvoiceId) = (message.DraftId, message.SiteId, message.InvoiceId);
        (Recipients, Subject, Body, Digest) = (message.Recipients, message.Subject, message.Body, message.Digest);
        MailId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        (AskedByUserId, AskedBy, AskedAt) = (actor.UserId, actor.Name, utcNow);
        (NextAttemptAt, ChangedAt) = (utcNow, utcNow);
        Record(ActivityKind.MessageQueued, actor, utcNow);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    /// <summary>The draft that was approved; it is here once at most.</summary>
    public Guid DraftId { get; private set; }

    public Guid InvoiceId { get; private set; }

    /// <summary>E-mail addresses, one at least.</summary>
    public IReadOnlyList<string> Recipients { get; private set; } = [];

    /// <summary>One line.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text, in which only the portal link is left to fill in.</summary>
    public string Body { get; private set; } = "";

    /// <summary>What the approval is bound to.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The part before the @ of the Message-ID: random, and the same at each try, so that whoever gets a message twice can tell.</summary>
    public string MailId { get; private set; } = "";

    public Guid? AskedByUserId { get; private set; }

    public string AskedBy { get; private set; } = "";

    /// <summary>When they did, in UTC.</summary>
    public DateTime AskedAt { get; private set; }

    public OutboxState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before this moment, in UTC.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>When the try under way began, in UTC; null while none is.</summary>
    public DateTime? ClaimedAt { get; private set; }

    /// <summary>True from before the text was begun until the outcome is known. While false, the server certainly has nothing.</summary>
    public bool DataBegun { get; private set; }

    /// <summary>What came of the last try, in a sentence; empty before the first.</summary>
    public string LastAnswer { get; private set; } = "";

    /// <summary>When it last came further, in UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Grows with each step: of two who take it up, one is too late.</summary>
    public long Version { get; private set; } = 1;

    public List<ActivityEntry> NewActivity { get; } = [];

    public Actor Asker => new(AskedByUserId, AskedBy);

    /// <summary>Whether a person can take it out: while it waits or is held, or when it failed.</summary>
    public RuleCheck CanTakeOut() => State switch
    {
        OutboxState.Approved or OutboxState.Failed or OutboxState.Held => RuleCheck.Allowed,
        OutboxState.Sending => RuleCheck.Refused("The message is being sent right now."),
        OutboxState.Sent => RuleCheck.Refused("The message was sent."),
        _ => RuleCheck.Refused("The message may have reached the customer. Say first whether it did."),
    };

    /// <summary>Notes that a person took it out, before it is removed.</summary>
    public void TakeOut(Actor actor, DateTime utcNow)
    {
        CanTakeOut().Insist();
        Record(ActivityKind.MessageTakenOut, actor, utcNow);
    }

    /// <summary>Whether a person can have it tried again: when it failed. The approval is asked again besides.</summary>
    public RuleCheck CanRetry() => MustBe(OutboxState.Failed, "Only a message that failed can be tried again.");

    /// <summary>Has it tried again, from the first try on.</summary>
    public void Retry(Actor actor, DateTime utcNow)
    {
        CanRetry().Insist();
        Requeue(actor, utcNow);
    }

    /// <summary>Whether a person can have it sent although it may have arrived: when the outcome is unknown.</summary>
    public RuleCheck CanSendAgain() => MustBe(OutboxState.Unknown, "Only a message whose fate is unknown can be sent again.");

    /// <summary>Has it sent once more. The customer may get it twice, and the person knows.</summary>
    public void SendAgain(Actor actor, DateTime utcNow)
    {
        CanSendAgain().Insist();
        Requeue(actor, utcNow);
    }

    /// <summary>Whether it can be let go: while it is held after a restore.</summary>
    public RuleCheck CanLetGo() => MustBe(OutboxState.Held, "Only a message that is held after a restore can be released.");

    /// <summary>Lets it leave after all. The customer may get it twice, and the owner knows.</summary>
    public void LetGo(Actor actor, DateTime utcNow)
    {
        CanLetGo().Insist();
        Requeue(actor, utcNow, "held after a restore");
    }

    /// <summary>Whether a person can say that it arrived: when the outcome is unknown.</summary>
    public RuleCheck CanNoteArrived() => MustBe(OutboxState.Unknown, "Only a message whose fate is unknown can be marked as arrived.");

    /// <summary>Notes that it arrived after all. The draft notes who said so.</summary>
    public void NoteArrived(DateTime utcNow)
    {
        CanNoteArrived().Insist();
        Step(OutboxState.Sent, utcNow);
    }

    private void Requeue(Actor actor, DateTime utcNow, string detail = "again")
    {
        (AskedByUserId, AskedBy, AskedAt) = (actor.UserId, actor.Name, utcNow);
        (Attempts, NextAttemptAt) = (0, utcNow);
        Step(OutboxState.Approved, utcNow);
        Record(ActivityKind.MessageQueued, actor, utcNow, detail);
    }

    private RuleCheck MustBe(OutboxState state, string otherwise) => RuleCheck.Unless(State != state, otherwise);

    private void Step(OutboxState state, DateTime utcNow)
    {
        (State, ChangedAt) = (state, utcNow);
        if (state != OutboxState.Sending)
            (ClaimedAt, DataBegun) = (null, false);

        Version++;
    }

    private void Record(ActivityKind kind, Actor actor, DateTime utcNow, string detail = "") =>
        NewActivity.Add(new ActivityEntry(SiteId, kind, actor, utcNow, detail) { InvoiceId = InvoiceId });
}
