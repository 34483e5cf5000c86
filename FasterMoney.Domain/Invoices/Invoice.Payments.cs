using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Invoices;

public sealed partial class Invoice
{
    /// <summary>Sum of payments that are still processing, in minor units; no part of the balance.</summary>
    public long PendingMinor { get; private set; }

    /// <summary>Whether a payment of so much, in minor units, is likelier a slip of the keys: more than twice of what is owed.</summary>
    public bool IsFarAboveBalance(long amountMinor) => amountMinor - Math.Max(BalanceMinor, 0) > Math.Max(BalanceMinor, 0);

    /// <summary>Whether payments can be recorded: only on a sent invoice.</summary>
    public RuleCheck CanRecordPayment() => MustBeSent();

    /// <summary>Whether this payment can be recorded, received or still processing.</summary>
    /// <param name="details">What was entered.</param>
    /// <param name="today">The day at the site.</param>
    public RuleCheck CanRecordPayment(EntryDetails details, DateOnly today) =>
        CanRecordPayment().And(MustBePositive(details)).And(CheckDate(details.Date, today)).And(CheckTexts(details));

    /// <summary>Records money received. More than the balance makes a credit in the customer's favour.</summary>
    /// <exception cref="RuleViolation"><see cref="CanRecordPayment(EntryDetails, DateOnly)"/> refuses it.</exception>
    public Payment RecordPayment(EntryDetails details, PaymentMethod method, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanRecordPayment(details, today).Insist();
        PaidMinor = checked(PaidMinor + details.AmountMinor);
        return Append(new Payment(this, details, method, null, actor, utcNow), ActivityKind.PaymentRecorded, actor, utcNow);
    }

    /// <summary>Records money that is on its way. The balance waits until <see cref="ConfirmPayment"/>.</summary>
    /// <exception cref="RuleViolation"><see cref="CanRecordPayment(EntryDetails, DateOnly)"/> refuses it.</exception>
    public PendingPayment RecordPendingPayment(EntryDetails details, PaymentMethod method, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanRecordPayment(details, today).Insist();
        PendingMinor = checked(PendingMinor + details.AmountMinor);
        return Append(new PendingPayment(this, details, method, actor, utcNow), ActivityKind.PaymentPending, actor, utcNow);
    }

    /// <summary>Whether a processing payment can be confirmed: it is neither confirmed nor reversed yet.</summary>
    public RuleCheck CanConfirm(PendingPayment pending) => MustBeSent().And(RuleCheck.Unless(IsClosed(pending), "This payment was confirmed or reversed already."));

    /// <summary>Whether it can be confirmed as arrived on a day.</summary>
    /// <param name="pending">One of <see cref="Entries"/>.</param>
    /// <param name="date">The day it arrived, in the site's time zone.</param>
    /// <param name="today">The day at the site.</param>
    public RuleCheck CanConfirm(PendingPayment pending, DateOnly date, DateOnly today) => CanConfirm(pending).And(CheckDate(date, today));

    /// <summary>Records that a processing payment has arrived, whole. For another amount, reverse it and record what came.</summary>
    /// <param name="pending">One of <see cref="Entries"/>.</param>
    /// <param name="commandId">Names the act, so that it is recorded once.</param>
    /// <param name="date">The day it arrived, in the site's time zone.</param>
    /// <param name="today">The day at the site.</param>
    /// <param name="actor">Who confirms it.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    /// <exception cref="RuleViolation"><see cref="CanConfirm(PendingPayment, DateOnly, DateOnly)"/> refuses it.</exception>
    public Payment ConfirmPayment(PendingPayment pending, Guid commandId, DateOnly date, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanConfirm(pending, date, today).Insist();
        var details = new EntryDetails(commandId, date, pending.AmountMinor, pending.PublicText, pending.PrivateNote);
        PendingMinor -= pending.AmountMinor;
        PaidMinor = checked(PaidMinor + pending.AmountMinor);
        return Append(new Payment(this, details, pending.Method, pending.Id, actor, utcNow), ActivityKind.PaymentArrived, actor, utcNow);
    }

    /// <summary>What of a payment can still be given back, in minor units.</summary>
    public long RefundableMinor(Payment payment) => IsReversed(payment)
        ? 0
        : payment.AmountMinor - Loaded.OfType<Refund>().Where(refund => refund.PaymentId == payment.Id && !IsReversed(refund)).Sum(refund => refund.AmountMinor);

    /// <summary>Whether an amount of a payment can be given back: at most what was paid with it and not yet given back.</summary>
    /// <param name="payment">One of <see cref="Entries"/>.</param>
    /// <param name="amountMinor">Minor units.</param>
    public RuleCheck CanRefund(Payment payment, long amountMinor)
    {
        var refundable = RefundableMinor(payment);
        return MustBeSent().And(RuleCheck.Unless(
            amountMinor > refundable,
            refundable > 0
                ? $"At most {new Money(refundable, Currency)} can be refunded: that is what was paid with it and not yet refunded."
                : "Nothing of this payment is left to refund.",
            nameof(EntryDetails.AmountMinor)));
    }

    /// <summary>Whether anything can be given back at all.</summary>
    public RuleCheck CanRefund() => MustBeSent().And(RuleCheck.Unless(
        Balance.NetPaidMinor <= 0,
        PaidMinor > 0 ? "All that was paid was refunded already." : "Nothing was paid yet that could be refunded."));

    /// <summary>Whether this refund of a payment can be recorded.</summary>
    /// <param name="payment">One of <see cref="Entries"/>.</param>
    /// <param name="details">What was entered.</param>
    /// <param name="today">The day at the site.</param>
    public RuleCheck CanRefund(Payment payment, EntryDetails details, DateOnly today) =>
        CanRefund(payment, details.AmountMinor).And(MustBePositive(details)).And(CheckDate(details.Date, today)).And(CheckTexts(details));

    /// <summary>Records money given back.</summary>
    /// <exception cref="RuleViolation"><see cref="CanRefund(Payment, EntryDetails, DateOnly)"/> refuses it.</exception>
    public Refund Refund(Payment payment, EntryDetails details, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanRefund(payment, details, today).Insist();
        RefundedMinor = checked(RefundedMinor + details.AmountMinor);
        return Append(new Refund(this, details, payment.Id, actor, utcNow), ActivityKind.RefundRecorded, actor, utcNow);
    }

    /// <summary>Whether a processing payment has come to an end: confirmed or reversed.</summary>
    public bool IsClosed(PendingPayment pending) => IsReversed(pending) || Loaded.OfType<Payment>().Any(payment => payment.ConfirmsEntryId == pending.Id);

    private RuleCheck MustBeSent() => RuleCheck.Unless(SendState != SendState.Sent, SendState == SendState.Void
        ? "This invoice is void."
        : "This invoice was not sent yet.");

    private static RuleCheck MustBePositive(EntryDetails details) =>
        RuleCheck.Unless(details.AmountMinor <= 0, "Enter an amount above zero.", nameof(EntryDetails.AmountMinor)).And(MustFit(details));

    private static RuleCheck MustFit(EntryDetails details) => RuleCheck.Unless(
        details.AmountMinor is < -Money.LargestMinor or > Money.LargestMinor, "This amount is too large.", nameof(EntryDetails.AmountMinor));

    // Money does not move in the future, nor long before the invoice was issued.
    private RuleCheck CheckDate(DateOnly date, DateOnly today) => RuleCheck
        .Unless(date > today, "Choose today or a day before it.", nameof(EntryDetails.Date))
        .And(RuleCheck.Unless(date < IssueDate.AddYears(-1), "This day is more than a year before the invoice.", nameof(EntryDetails.Date)));

    private static RuleCheck CheckTexts(EntryDetails details) => TextRule.AtMost(details.PublicText, 500, nameof(EntryDetails.PublicText))
        .And(TextRule.OneLine(details.PublicText, nameof(EntryDetails.PublicText)))
        .And(TextRule.AtMost(details.PrivateNote, 4000, nameof(EntryDetails.PrivateNote)));

    // Questions about single entries make no sense on an invoice that was loaded without them.
    private List<BalanceEntry> Loaded => _entries.Count == EntryCount
        ? _entries
        : throw new InvalidOperationException("The invoice was loaded without its entries.");

    private T Append<T>(T entry, ActivityKind kind, Actor actor, DateTime utcNow, string? detail = null)
        where T : BalanceEntry
    {
        _entries.Add(entry);
        EntryCount++;
        Settle(entry.Date);
        Changed(kind, actor, utcNow, detail ?? new Money(entry.AmountMinor, Currency).ToString());
        return entry;
    }
}
