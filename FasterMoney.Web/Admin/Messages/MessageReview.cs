using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Admin.Messages.Sending;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>A message as its reviewer reads it. Amounts and dates around the text are written in the site's language.</summary>
public sealed record MessageReview
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required MessageState State { get; init; }
    public required MessageTemplate Template { get; init; }

    /// <summary>What approving is bound to.</summary>
    public required string Digest { get; init; }

    /// <summary>The text's language, as a tag.</summary>
    public required string Language { get; init; }

    /// <summary>True when it was approved, and the customer would get something else by now.</summary>
    public bool IsStale { get; init; }
    public required string Subject { get; init; }

    /// <summary>The text as the customer gets it; the portal link's placeholder stays where the link cannot be used.</summary>
    public required string Body { get; init; }
    public required IReadOnlyList<Recipient> Recipients { get; init; }

    /// <summary>The customer's own address, or empty.</summary>
    public required string CustomerEmail { get; init; }
    public required MessageInvoice Invoice { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The template that suits the invoice now.</summary>
    public required MessageTemplate Fitting { get; init; }
    public required RuleCheck CanApprove { get; init; }
    public required RuleCheck CanRelease { get; init; }
    public required RuleCheck CanEdit { get; init; }
    public required RuleCheck CanNoteSent { get; init; }
    public required RuleCheck CanDiscard { get; init; }

    /// <summary>How it leaves the house; null while it may not.</summary>
    public MessageOut? Out { get; init; }

    /// <summary>How it leaves, or left, by e-mail.</summary>
    public MessageSending Sending { get; init; } = new(MailIsOn: false, Outbox: null);
    public bool ByAssistant { get; init; }
    public required Noted Written { get; init; }
    public Noted? Approved { get; init; }
    public Noted? Copied { get; init; }
    public Noted? Sent { get; init; }
}

/// <summary>Whom a message goes to.</summary>
/// <param name="Address">The e-mail address.</param>
/// <param name="IsCustomers">Whether it is the invoice's customer's own.</param>
public sealed record Recipient(string Address, bool IsCustomers);

/// <summary>The invoice that a message is about.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Number">Its number.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="State">As the lists show it.</param>
/// <param name="Amount">The total.</param>
/// <param name="Due">The due date.</param>
/// <param name="Balance">What is owed.</param>
/// <param name="Url">The customer's address; null while it may not be used.</param>
/// <param name="Unavailable">Why not; empty when it may.</param>
/// <param name="Previewed">When the page was last previewed.</param>
/// <param name="IsPreviewCurrent">Whether that was the page as it is now.</param>
public sealed record MessageInvoice(
    Guid Id, string Number, string Customer, InvoiceStatus State, string Amount, string Due, string Balance, string? Url, string Unavailable, Noted? Previewed, bool IsPreviewCurrent);

/// <summary>A message that may leave now.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="Mailto">Opens a mail program with it; null when it is too long for that.</param>
public sealed record MessageOut(string Text, string Html, string? Mailto);
