namespace FasterMoney.Domain.Invoices;

/// <summary>
/// The sums that make an invoice's balance, in minor units:
/// <c>balance due = total + adjustments - credit notes - payments + refunds</c>.
/// </summary>
public sealed record Balance(long TotalMinor, long AdjustedMinor, long CreditedMinor, long PaidMinor, long RefundedMinor)
{
    /// <summary>What the customer owes; below zero is credit in the customer's favour.</summary>
    public long DueMinor => checked(TotalMinor + AdjustedMinor - CreditedMinor - PaidMinor + RefundedMinor);

    /// <summary>What was paid and not given back.</summary>
    public long NetPaidMinor => PaidMinor - RefundedMinor;

    /// <summary>The payment state on a day. Overdue turns after the due date has passed in the site's time zone.</summary>
    public PaymentState StateOn(DateOnly today, DateOnly dueDate) => DueMinor switch
    {
        < 0 => PaymentState.InCredit,
        0 when PaidMinor > 0 && NetPaidMinor == 0 => PaymentState.Refunded,
        0 => PaymentState.Paid,
        _ when dueDate < today => PaymentState.Overdue,
        _ when NetPaidMinor > 0 => PaymentState.PartiallyPaid,
        _ => PaymentState.Unpaid,
    };
}
