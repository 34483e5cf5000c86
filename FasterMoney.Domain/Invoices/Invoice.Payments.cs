using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.Invoices;

public sealed partial class Invoice
{
    /// <summary>Whether payments can be recorded: only on a sent invoice.</summary>
    public RuleCheck CanRecordPayment() => MustBeSent();

    /// <summary>Records money received. More than the balance makes a credit in the customer's favour.</summary>
    /// <exception cref="RuleViolation">The invoice is not sent, or the amount is not above zero.</exception>
    public Payment RecordPayment(EntryDetails details, PaymentMethod method, Actor actor, DateTime utcNow)
    {
        CanRecordPayment().And(MustBePositive(details)).And(CheckTexts(details)).Insist();
        var payment = new Payment(this, details, method, actor, utcNow);
        PaidMinor = checked(PaidMinor + details.AmountMinor);
        return Append(payment, ActivityKind.PaymentRecorded, actor, utcNow);
    }

    /// <summary>Whether an amount can be given back: at most what was paid and not yet given back.</summary>
    /// <param name="amountMinor">Minor units.</param>
    public RuleCheck CanRefund(long amountMinor) => MustBeSent().And(RuleCheck.Unless(
        amountMinor > Balance.NetPaidMinor,
        Balance.NetPaidMinor > 0
            ? $"At most {new Money(Balance.NetPaidMinor, Currency)} can be refunded: that is what was paid and not yet refunded."
            : "Nothing was paid that could be refunded.",
        nameof(EntryDetails.AmountMinor)));

    /// <summary>Records money given back.</summary>
    /// <exception cref="RuleViolation"><see cref="CanRefund"/> refuses it, or the amount is not above zero.</exception>
    public Refund RecordRefund(EntryDetails details, Actor actor, DateTime utcNow)
    {
        CanRefund(details.AmountMinor).And(MustBePositive(details)).And(CheckTexts(details)).Insist();
        var refund = new Refund(this, details, actor, utcNow);
        RefundedMinor = checked(RefundedMinor + details.AmountMinor);
        return Append(refund, ActivityKind.RefundRecorded, actor, utcNow);
    }

    private RuleCheck MustBeSent() => RuleCheck.Unless(SendState != SendState.Sent, SendState == SendState.Void
        ? "This invoice is void."
        : "This invoice was not sent yet.");

    private static RuleCheck MustBePositive(EntryDetails details) =>
        RuleCheck.Unless(details.AmountMinor <= 0, "Enter an amount above zero.", nameof(EntryDetails.AmountMinor));

    private static RuleCheck CheckTexts(EntryDetails details) => Text.AtMost(details.PublicText, 500, nameof(EntryDetails.PublicText))
        .And(Text.AtMost(details.PrivateNote, 4000, nameof(EntryDetails.PrivateNote)));

    private T Append<T>(T entry, ActivityKind kind, Actor actor, DateTime utcNow)
        where T : BalanceEntry
    {
        entries.Add(entry);
        EntryCount++;
        Settle(entry.Date);
        Changed(kind, actor, utcNow, new Money(entry.AmountMinor, Currency).ToString());
        return entry;
    }
}
