using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Messages;

/// <summary>A text about one invoice that a person must read and approve before it leaves.</summary>
public sealed partial class MessageDraft : IRecordActivity
{
    private MessageDraft()
    {
    }

    /// <param name="customer">The invoice's customer, in whose language it is written.</param>
    /// <param name="byAssistant">Whether the assistant wrote it, for <paramref name="actor"/>.</param>
    /// <exception cref="RuleViolation"><see cref="CanDraft"/> or <see cref="MessageContent.Check"/> refuses it.</exception>
    public MessageDraft(Invoice invoice, Customer customer, MessageTemplate template, MessageContent content, bool byAssistant, Actor actor, DateTime utcNow)
    {
        CanDraft(invoice).And(RuleCheck.Unless(customer.Id != invoice.CustomerId, "This is not the invoice's customer.")).Insist();
        Id = Guid.CreateVersion7(utcNow);
        (SiteId, InvoiceId, CustomerId) = (invoice.SiteId, invoice.Id, customer.Id);
        Language = customer.Language;
        ByAssistant = byAssistant;
        (WrittenBy, CreatedAt, ChangedAt) = (actor.Name, utcNow, utcNow);
        Write(template, content);
        Record(ActivityKind.MessageDrafted, actor, utcNow, byAssistant ? "with Faster AI" : "");
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    public Guid InvoiceId { get; private set; }

    public Guid CustomerId { get; private set; }

    public MessageTemplate Template { get; private set; }

    /// <summary>The customer's language, as a tag: amounts and dates are written in it.</summary>
    public string Language { get; private set; } = "";

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<string> Recipients { get; private set; } = [];

    /// <summary>With placeholders.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>With placeholders; lines separated by LF.</summary>
    public string Body { get; private set; } = "";

    public MessageState State { get; private set; }

    /// <summary>Grows with each change; a stale screen is told so.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Whether the assistant wrote it. Stays true when a person edits it.</summary>
    public bool ByAssistant { get; private set; }

    /// <summary>Who wrote it, or asked the assistant for it.</summary>
    public string WrittenBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it last came further or was edited, in UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    public List<ActivityEntry> NewActivity { get; } = [];

    public MessageContent Content => new(Recipients, Subject, Body);

    /// <summary>Whether there can be messages about an invoice: once it has its number.</summary>
    public static RuleCheck CanDraft(Invoice invoice) => RuleCheck.Unless(
        invoice.Number is null, "This invoice was not sent yet. Mark it as sent first: then it has the number and the link that a message names.");

    /// <summary>Whether it can be edited: until it is sent or discarded.</summary>
    public RuleCheck CanEdit() => MustBeUnderWay();

    /// <summary>Writes it anew. An approval is void from then on.</summary>
    /// <exception cref="RuleViolation"><see cref="CanEdit"/> or <see cref="MessageContent.Check"/> refuses it.</exception>
    public void Edit(MessageTemplate template, MessageContent content, Actor actor, DateTime utcNow)
    {
        CanEdit().Insist();
        Write(template, content);
        State = MessageState.ToReview;
        ForgetApproval();
        Changed(ActivityKind.MessageEdited, actor, utcNow);
    }

    /// <summary>Whether it can be discarded: until it is sent.</summary>
    public RuleCheck CanDiscard() => MustBeUnderWay();

    /// <summary>Puts it aside for good.</summary>
    /// <exception cref="RuleViolation"><see cref="CanDiscard"/> refuses it.</exception>
    public void Discard(Actor actor, DateTime utcNow)
    {
        CanDiscard().Insist();
        State = MessageState.Discarded;
        ForgetApproval();
        Changed(ActivityKind.MessageDiscarded, actor, utcNow);
    }

    private RuleCheck MustBeUnderWay() => State switch
    {
        MessageState.Sent => RuleCheck.Refused("This message was sent."),
        MessageState.Discarded => RuleCheck.Refused("This message was discarded."),
        _ => RuleCheck.Allowed,
    };

    private void Write(MessageTemplate template, MessageContent content)
    {
        content.Check().Insist();
        var tidy = content.Tidy();
        (Template, Recipients, Subject, Body) = (template, tidy.Recipients, tidy.Subject, tidy.Body);
    }

    private void Changed(ActivityKind kind, Actor actor, DateTime utcNow, string detail = "")
    {
        Version++;
        ChangedAt = utcNow;
        Record(kind, actor, utcNow, detail);
    }

    private void Record(ActivityKind kind, Actor actor, DateTime utcNow, string detail = "") =>
        NewActivity.Add(new ActivityEntry(SiteId, kind, actor, utcNow, detail) { InvoiceId = InvoiceId, CustomerId = CustomerId });
}
