using System.Globalization;
using System.Text;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>What the built-in assistant says.</summary>
public static class OfflineAnswers
{
    /// <summary>The question that a bare number or name answers.</summary>
    public const string Which = "Which invoice do you mean?";

    private const string Asks =
        """
        - Find the portal link for this sent invoice and draft a short message to review.
        - Does this invoice have a customer portal link? If not, why, and what mends it?
        - Prepare a payment follow-up with the portal link, but send nothing.
        - Which sent invoices have an unavailable link?
        - Which overdue customers have not opened their invoice?
        - Who owes us most? Who pays late? How old are the debts?
        - What came in this month? What is due this week?
        - Explain this balance to me.
        - Draft the message about a corrected balance.
        """;

    public static string Help { get; } =
        $"I am the built-in assistant. I understand English questions of these kinds, about the invoice that is open or one that you name by number or customer:\n{Asks}\nI never send anything, and I record and change nothing.";

    public static string NotUnderstood { get; } =
        $"I did not understand that. I am the built-in assistant, and I understand these questions:\n{Asks}\nPut it like one of these, and name the invoice by its number or its customer.";

    public static string Cannot(ForbiddenAct act) => act switch
    {
        ForbiddenAct.Send => "I cannot send anything to anybody. I can write a draft: ask me to draft a message. You review and approve it under Messages, and it leaves from there when you say so.",
        ForbiddenAct.Approve => "I cannot approve or confirm anything: that is for a person who has read it. Drafts wait under Messages, proposed follow-ups under Follow-ups.",
        ForbiddenAct.Money => "I cannot record, correct or give back money. Open the invoice: Record payment, Issue credit note, Record refund and Add adjustment are in its drawer. I can explain the balance to you.",
        ForbiddenAct.Link => "I cannot change, copy or show a link. Open the invoice: the part named Portal link has Copy portal link, Replace link, Turn off link and whatever fixes a link. I can tell you whether it works, and if not, why.",
        _ => "I cannot change, delete or set anything. Open the invoice, the customer or the settings and do it there. I can look things up, draft a message and propose a follow-up.",
    };

    public static string Refused(string why) => why.StartsWith("No invoice is open", StringComparison.Ordinal)
        ? $"{Which} Name its number or the customer, or open the invoice and ask me there."
        : why.StartsWith("There is no invoice", StringComparison.Ordinal) ? $"{why.Split(". ")[0].TrimEnd('.')}. {Which}" : why;

    public static string WhichOf(FoundInvoices found, string customer)
    {
        if (found.Invoices.Count == 0)
            return $"I found no invoice for “{customer}”. {Which} Name its number or the customer.";
        var text = new StringBuilder(found.HasMore ? $"There are many invoices for “{customer}”. {Which} The newest are:" : $"There are several invoices for “{customer}”. {Which}");
        foreach (var each in found.Invoices)
            text.Append(CultureInfo.InvariantCulture, $"\n- {each.Invoice}, {each.Customer}: {each.State.ToLowerInvariant()}, {each.BalanceDue} due {each.Due}");
        return text.ToString();
    }

    public static string Link(InvoiceFacts facts) => facts.PortalLink.Available
        ? $"Yes. {facts.Invoice} for {facts.Customer} has a customer portal link{Through(facts)}. {Opened(facts)} Open the invoice to preview or copy the link; I am never shown it."
        : $"No, not one that can be used now. {WhyNot(facts)}";

    public static string NoDraftWithoutLink(InvoiceFacts facts) =>
        $"I wrote no draft, because {facts.Invoice} has no portal link that can be used now. {WhyNot(facts)}\nAsk me again once that is done.";

    public static string Summary(InvoiceFacts facts) =>
        $"{facts.Invoice} for {facts.Customer}: {facts.State.ToLowerInvariant()}, total {facts.Total}, {facts.BalanceDue} due {facts.Due}{Late(facts)}. "
        + (facts.PortalLink.Available ? $"Its portal link works{Through(facts)[", which works".Length..]}. {Opened(facts)}" : WhyNot(facts));

    public static string Drafted(WrittenDraft written, InvoiceFacts facts, BalanceFacts? balance, Question question)
    {
        var last = balance?.Steps.LastOrDefault(step => step.IsCorrection);
        var why = last is null ? "" : $" The last correction is {Lowered(last.What)} of {last.Change} on {last.Date}.";
        return $"{facts.Invoice} has a portal link{Through(facts)}, and {facts.BalanceDue} is due {facts.Due}{Late(facts)}.{why}\n"
            + $"I wrote a draft to {facts.Customer} for you to review: “{written.Subject}”. Its link stands there as {{{{portal_link}}}} and is filled in when it leaves. Nothing was sent."
            + Besides(question);
    }

    public static string Proposed(ProposedFollowUp proposed, InvoiceFacts facts, Question question) =>
        $"I proposed a follow-up for you to confirm: “{proposed.Title}”, due {proposed.DueOn}. {facts.BalanceDue} of {facts.Customer} is due {facts.Due}{Late(facts)}. "
        + (facts.PortalLink.Available
            ? "Whoever opens it finds the portal link that works on that day. "
            : $"The portal link cannot be used now, and whoever opens it is told so. {WhyNot(facts)}\n")
        + "Nothing was sent." + Besides(question);

    public static string NotWritten(string what, string? why, InvoiceFacts facts) =>
        $"I wrote no {what} for {facts.Invoice}. {why}";

    public static string Balance(BalanceFacts facts)
    {
        var text = new StringBuilder(facts.InCustomersFavour
            ? $"The balance of {facts.Invoice} for {facts.Customer} is {facts.BalanceDue}."
            : $"The balance due of {facts.Invoice} for {facts.Customer} is {facts.BalanceDue}.");
        text.Append(CultureInfo.InvariantCulture, $"\n- {facts.Issued}: the invoice's total, {facts.Total}.");
        if (facts.StepCount > facts.Steps.Count)
            text.Append(CultureInfo.InvariantCulture, $"\n- {facts.StepCount - facts.Steps.Count} earlier entries, which the drawer lists.");
        foreach (var step in facts.Steps)
        {
            var said = step.Text is null ? "" : $" (“{step.Text}”)";
            text.Append(CultureInfo.InvariantCulture, $"\n- {step.Date}: {Lowered(step.What)}{said} {step.Change}{(step.Mark is null ? "" : $", {step.Mark}")}, which leaves {step.BalanceAfter}.");
        }

        return text.Append(facts switch
        {
            { IsVoid: true } => "\nThe invoice is void, so nothing is to be paid.",
            { Steps.Count: 0 } => $"\nNothing was paid or corrected so far. It is due {facts.Due}.",
            { InCustomersFavour: true } => "\nThe customer has paid more than was due in the end.",
            { State: "Paid" or "Refunded" } => "\nSo nothing is open.",
            _ => $"\nSo {facts.BalanceDue} is left to pay, due {facts.Due}{(facts.State == "Overdue" ? ", which is over" : "")}.",
        }).ToString();
    }

    private static string WhyNot(InvoiceFacts facts) => facts.PortalLink.Reasons.Count == 1
        ? $"{facts.PortalLink.Reasons[0].Reason} {facts.PortalLink.Reasons[0].Fix}"
        : "The reasons:" + string.Concat(facts.PortalLink.Reasons.Select(reason => $"\n- {reason.Reason} {reason.Fix}"));

    private static string Through(InvoiceFacts facts) => $", which works through {facts.PortalLink.WorksThrough}";

    private static string Opened(InvoiceFacts facts) =>
        facts.LastOpened is null ? "The customer has not opened it yet, as far as one can tell." : $"The customer last opened it on {facts.LastOpened}.";

    private static string Late(InvoiceFacts facts) => facts.DaysOverdue switch
    {
        0 => "",
        var days => $", {Counted.InWords(days, "day")} overdue",
    };

    private static string Besides(Question question) => question.Forbidden == ForbiddenAct.None ? "" : $"\n{Cannot(question.Forbidden)}";

    private static string Lowered(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";
}
