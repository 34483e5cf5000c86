using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class ReversalTests
{
    private readonly Site site = Cast.Northwind();
    private readonly Invoice invoice;

    public ReversalTests() => invoice = Cast.Sent(site);

    [Fact]
    public void Each_kind_of_entry_is_taken_back_by_one_that_names_it_and_both_stay()
    {
        invoice.Pay(40_00);
        invoice.Refund(5_00);
        invoice.Credit(10_00);
        invoice.Adjust(7_00);
        invoice.Adjust(-2_00);
        invoice.RecordPendingPayment(Cast.Entry(9_00), PaymentMethod.Cheque, Cast.Adam, Cast.Now);
        invoice.BalanceMinor.Should().Be(60_00);

        // A payment goes last: its refund rests on it.
        foreach (var wrong in invoice.Entries.Reverse().ToList())
        {
            var before = invoice.BalanceMinor;
            var reversal = Reverse(wrong);
            reversal.ReversedEntryId.Should().Be(wrong.Id);
            reversal.EffectMinor.Should().Be(-wrong.EffectMinor);
            invoice.BalanceMinor.Should().Be(before - wrong.EffectMinor);
            invoice.IsReversed(wrong).Should().BeTrue();
        }

        invoice.Balance.Should().Be(new Balance(100_00, 0, 0, 0, 0));
        invoice.PendingMinor.Should().Be(0);
        invoice.Entries.Should().HaveCount(12);
        invoice.PaymentStateOn(Cast.Today).Should().Be(PaymentState.Unpaid);
        invoice.NewActivity[^1].Should().BeEquivalentTo(new { Kind = ActivityKind.EntryReversed, Detail = "the payment of USD 40.00" });
    }

    [Fact]
    public void An_entry_is_taken_back_once_and_a_reversal_never()
    {
        invoice.Pay(40_00);
        var reversal = Reverse(invoice.Entries[0]);
        Refused(invoice.Entries[0], "This entry was reversed already.");
        Refused(reversal, "A reversal is not reversed. Record what is right as a new entry.");
    }

    [Fact]
    public void A_payment_that_was_refunded_is_taken_back_after_its_refunds()
    {
        invoice.Pay(40_00);
        invoice.Refund(15_00);
        invoice.Refund(5_00);
        Refused(invoice.Entries[0], "Part of this payment was refunded. Reverse the refund first.");
        Reverse(invoice.Entries[1]);
        Refused(invoice.Entries[0], "Part of this payment was refunded. Reverse the refund first.");
        Reverse(invoice.Entries[2]);
        Reverse(invoice.Entries[0]);
        invoice.BalanceMinor.Should().Be(100_00);
    }

    [Fact]
    public void What_was_taken_back_is_not_refunded()
    {
        invoice.Pay(40_00);
        var payment = (Payment)invoice.Entries[0];
        Reverse(payment);
        invoice.RefundableMinor(payment).Should().Be(0);
        invoice.CanRefund(payment, 1).Text.Should().Be("Nothing of this payment is left to refund.");
        invoice.CanRefund().Text.Should().Be("Nothing was paid yet that could be refunded.");
    }

    [Fact]
    public void A_refund_is_bounded_by_its_own_payment_whatever_else_was_paid()
    {
        invoice.Pay(40_00);
        invoice.Pay(60_00);
        var (first, second) = ((Payment)invoice.Entries[0], (Payment)invoice.Entries[1]);
        invoice.CanRefund(first, 40_01).Text.Should().Be("At most USD 40.00 can be refunded: that is what was paid with it and not yet refunded.");
        invoice.Refund(first, Cast.Entry(25_00), Cast.Adam, Cast.Now);
        invoice.CanRefund(first, 15_01).Text.Should().StartWith("At most USD 15.00 can be refunded");
        invoice.RefundableMinor(second).Should().Be(60_00);
        Reverse(invoice.Entries[2]);
        invoice.RefundableMinor(first).Should().Be(40_00, "a refund that was wrong gave nothing back");
    }

    [Fact]
    public void An_adjustment_that_a_credit_note_rests_on_is_taken_back_after_it()
    {
        invoice.Adjust(10_00);
        invoice.Credit(105_00);
        Refused(invoice.Entries[0], "More was credited than would be billed without this adjustment. Reverse the credit note first.");
        Reverse(invoice.Entries[1]);
        Reverse(invoice.Entries[0]);
        invoice.CreditableMinor.Should().Be(100_00);
    }

    [Fact]
    public void An_adjustment_down_can_always_be_taken_back()
    {
        invoice.Adjust(10_00);
        invoice.Credit(110_00);
        invoice.Adjust(-10_00);
        invoice.Adjust(-10_00);
        Reverse(invoice.Entries[^1]);
        invoice.BalanceMinor.Should().Be(-10_00);
    }

    [Fact]
    public void A_reversal_needs_a_reason_that_the_customer_reads()
    {
        invoice.Pay(1);
        var check = invoice.CanReverse(invoice.Entries[0], Cast.Entry(0, publicText: " "));
        check.Reasons.Should().ContainSingle().Which.Should().Be(new RuleReason("Give the reason that the customer will read.", "PublicText"));
        invoice.CanReverse(invoice.Entries[0], Cast.Entry(0, publicText: new string('x', 501))).Reasons.Should().ContainSingle();
    }

    [Fact]
    public void Nothing_is_taken_back_on_a_void_invoice()
    {
        invoice.Adjust(5_00);
        invoice.Void("Ordered twice", site, Cast.Adam, Cast.Now);
        Refused(invoice.Entries[0], "This invoice is void.");
    }

    [Fact]
    public void Another_invoices_entry_is_a_mistake_of_the_caller()
    {
        var other = Cast.Sent(site);
        other.Pay(10_00);
        other.RecordPendingPayment(Cast.Entry(1), PaymentMethod.Card, Cast.Adam, Cast.Now);
        invoice.Pay(10_00);
        Action[] acts =
        [
            () => invoice.Refund((Payment)other.Entries[0], Cast.Entry(1), Cast.Adam, Cast.Now),
            () => Reverse(other.Entries[0]),
            () => invoice.ConfirmPayment((PendingPayment)other.Entries[1], Guid.CreateVersion7(), Cast.Today, Cast.Adam, Cast.Now),
        ];
        acts.Should().AllSatisfy(act => act.Should().Throw<ArgumentException>());
        invoice.EntryCount.Should().Be(1);
    }

    [Fact]
    public void It_is_settled_on_the_day_of_the_payment_that_stands_not_of_one_that_was_taken_back()
    {
        invoice.Pay(100_00, Cast.Today.AddDays(1));
        invoice.Pay(100_00, Cast.Today.AddDays(5));
        invoice.SettledOn.Should().Be(Cast.Today.AddDays(1));
        Reverse(invoice.Entries[0], Cast.Today.AddDays(8));
        invoice.BalanceMinor.Should().Be(0);
        invoice.SettledOn.Should().Be(Cast.Today.AddDays(5));
        Reverse(invoice.Entries[1], Cast.Today.AddDays(9));
        invoice.SettledOn.Should().BeNull();
    }

    [Fact]
    public void What_reopened_it_by_mistake_leaves_the_day_on_which_it_was_settled()
    {
        invoice.Pay(100_00, Cast.Today.AddDays(1));
        invoice.Adjust(50_00);
        invoice.SettledOn.Should().BeNull();
        Reverse(invoice.Entries[1], Cast.Today.AddDays(9));
        invoice.SettledOn.Should().Be(Cast.Today.AddDays(1));
        invoice.Standing.Should().Be(Standing.Settled);
    }

    private Reversal Reverse(BalanceEntry entry, DateOnly? date = null) => invoice.Reverse(entry, Cast.Entry(0, date), Cast.Adam, Cast.Now);

    private void Refused(BalanceEntry entry, string why)
    {
        var (version, count) = (invoice.Version, invoice.EntryCount);
        invoice.CanReverse(entry).Text.Should().Be(why);
        FluentActions.Invoking(() => Reverse(entry)).Should().Throw<RuleViolation>().WithMessage(why);
        (invoice.Version, invoice.EntryCount).Should().Be((version, count));
    }
}
