using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Messages;

public sealed partial class OutboxMessage
{
    private const int LongestAnswer = 1000;

    private static readonly Actor Application = new(null, "Faster Money");

    /// <summary>Whether a try can begin: it waits, and its time has come.</summary>
    public RuleCheck CanBegin(DateTime utcNow) =>
        RuleCheck.Unless(State != OutboxState.Approved || NextAttemptAt > utcNow, "It is not this message's turn.");

    /// <summary>Begins a try. Of two senders, the one that saves first has it.</summary>
    public void Begin(DateTime utcNow)
    {
        CanBegin(utcNow).Insist();
        Step(OutboxState.Sending, utcNow);
        (ClaimedAt, DataBegun) = (utcNow, false);
        Attempts++;
    }

    /// <summary>Notes that the text is begun next. Saved before it is: whatever happens from here on, the server may have the message.</summary>
    public void NoteDataNext()
    {
        MustBeUnderWay();
        DataBegun = true;
        Version++;
    }

    /// <summary>Notes that the mail server took it.</summary>
    public void NoteSent(string answer, DateTime utcNow)
    {
        MustBeUnderWay();
        Answered(answer);
        Step(OutboxState.Sent, utcNow);
    }

    /// <summary>Notes that it was certainly not sent, and plans the next try if there is to be one.</summary>
    /// <param name="answer">Why, in a sentence.</param>
    /// <param name="mayHelp">Whether another try may do better.</param>
    /// <param name="chance">From 0 to 1; see <see cref="RetryPlan.PauseAfter"/>.</param>
    public void NoteRefused(string answer, bool mayHelp, double chance, DateTime utcNow)
    {
        MustBeUnderWay();
        if (mayHelp && Attempts < RetryPlan.MostAttempts)
        {
            Answered(answer);
            NextAttemptAt = utcNow + RetryPlan.PauseAfter(Attempts, chance);
            Step(OutboxState.Approved, utcNow);
            return;
        }

        Fail(answer, utcNow);
    }

    /// <summary>Notes that it may not leave any more, such as after a change of the balance.</summary>
    /// <param name="why">Why, in a sentence.</param>
    public void NoteHeldBack(string why, DateTime utcNow)
    {
        RuleCheck.Unless(State is not (OutboxState.Approved or OutboxState.Sending), "Only a message on its way can be held back.").Insist();
        Fail(why, utcNow);
    }

    /// <summary>Notes that nobody knows whether it was sent.</summary>
    /// <param name="why">Why, in a sentence.</param>
    public void NoteUnknown(string why, DateTime utcNow)
    {
        MustBeUnderWay();
        Answered(why);
        Step(OutboxState.Unknown, utcNow);
        Record(ActivityKind.MessageFateUnknown, Application, utcNow);
    }

    /// <summary>Notes that the application stopped before the text was begun: nothing was sent, and the try does not count.</summary>
    public void NotePutBack(DateTime utcNow)
    {
        MustBeUnderWay();
        (Attempts, NextAttemptAt) = (Attempts - 1, utcNow);
        Step(OutboxState.Approved, utcNow);
    }

    /// <summary>Whether its sender is gone: it has been under way for longer than a conversation takes.</summary>
    public bool IsStuck(DateTime utcNow) => State == OutboxState.Sending && ClaimedAt <= utcNow - RetryPlan.StuckAfter;

    /// <summary>Decides on a message whose sender is gone: back to waiting when the text was certainly not begun, unknown otherwise.</summary>
    public void NoteStuck(DateTime utcNow)
    {
        RuleCheck.Unless(!IsStuck(utcNow), "It is still under way.").Insist();
        if (DataBegun)
            NoteUnknown("The application stopped while the message was on its way, so nobody here knows whether it arrived.", utcNow);
        else
            NotePutBack(utcNow);
    }

    private void Fail(string why, DateTime utcNow)
    {
        Answered(why);
        Step(OutboxState.Failed, utcNow);
        Record(ActivityKind.MessageFailed, Application, utcNow, LastAnswer.TrimEnd('.'));
    }

    private void Answered(string answer) => LastAnswer = answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer;

    private void MustBeUnderWay() => MustBe(OutboxState.Sending, "This message is not being sent.").Insist();
}
