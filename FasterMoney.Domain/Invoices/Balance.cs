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
}
