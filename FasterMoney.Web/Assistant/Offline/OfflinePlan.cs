using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Tools;
using static FasterMoney.Web.Assistant.Offline.OfflineStep;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>Which tool the built-in assistant asks for next, or what it answers.</summary>
public static class OfflinePlan
{
    public static OfflineStep Next(OfflineTurn turn) => turn.Question.Intent switch
    {
        QuestionIntent.Help => new Say(OfflineAnswers.Help),
        QuestionIntent.Unknown => new Say(OfflineAnswers.NotUnderstood),
        QuestionIntent.Forbidden => new Say(OfflineAnswers.Cannot(turn.Question.Forbidden)),
        QuestionIntent.UnavailableLinks => Listed<UnavailableLinks>(turn, ToolNames.UnavailableLinks, OfflineLists.Of),
        QuestionIntent.OverdueNotOpened => Listed<UnopenedOverdue>(turn, ToolNames.OverdueNotOpened, OfflineLists.Of),
        _ => OwnersQuestions.Next(turn) ?? AboutOne(turn),
    };

    private static OfflineStep Listed<T>(OfflineTurn turn, string tool, Func<T, string> say)
        where T : class => turn.Answer<T>(tool) is { } facts
            ? new Say(say(facts))
            : turn.Refusal() is { } refusal ? new Say(refusal) : UseTool.Of(tool);

    private static OfflineStep AboutOne(OfflineTurn turn)
    {
        var (name, way) = Which(turn);
        if (way is not null)
            return way;

        var question = turn.Question;
        if (question.Intent == QuestionIntent.ExplainBalance)
        {
            return turn.Answer<BalanceFacts>(ToolNames.ExplainBalance) is { } balance
                ? new Say(OfflineAnswers.Balance(balance))
                : turn.Refusal() is { } why && turn.Has(ToolNames.ExplainBalance) ? new Say(OfflineAnswers.Refused(why)) : UseTool.Of(ToolNames.ExplainBalance, ("invoice", name));
        }

        if (turn.Answer<InvoiceFacts>(ToolNames.InvoiceFacts) is not { } facts)
            return turn.Has(ToolNames.InvoiceFacts) ? new Say(OfflineAnswers.Refused(turn.Refusal() ?? "")) : UseTool.Of(ToolNames.InvoiceFacts, ("invoice", name));

        return question.Intent switch
        {
            QuestionIntent.DraftMessage or QuestionIntent.CorrectedBalance => OfflineWrites.Draft(turn, facts),
            QuestionIntent.FollowUp => OfflineWrites.FollowUp(turn, facts),
            QuestionIntent.LinkState => new Say(OfflineAnswers.Link(facts)),
            _ => new Say(OfflineAnswers.Summary(facts)),
        };
    }

    // The name that tools know the invoice by, or the step that leads to it.
    private static (string? Name, OfflineStep? Step) Which(OfflineTurn turn)
    {
        var question = turn.Question;
        if (question.Number is not null || question.Customer is null || (turn.IsAboutInvoice && !char.IsUpper(question.Customer[0])))
            return (question.Number ?? Subject.This, null);

        if (turn.Answer<FoundInvoices>(ToolNames.FindInvoices) is not { } found)
            return turn.Refusal() is { } why ? (null, new Say(OfflineAnswers.Refused(why))) : (null, Search(question.Customer));
        if (found.Invoices.Count == 0 && turn.Count(ToolNames.FindInvoices) == 1 && LongestWord(question.Customer) is { } word && word != question.Customer)
            return (null, Search(word));

        // Whoever is named wins over the invoice at hand; it may be theirs.
        if (turn.InvoiceHere is { } here && found.Invoices.Any(invoice => invoice.Invoice == here))
            return (Subject.This, null);
        return OfflineChoice.Of(found, question) is { } chosen
            ? (chosen.Invoice, null)
            : (null, new Say(OfflineAnswers.WhichOf(found, question.Customer)));
    }

    private static UseTool Search(string text) => UseTool.Of(ToolNames.FindInvoices, ("search", text));

    private static string? LongestWord(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).MaxBy(word => word.Length);
}
