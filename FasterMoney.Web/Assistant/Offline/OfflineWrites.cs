using FasterMoney.Domain.Messages;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Tools;
using static FasterMoney.Web.Assistant.Offline.OfflineStep;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>The two things that the built-in assistant writes, both for a person to review.</summary>
public static class OfflineWrites
{
    public static OfflineStep Draft(OfflineTurn turn, InvoiceFacts facts)
    {
        var corrected = turn.Question.Intent == QuestionIntent.CorrectedBalance;
        if (!facts.PortalLink.Available)
            return new Say(OfflineAnswers.NoDraftWithoutLink(facts));
        if (corrected && !facts.IsCorrected)
            return new Say($"Nothing has corrected the balance of {facts.Invoice}: no credit note, adjustment, refund or reversal is recorded, and {facts.BalanceDue} is due. So there is nothing to tell the customer.");

        if (corrected && turn.Answer<BalanceFacts>(ToolNames.ExplainBalance) is null)
            return turn.Has(ToolNames.ExplainBalance) ? new Say(OfflineAnswers.Refused(turn.Refusal() ?? "")) : UseTool.Of(ToolNames.ExplainBalance, ("invoice", facts.Invoice));
        if (turn.Answer<WrittenDraft>(ToolNames.CreateMessageDraft) is { } written)
            return new Say(OfflineAnswers.Drafted(written, facts, corrected ? turn.Answer<BalanceFacts>(ToolNames.ExplainBalance) : null, turn.Question));
        return turn.Has(ToolNames.CreateMessageDraft)
            ? new Say(OfflineAnswers.NotWritten("draft", turn.Refusal(), facts))
            : UseTool.Of(ToolNames.CreateMessageDraft, ("invoice", facts.Invoice), ("template", corrected ? nameof(MessageTemplate.CorrectedBalance) : TemplateFor(turn.Question, facts)));
    }

    public static OfflineStep FollowUp(OfflineTurn turn, InvoiceFacts facts)
    {
        if (turn.Answer<ProposedFollowUp>(ToolNames.ProposeFollowUp) is { } proposed)
            return new Say(OfflineAnswers.Proposed(proposed, facts, turn.Question));
        if (turn.Has(ToolNames.ProposeFollowUp))
            return new Say(OfflineAnswers.NotWritten("follow-up", turn.Refusal(), facts));
        if (!facts.IsOwed)
            return new Say($"Nothing is to be paid on {facts.Invoice}: it is {facts.State.ToLowerInvariant()}. So I proposed no payment follow-up.");

        var day = Days.In(turn.Question.When, facts.Today)
            ?? Days.OnWorkday(facts.DaysOverdue > 0 ? facts.Today.AddDays(1) : (facts.DueDay > facts.Today ? facts.DueDay : facts.Today).AddDays(3));
        var title = facts.DaysOverdue > 0 ? $"Ask for the payment of {facts.Invoice}" : $"Check whether {facts.Invoice} was paid";
        return UseTool.Of(ToolNames.ProposeFollowUp,
            ("invoice", facts.Invoice), ("title", title), ("dueOn", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("note", $"{facts.BalanceDue} due {facts.Due}."));
    }

    // Whoever asks for a reminder has told the customer already.
    private static string TemplateFor(Question question, InvoiceFacts facts) =>
        facts.FittingTemplate == nameof(MessageTemplate.InvoiceSent) && question.When.Contains("remind", StringComparison.Ordinal)
            ? nameof(MessageTemplate.ReminderBeforeDue)
            : facts.FittingTemplate;
}
