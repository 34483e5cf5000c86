using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Messages;

public sealed partial class MessageDraft
{
    /// <summary>When it was approved, in UTC; null while it is not.</summary>
    public DateTime? ApprovedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    /// <summary>What was approved; see <see cref="ResolvedMessage.Digest"/>.</summary>
    public string? ApprovedDigest { get; private set; }

    /// <summary>The balance that was approved, in minor units.</summary>
    public long? ApprovedBalanceMinor { get; private set; }

    /// <summary>The due date that was approved, in the site's time zone.</summary>
    public DateOnly? ApprovedDueDate { get; private set; }

    /// <summary>When it was last copied by a person of the site, in UTC.</summary>
    public DateTime? CopiedAt { get; private set; }

    public string? CopiedBy { get; private set; }

    /// <summary>When it was sent, in UTC; null before.</summary>
    public DateTime? SentAt { get; private set; }

    public string? SentBy { get; private set; }

    /// <summary>The message with everything filled in but the link.</summary>
    public ResolvedMessage Resolve(MessageFacts facts) => ResolvedMessage.Of(Content, facts);

    /// <summary>Whether what was approved is not what the customer would get now.</summary>
    public bool IsApprovalStale(MessageFacts facts) => State == MessageState.Approved && Resolve(facts).Digest != ApprovedDigest;

    /// <summary>Whether it can be approved: to somebody, with a link that works, and with nothing in it that blocks.</summary>
    /// <param name="findings">What the content check found in the text as the customer would get it.</param>
    public RuleCheck CanApprove(MessageFacts facts, IReadOnlyList<Finding> findings) => MustBeUnderWay()
        .And(RuleCheck.Unless(State == MessageState.Approved && !IsApprovalStale(facts), "This message is approved already."))
        .And(RuleCheck.Unless(Recipients.Count == 0, "Add a recipient.", nameof(Recipients)))
        .And(MustBeForThisCustomer(facts))
        .And(MustHaveLink(facts))
        .And(RuleCheck.Unless(
            findings.Any(finding => finding.Weight == FindingWeight.Blocking),
            "The content check found something that must not reach the customer. Fix it first."));

    /// <summary>Approves exactly what the reviewer saw.</summary>
    /// <param name="findings">What the content check found in the text as the customer would get it.</param>
    /// <param name="digest">The digest of what the reviewer saw.</param>
    /// <exception cref="RuleViolation"><see cref="CanApprove"/> refuses it, or it would be another message by now.</exception>
    public void Approve(MessageFacts facts, IReadOnlyList<Finding> findings, string digest, Actor actor, DateTime utcNow)
    {
        RuleCheck.Unless(Resolve(facts).Digest != digest, "This message or the balance changed since you looked. Read it again.")
            .And(CanApprove(facts, findings)).Insist();
        State = MessageState.Approved;
        (ApprovedAt, ApprovedBy, ApprovedDigest) = (utcNow, actor.Name, digest);
        (ApprovedBalanceMinor, ApprovedDueDate) = (facts.Balance.Minor, facts.DueDate);
        Changed(ActivityKind.MessageApproved, actor, utcNow);
    }

    /// <summary>Whether it may leave now: approved, and still the very message that was approved.</summary>
    public RuleCheck CanRelease(MessageFacts facts) => MustBeApproved()
        .And(MustBeForThisCustomer(facts))
        .And(MustBeWhatWasApproved(facts))
        .And(MustHaveLink(facts));

    /// <summary>The message as it may leave now.</summary>
    /// <exception cref="RuleViolation"><see cref="CanRelease"/> refuses it.</exception>
    public ApprovedMessage Release(MessageFacts facts)
    {
        CanRelease(facts).Insist();
        return new ApprovedMessage(this, Resolve(facts));
    }

    /// <summary>Notes that a person copied it, or took it over into their mail program.</summary>
    /// <exception cref="RuleViolation"><see cref="CanRelease"/> refuses it.</exception>
    public void NoteCopied(MessageFacts facts, Actor actor, DateTime utcNow)
    {
        CanRelease(facts).Insist();
        (CopiedAt, CopiedBy) = (utcNow, actor.Name);
        Record(ActivityKind.MessageCopied, actor, utcNow);
    }

    /// <summary>Whether it can be noted as sent: from its approval on. What changed since then does not matter: it has left.</summary>
    public RuleCheck CanNoteSent() => MustBeApproved();

    /// <summary>Notes that it left the house.</summary>
    /// <param name="how">What the activity says of the way; may be empty.</param>
    /// <exception cref="RuleViolation"><see cref="CanNoteSent"/> refuses it.</exception>
    public void NoteSent(Actor actor, DateTime utcNow, string how = "")
    {
        CanNoteSent().Insist();
        State = MessageState.Sent;
        (SentAt, SentBy) = (utcNow, actor.Name);
        Changed(ActivityKind.MessageSent, actor, utcNow, how);
    }

    private RuleCheck MustBeApproved() =>
        MustBeUnderWay().And(RuleCheck.Unless(State == MessageState.ToReview, "This message was not approved yet."));

    private RuleCheck MustBeForThisCustomer(MessageFacts facts) => RuleCheck.Unless(
        facts.CustomerId != CustomerId, "The invoice has another customer by now. Discard this message and write a new one.");

    private RuleCheck MustHaveLink(MessageFacts facts) => RuleCheck.Unless(
        Placeholders.HasPortalLink(Body) && facts.Values.PortalLink is null,
        $"The message holds the portal link, which cannot be used now. {facts.Link.Text}".TrimEnd());

    private RuleCheck MustBeWhatWasApproved(MessageFacts facts)
    {
        if (!IsApprovalStale(facts))
            return RuleCheck.Allowed;

        const string again = "Read the message and approve it again.";
        var before = new Money(ApprovedBalanceMinor ?? 0, facts.Balance.Currency);
        return RuleCheck.Refused(before != facts.Balance
            ? $"The balance was {before} when this was approved and is {facts.Balance} now. {again}"
            : ApprovedDueDate != facts.DueDate
                ? $"The due date was {ApprovedDueDate:yyyy-MM-dd} when this was approved and is {facts.DueDate:yyyy-MM-dd} now. {again}"
                : $"The invoice or the customer changed since this was approved. {again}");
    }

    private void ForgetApproval()
    {
        (ApprovedAt, ApprovedBy, ApprovedDigest) = (null, null, null);
        (ApprovedBalanceMinor, ApprovedDueDate) = (null, null);
    }
}
