using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class ReversalTests
{
    private readonly Site _site = Cast.Northwind();
    private readonly Invoice _invoice;

    public ReversalTests() => _invoice = Cast.Sent(_site);

    [Fact]
    public void Each_kind_of_entry_is_taken_back_by_one_that_names_it_and_both_stay()
    {
        _invoice.Pay(40_00);
        _invoice.Refund(5_00);
        _invoice.Credit(10_00);
        _invoice.Adjust(7_00);
        _invoice.Adjust(-2_00);
        _invoice.RecordPendingPayment(Cast.Entry(9_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
        _invoice.BalanceMinor.Should().Be(60_00);

        // A payment goes last: its refund rests on it.
        foreach (var wrong in _invoice.Entries.Reverse().ToList())
        {
            var before = _invoice.BalanceMinor;
            var reversal = Reverse(wrong);
            reversal.ReversedEntryId.Should().Be(wrong.Id);
            reversal.EffectMinor.Should().Be(-wrong.EffectMinor);
            _invoice.BalanceMinor.Should().Be(before - wrong.EffectMinor);
            _invoice.IsReversed(wrong).Should().BeTrue();
        }

        _invoice.Balance.Should().Be(new Balance(100_00, 0, 0, 0, 0));
        _invoice.PendingMinor.Should().Be(0);
        _invoice.Entries.Should().HaveCount(12);
        InvoiceStatement.Of(_invoice, Cast.Today).Status.Should().Be(InvoiceStatus.Unpaid);
        _invoice.NewActivity[^1].Should().BeEquivalentTo(new { Kind = ActivityKind.EntryReversed, Detail = "the payment of USD 40.00" });
    }

    [Fact]
    public void An_entry_is_taken_back_once_and_a_reversal_never()
    {
        _invoice.Pay(40_00);
        var reversal = Reverse(_invoice.Entries[0]);
        Refused(_invoice.Entries[0], "This entry was reversed already.");
        Refused(reversal, "A reversal is not reversed. Record what is right as a new entry.");
    }

    [Fact]
    public void A_payment_that_was_refunded_is_taken_back_after_its_refunds()
    {
        _invoice.Pay(40_00);
        _invoice.Refund(15_00);
        _invoice.Refund(5_00);
        Refused(_invoice.Entries[0], "Part of this payment was refunded. Reverse the refund first.");
        Reverse(_invoice.Entries[1]);
        Refused(_invoice.Entries[0], "Part of this payment was refunded. Reverse the refund first.");
        Reverse(_invoice.Entries[2]);
        Reverse(_invoice.Entries[0]);
        _invoice.BalanceMinor.Should().Be(100_00);
    }

    [Fact]
    public void What_was_taken_back_is_not_refunded()
    {
        _invoice.Pay(40_00);
        var payment = (Payment)_invoice.Entries[0];
        Reverse(payment);
        _invoice.RefundableMinor(payment).Should().Be(0);
        _invoice.CanRefund(payment, 1).Text.Should().Be("Nothing of this payment is left to refund.");
        _invoice.CanRefund().Text.Should().Be("Nothing was paid yet that could be refunded.");
    }

    [Fact]
    public void A_refund_is_bounded_by_its_own_payment_whatever_else_was_paid()
    {
        _invoice.Pay(40_00);
        _invoice.Pay(60_00);
        var (first, second) = ((Payment)_invoice.Entries[0], (Payment)_invoice.Entries[1]);
        _invoice.CanRefund(first, 40_01).Text.Should().Be("At most USD 40.00 can be refunded: that is what was paid with it and not yet refunded.");
        _invoice.Refund(first, Cast.Entry(25_00), Cast.Today, Cast.Adam, Cast.Now);
        _invoice.CanRefund(first, 15_01).Text.Should().StartWith("At most USD 15.00 can be refunded");
        _invoice.RefundableMinor(second).Should().Be(60_00);
        Reverse(_invoice.Entries[2]);
        _invoice.RefundableMinor(first).Should().Be(40_00, "a refund that was wrong gave nothing back");
    }

    [Fact]
    public void An_adjustment_that_a_credit_note_rests_on_is_taken_back_after_it()
    {
        _invoice.Adjust(10_00);
        _invoice.Credit(105_00);
        const string WhyNot = "USD 105.00 was credited, and only USD 100.00 would stay billed. Reverse the credit note first.";
        Refused(_invoice.Entries[0], WhyNot);
        _invoice.CanAdjust(Cast.Entry(-10_00), Cast.Today).Reasons.Single().Should().Be(new RuleReason(WhyNot, "AmountMinor"), "the same money goes by the other way");
        _invoice.CanAdjust(Cast.Entry(-5_00), Cast.Today).IsAllowed.Should().BeTrue();
        Reverse(_invoice.Entries[1]);
        Reverse(_invoice.Entries[0]);
        _invoice.CreditableMinor.Should().Be(100_00);
    }

    [Fact]
    public void An_adjustment_down_can_always_be_taken_back()
    {
        _invoice.Adjust(10_00);
        _invoice.Credit(100_00);
        _invoice.Adjust(-10_00);
        _invoice.Adjust(-10_00);
        Reverse(_invoice.Entries[^1]);
        _invoice.BalanceMinor.Should().Be(0);
    }

    [Fact]
    public void A_reversal_needs_a_reason_that_the_customer_reads()
    {
        _invoice.Pay(1);
        var check = _invoice.CanReverse(_invoice.Entries[0], Cast.Entry(0, publicText: " "), Cast.Today);
        check.Reasons.Should().ContainSingle().Which.Should().Be(new RuleReason("Give the reason that the customer will read.", "PublicText"));
        _invoice.CanReverse(_invoice.Entries[0], Cast.Entry(0, publicText: new string('x', 501)), Cast.Today).Reasons.Should().ContainSingle();
    }

    [Fact]
    public void Nothing_is_taken_back_on_a_void_invoice()
    {
        _invoice.Adjust(5_00);
        _invoice.Void("Ordered twice", _site, Cast.Adam, Cast.Now);
        Refused(_invoice.Entries[0], "This invoice is void.");
    }

    [Fact]
    public void Another_invoices_entry_is_a_mistake_of_the_caller()
    {
        var other = Cast.Sent(_site);
        other.Pay(10_00);
        other.RecordPendingPayment(Cast.Entry(1), PaymentMethod.Card, Cast.Today, Cast.Adam, Cast.Now);
        _invoice.Pay(10_00);
        Action[] acts =
        [
            () => _invoice.Refund((Payment)other.Entries[0], Cast.Entry(1), Cast.Today, Cast.Adam, Cast.Now),
            () => Reverse(other.Entries[0]),
            () => _invoice.ConfirmPayment((PendingPayment)other.Entries[1], Guid.CreateVersion7(), Cast.Today, Cast.Today, Cast.Adam, Cast.Now),
        ];
        acts.Should().AllSatisfy(act => act.Should().Throw<ArgumentException>());
        _invoice.EntryCount.Should().Be(1);
    }

    [Fact]
    public void It_is_settled_on_the_day_of_the_payment_that_stands_not_of_one_that_was_taken_back()
    {
        _invoice.Pay(100_00, Cast.Today.AddDays(1));
        _invoice.Pay(100_00, Cast.Today.AddDays(5));
        _invoice.SettledOn.Should().Be(Cast.Today.AddDays(1));
        Reverse(_invoice.Entries[0], Cast.Today.AddDays(8));
        _invoice.BalanceMinor.Should().Be(0);
        _invoice.SettledOn.Should().Be(Cast.Today.AddDays(5));
        Reverse(_invoice.Entries[1], Cast.Today.AddDays(9));
        _invoice.SettledOn.Should().BeNull();
    }

    [Fact]
    public void What_reopened_it_by_mistake_leaves_the_day_on_which_it_was_settled()
    {
        _invoice.Pay(100_00, Cast.Today.AddDays(1));
        _invoice.Adjust(50_00);
        _invoice.SettledOn.Should().BeNull();
        Reverse(_invoice.Entries[1], Cast.Today.AddDays(9));
        _invoice.SettledOn.Should().Be(Cast.Today.AddDays(1));
        _invoice.Bucket.Should().Be(InvoiceBucket.Settled);
    }

    private Reversal Reverse(BalanceEntry entry, DateOnly? date = null) => _invoice.Reverse(entry, Cast.Entry(0, date), date ?? Cast.Today, Cast.Adam, Cast.Now);

    private void Refused(BalanceEntry entry, string why)
    {
        var (version, count) = (_invoice.Version, _invoice.EntryCount);
        _invoice.CanReverse(entry).Text.Should().Be(why);
        FluentActions.Invoking(() => Reverse(entry)).Should().Throw<RuleViolation>().WithMessage(why);
        (_invoice.Version, _invoice.EntryCount).Should().Be((version, count));
    }
}
