using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.FollowUps;

public sealed partial class FollowUp
{
    /// <summary>Whether a person may take the assistant's suggestion: only once.</summary>
    public RuleCheck CanConfirm() => RuleCheck.Unless(State != FollowUpState.Proposed, State == FollowUpState.Dismissed
        ? "This suggestion was dismissed."
        : "This suggestion was confirmed already.");

    /// <summary>Whether it may be confirmed with this content. A day that has passed since it was suggested may stay.</summary>
    public RuleCheck CanConfirm(FollowUpContent content, Membership? assignee, DateOnly today) =>
        CanConfirm().And(CheckChange(content, assignee, today));

    /// <summary>Takes the assistant's suggestion, as it is or changed by the person.</summary>
    /// <exception cref="RuleViolation">Refused by <see cref="CanConfirm(FollowUpContent, Membership?, DateOnly)"/>.</exception>
    public void Confirm(FollowUpContent content, Membership? assignee, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanConfirm(content, assignee, today).Insist();
        Write(content);
        State = FollowUpState.Open;
        Changed(ActivityKind.FollowUpConfirmed, actor, utcNow);
    }

    /// <summary>Whether a suggestion may be turned down.</summary>
    public RuleCheck CanDismiss() => CanConfirm();

    /// <summary>Turns the assistant's suggestion down.</summary>
    /// <exception cref="RuleViolation"><see cref="CanDismiss"/> refuses it.</exception>
    public void Dismiss(Actor actor, DateTime utcNow)
    {
        CanDismiss().Insist();
        State = FollowUpState.Dismissed;
        Changed(ActivityKind.FollowUpDismissed, actor, utcNow);
    }

    /// <summary>Whether it may be written anew: while it is to be done, or waits for a person.</summary>
    public RuleCheck CanEdit() => RuleCheck.Unless(
        State is FollowUpState.Done or FollowUpState.Dismissed,
        State == FollowUpState.Done ? "This follow-up is done. Reopen it first." : "This suggestion was dismissed.");

    /// <summary>Whether it may be written anew like this. A day that has passed may stay, not be chosen.</summary>
    public RuleCheck CanEdit(FollowUpContent content, Membership? assignee, DateOnly today) =>
        CanEdit().And(CheckChange(content, assignee, today));

    /// <exception cref="RuleViolation">Refused by <see cref="CanEdit(FollowUpContent, Membership?, DateOnly)"/>.</exception>
    public void Edit(FollowUpContent content, Membership? assignee, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanEdit(content, assignee, today).Insist();
        Write(content);
        Changed(ActivityKind.FollowUpChanged, actor, utcNow);
    }

    /// <summary>Whether it may be ticked off: while it is open.</summary>
    public RuleCheck CanComplete() => State switch
    {
        FollowUpState.Open => RuleCheck.Allowed,
        FollowUpState.Done => RuleCheck.Refused("This follow-up is done already."),
        FollowUpState.Proposed => RuleCheck.Refused("The assistant suggested this. Confirm it first."),
        _ => RuleCheck.Refused("This suggestion was dismissed."),
    };

    /// <summary>Whether this person may tick it off and put it back: whoever writes invoices, and the assignee.</summary>
    public RuleCheck CanBeTickedOffBy(SiteRole role, Guid userId) => RuleCheck.Unless(
        role < SiteRole.Admin && userId != AssigneeUserId,
        $"Your role at this business is {role}; this needs {SiteRole.Admin}, or a follow-up of your own.");

    /// <summary>Ticks it off.</summary>
    /// <exception cref="RuleViolation"><see cref="CanComplete"/> refuses it.</exception>
    public void Complete(Actor actor, DateTime utcNow)
    {
        CanComplete().Insist();
        (State, DoneAt, DoneBy) = (FollowUpState.Done, utcNow, actor.Name);
        Changed(ActivityKind.FollowUpDone, actor, utcNow);
    }

    /// <summary>Whether it may be put back: what is done, and what was dismissed.</summary>
    public RuleCheck CanReopen() => RuleCheck.Unless(State is FollowUpState.Open or FollowUpState.Proposed, "This follow-up is open already.");

    /// <summary>Puts it back to where it was: to be done, or waiting for a person.</summary>
    /// <exception cref="RuleViolation"><see cref="CanReopen"/> refuses it.</exception>
    public void Reopen(Actor actor, DateTime utcNow)
    {
        CanReopen().Insist();
        (State, DoneAt, DoneBy) = (State == FollowUpState.Done ? FollowUpState.Open : FollowUpState.Proposed, null, "");
        Changed(ActivityKind.FollowUpReopened, actor, utcNow);
    }

    public void Delete(Actor actor, DateTime utcNow) => Record(ActivityKind.FollowUpDeleted, actor, utcNow);

    private RuleCheck CheckChange(FollowUpContent content, Membership? assignee, DateOnly today) => content.Check()
        .And(CheckAssignee(content, assignee))
        .And(content.DueOn == DueOn ? RuleCheck.Allowed : CheckDay(content.DueOn, today));

    private void Changed(ActivityKind kind, Actor actor, DateTime utcNow)
    {
        Version++;
        Record(kind, actor, utcNow);
    }
}
