using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.Invoices;

public sealed partial class Invoice
{
    /// <summary>What can still be credited, in minor units: what was billed, less what was credited.</summary>
    public long CreditableMinor => checked(TotalMinor + Math.Max(AdjustedMinor, 0) - CreditedMinor);

    /// <summary>Whether an amount can be credited: at most what was billed and not yet credited.</summary>
    /// <param name="amountMinor">Minor units.</param>
    public RuleCheck CanCredit(long amountMinor) => MustBeSent().And(RuleCheck.Unless(
        amountMinor > CreditableMinor,
        CreditableMinor > 0
            ? $"At most {new Money(CreditableMinor, Currency)} can be credited: that is what was billed and not yet credited."
            : "All that was billed was credited already.",
        nameof(EntryDetails.AmountMinor)));

    /// <summary>Takes back part of what was billed, for a public reason.</summary>
    /// <exception cref="RuleViolation"><see cref="CanCredit"/> refuses it, the amount is not above zero, or the reason is missing.</exception>
    public CreditNote IssueCreditNote(EntryDetails details, Actor actor, DateTime utcNow)
    {
        CanCredit(details.AmountMinor).And(MustBePositive(details)).And(MustHaveReason(details)).And(CheckTexts(details)).Insist();
        var creditNote = new CreditNote(this, details, actor, utcNow);
        CreditedMinor = checked(CreditedMinor + details.AmountMinor);
        return Append(creditNote, ActivityKind.CreditNoteIssued, actor, utcNow);
    }

    /// <summary>Whether adjustments can be added: only on a sent invoice.</summary>
    public RuleCheck CanAdjust() => MustBeSent();

    /// <summary>Moves the balance up (amount above zero) or down (below), for a public reason.</summary>
    /// <exception cref="RuleViolation">The invoice is not sent, the amount is zero, or the reason is missing.</exception>
    public Adjustment Adjust(EntryDetails details, Actor actor, DateTime utcNow)
    {
        CanAdjust()
            .And(RuleCheck.Unless(details.AmountMinor == 0, "Enter an amount other than zero.", nameof(EntryDetails.AmountMinor)))
            .And(MustHaveReason(details))
            .And(CheckTexts(details))
            .Insist();
        var adjustment = new Adjustment(this, details, actor, utcNow);
        AdjustedMinor = checked(AdjustedMinor + details.AmountMinor);
        return Append(adjustment, ActivityKind.AdjustmentAdded, actor, utcNow);
    }

    private static RuleCheck MustHaveReason(EntryDetails details) =>
        RuleCheck.Unless(string.IsNullOrWhiteSpace(details.PublicText), "Give the reason that the customer will read.", nameof(EntryDetails.PublicText));
}
