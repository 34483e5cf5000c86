using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.Invoices;

public sealed partial class Invoice
{
    /// <summary>When it last became customer-facing, in UTC; null while it is a draft.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>How it reached the customer; null while it is a draft.</summary>
    public SentHow? SentHow { get; private set; }

    /// <summary>The day it was voided, in the site's time zone; null otherwise.</summary>
    public DateOnly? VoidedOn { get; private set; }

    /// <summary>Why it was voided. Never shown to customers.</summary>
    public string VoidReason { get; private set; } = "";

    /// <summary>Whether it may be sent: a draft with a line and something to pay.</summary>
    public RuleCheck CanSend() => SendState switch
    {
        SendState.Sent => RuleCheck.Refused("This invoice was sent already."),
        SendState.Void => RuleCheck.Refused("A void invoice cannot be sent. Duplicate it instead."),
        _ => RuleCheck.Unless(_lines.Count == 0, "Add at least one line.", nameof(Lines))
            .And(RuleCheck.Unless(_lines.Count > 0 && TotalMinor == 0, "The total is zero, so there is nothing to pay.", nameof(Lines))),
    };

    /// <summary>Makes it customer-facing. The first time it takes a number from the site's sequence; sent again it keeps that number.</summary>
    /// <exception cref="RuleViolation"><see cref="CanSend"/> refuses it.</exception>
    public void Send(SentHow how, Site site, Actor actor, DateTime utcNow)
    {
        CanSend().Insist();
        if (Number is null)
            TakeNumber(site.TakeInvoiceNumber().ToString());

        (SendState, SentAt, SentHow) = (SendState.Sent, utcNow, how);
        Settle(site.Today(utcNow));
        Changed(ActivityKind.InvoiceSent, actor, utcNow, how switch
        {
            Invoices.SentHow.Email => "by separate e-mail",
            Invoices.SentHow.InPerson => "in person",
            Invoices.SentHow.FromHere => "by e-mail",
            _ => "another way",
        });
    }

    /// <summary>Whether a sent invoice may become a draft again: only while nothing was recorded on it.</summary>
    public RuleCheck CanWithdraw() => SendState == SendState.Sent
        ? RuleCheck.Unless(EntryCount > 0, "Payments or corrections were recorded on this invoice. Correct it with a credit note, or void it.")
        : RuleCheck.Refused("Only a sent invoice can be withdrawn.");

    /// <summary>Makes it a draft again. Its number stays; its link answers that it is not available until it is sent again.</summary>
    /// <exception cref="RuleViolation"><see cref="CanWithdraw"/> refuses it.</exception>
    public void Withdraw(Actor actor, DateTime utcNow)
    {
        CanWithdraw().Insist();
        (SendState, SentAt, SentHow) = (SendState.Draft, null, null);
        Settle(settledOn: null);
        Changed(ActivityKind.InvoiceWithdrawn, actor, utcNow);
    }

    /// <summary>Whether it may be cancelled: it has a number, and all that was paid went back.</summary>
    public RuleCheck CanVoid() => SendState switch
    {
        SendState.Void => RuleCheck.Refused("This invoice is void already."),
        SendState.Draft when Number is null => RuleCheck.Refused("This draft was never sent. Delete it instead."),
        _ => RuleCheck
            .Unless(Balance.NetPaidMinor > 0, $"{new Amounts.Money(Balance.NetPaidMinor, Currency)} was paid on this invoice. Refund it first.")
            .And(RuleCheck.Unless(PendingMinor > 0, $"A payment of {new Amounts.Money(PendingMinor, Currency)} is still processing. Confirm or reverse it first.")),
    };

    /// <summary>Cancels it for good. The customer's page stays and says so.</summary>
    /// <exception cref="RuleViolation"><see cref="CanVoid"/> refuses it, or the reason is empty or longer than 500 characters.</exception>
    public void Void(string reason, Site site, Actor actor, DateTime utcNow)
    {
        CanVoid().And(CheckVoidReason(reason)).Insist();
        (SendState, VoidedOn, VoidReason) = (SendState.Void, site.Today(utcNow), TextRule.Tidy(reason));
        Settle(settledOn: null);
        Changed(ActivityKind.InvoiceVoided, actor, utcNow, VoidReason);
    }

    /// <summary>Whether a text can be the reason for voiding: 1 to 500 characters.</summary>
    public static RuleCheck CheckVoidReason(string? reason) => TextRule.Required(reason, 500, "Reason", "Say why, for your own records.");
}
