using System.ComponentModel;
using System.Globalization;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Reading;
using FasterMoney.Web.Commands;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>The two things that are written: both wait for a person, and the server decides whom they concern.</summary>
public sealed class WritingTools(
    Subject subject, ToolLog log, InvoiceReads invoices, DraftReads drafts, MessageCommands messages, FollowUpCommands followUps)
{
    private const string Waits = "Nothing was sent. A person reviews it first.";

    [Description("Writes a draft of a message to the invoice's customer, which a person must review and approve before it leaves. Without subject and body it takes the business's own text for the template, in the customer's language: prefer that.")]
    public async Task<object> CreateMessageDraft(
        [Description("The invoice's number, or 'this' for the invoice that is open.")] string invoice,
        [Description("One of: InvoiceSent, ReminderBeforeDue, DueToday, Overdue, CorrectedBalance, PaymentReceived.")] string template,
        [Description("One line without a link; or nothing.")] string? subject = null,
        [Description("Plain text in the customer's language, with {{portal_link}}, {{balance_due}}, {{due_date}}, {{invoice_number}} and {{customer_name}} where they belong; or nothing. No address of any kind.")] string? body = null,
        CancellationToken cancellationToken = default)
    {
        var (id, facts, refusal) = await FindAsync(invoice, cancellationToken);
        if (facts is null)
            return refusal!;
        if (!Enum.TryParse<MessageTemplate>(template, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || char.IsAsciiDigit(template.Trim().FirstOrDefault()))
            return new Refusal($"There is no such template. Choose one of: {string.Join(", ", Enum.GetNames<MessageTemplate>())}.");
        if (string.IsNullOrWhiteSpace(subject) != string.IsNullOrWhiteSpace(body))
            return new Refusal("Give both a subject and a body, or neither.");
        if (!facts.PortalLink.Available && (string.IsNullOrWhiteSpace(body) || Placeholders.HasPortalLink(body)))
            return new Refusal($"There is no portal link to put into a message now. {string.Join(" ", facts.PortalLink.Reasons.Select(reason => $"{reason.Reason} {reason.Fix}"))}");

        MessageContent? content = null;
        if (!string.IsNullOrWhiteSpace(body))
        {
            (content, var check) = await drafts.JudgeAsync(subject: subject!, caller: Caller, invoiceId: id, body: body, cancellationToken: cancellationToken);
            if (content is null)
                return new Refusal($"The draft was not kept. {check.Text}");
        }

        var draft = await messages.DraftAsync(Caller, id, kind, content, byAssistant: true, cancellationToken);
        log.Wrote($"Wrote a draft to review about {facts.Invoice}", $"/messages?message={draft}", "Review the draft");
        return new WrittenDraft(facts.Invoice, facts.Customer, kind.ToString(), await drafts.SubjectAsync(Caller, draft, facts, cancellationToken), Waits);
    }

    [Description("Proposes a follow-up on an invoice to the person who asks: something to do by a day. It counts only once they confirm it. It shows the portal link of the day by itself.")]
    public async Task<object> ProposeFollowUp(
        [Description("The invoice's number, or 'this' for the invoice that is open.")] string invoice,
        [Description("What is to be done, in one line.")] string title,
        [Description("The day by which, as yyyy-MM-dd.")] string dueOn,
        [Description("What helps them, or nothing. No address of any kind.")] string? note = null,
        CancellationToken cancellationToken = default)
    {
        var (id, facts, refusal) = await FindAsync(invoice, cancellationToken);
        if (facts is null)
            return refusal!;
        if (!DateOnly.TryParseExact(dueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new Refusal("Give the day as yyyy-MM-dd.");
        if (OutgoingText.HoldsAddress(OutgoingText.Visible($"{title} {note}")))
            return new Refusal("Write no address: the follow-up shows the portal link by itself.");

        var followUp = await followUps.ProposeAsync(Caller, id, new FollowUpContent(title, day, Caller.UserId, note ?? ""), cancellationToken);
        log.Wrote($"Proposed a follow-up on {facts.Invoice}", $"/follow-ups?followup={followUp}", "Look at the proposal");
        return new ProposedFollowUp(facts.Invoice, title, day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), Waits);
    }

    private Caller Caller => subject.Caller;

    private async Task<(Guid Id, InvoiceFacts? Facts, Refusal? Refusal)> FindAsync(string invoice, CancellationToken cancellationToken)
    {
        var (id, refusal) = await subject.ResolveAsync(invoice, cancellationToken);
        if (refusal is not null)
            return (id, null, refusal);
        if (await invoices.FindAsync(Caller, id, cancellationToken) is not { } facts)
            return (id, null, InvoiceTools.Gone);
        facts = facts with { Invoice = subject.NameOf(id, facts.Invoice) };
        return subject.WhyNotWrite(facts, id) is { } why ? (id, null, why) : (id, facts, null);
    }
}
