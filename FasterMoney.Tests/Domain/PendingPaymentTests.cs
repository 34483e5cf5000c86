using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class PendingPaymentTests
{
    private readonly Site _site = Cast.Northwind();
    private readonly Invoice _invoice;

    public PendingPaymentTests() => _invoice = Cast.Sent(_site);

    [Fact]
    public void The_balance_waits_for_a_payment_that_is_processing()
    {
        var pending = Announce(100_00);
        _invoice.Should().BeEquivalentTo(new { PendingMinor = 100_00L, BalanceMinor = 100_00L, PaidMinor = 0L, Bucket = InvoiceBucket.Open, SettledOn = (DateOnly?)null });
        InvoiceStatement.Of(_invoice, Cast.Today).Status.Should().Be(InvoiceStatus.Unpaid);
        pending.EffectMinor.Should().Be(0);

        var payment = Confirm(pending, Cast.Today.AddDays(2));
        payment.Should().BeEquivalentTo(new { ConfirmsEntryId = pending.Id, AmountMinor = 100_00L, Method = PaymentMethod.Cheque, pending.PublicText, pending.PrivateNote });
        _invoice.Should().BeEquivalentTo(new { PendingMinor = 0L, BalanceMinor = 0L, PaidMinor = 100_00L, Bucket = InvoiceBucket.Settled, SettledOn = (DateOnly?)Cast.Today.AddDays(2) });
    }

    [Fact]
    public void It_comes_to_an_end_once()
    {
        var arrived = Announce(10_00);
        Confirm(arrived);
        Act(() => Confirm(arrived)).Should().Throw<RuleViolation>().WithMessage("This payment was confirmed or reversed already.");
        Act(() => Reverse(arrived)).Should().Throw<RuleViolation>().WithMessage("This payment has arrived. Reverse the payment instead.");

        var bounced = Announce(20_00);
        Reverse(bounced);
        Act(() => Confirm(bounced)).Should().Throw<RuleViolation>().WithMessage("This payment was confirmed or reversed already.");
        Act(() => Reverse(bounced)).Should().Throw<RuleViolation>().WithMessage("This entry was reversed already.");
        (_invoice.PendingMinor, _invoice.PaidMinor).Should().Be((0, 10_00));
    }

    [Fact]
    public void One_that_arrived_and_was_taken_back_does_not_come_back_as_processing()
    {
        var pending = Announce(10_00);
        Reverse(Confirm(pending));
        _invoice.IsClosed(pending).Should().BeTrue();
        _invoice.CanConfirm(pending).IsAllowed.Should().BeFalse();
        (_invoice.PendingMinor, _invoice.PaidMinor, _invoice.BalanceMinor).Should().Be((0, 0, 100_00));
    }

    [Fact]
    public void An_invoice_with_one_is_not_voided_nor_withdrawn()
    {
        var pending = Announce(10_00);
        _invoice.CanVoid().Text.Should().Be("A payment of USD 10.00 is still processing. Confirm or reverse it first.");
        _invoice.CanWithdraw().IsAllowed.Should().BeFalse();
        Reverse(pending);
        _invoice.CanVoid().IsAllowed.Should().BeTrue();

        _invoice.Pay(3_00);
        Announce(4_00);
        _invoice.CanVoid().Reasons.Select(reason => reason.Sentence).Should().Equal(
            "USD 3.00 was paid on this invoice. Refund it first.", "A payment of USD 4.00 is still processing. Confirm or reverse it first.");
    }

    [Theory]
    [InlineData(0, "Enter an amount above zero.")]
    [InlineData(-1, "Enter an amount above zero.")]
    [InlineData(1_000_000_000_000_001, "This amount is too large.")]
    public void It_needs_an_amount(long amount, string why)
    {
        Act(() => Announce(amount)).Should().Throw<RuleViolation>().WithMessage(why);
        Act(() => _invoice.Pay(amount)).Should().Throw<RuleViolation>().WithMessage(why);
        (_invoice.PendingMinor, _invoice.PaidMinor, _invoice.EntryCount).Should().Be((0, 0, 0));
    }

    [Fact]
    public void It_is_not_announced_on_a_draft() => FluentActions
        .Invoking(() => Cast.Draft(_site).RecordPendingPayment(Cast.Entry(1), PaymentMethod.Card, Cast.Today, Cast.Adam, Cast.Now))
        .Should().Throw<RuleViolation>().WithMessage("This invoice was not sent yet.");

    [Fact]
    public void Money_does_not_move_in_the_future_nor_long_before_the_invoice()
    {
        _invoice.Pay(20_00);
        var (payment, pending) = ((Payment)_invoice.Entries[0], Announce(5_00));
        Func<DateOnly, RuleCheck>[] questions =
        [
            date => _invoice.CanRecordPayment(Cast.Entry(1, date), Cast.Today),
            date => _invoice.CanConfirm(pending, date, Cast.Today),
            date => _invoice.CanRefund(payment, Cast.Entry(1, date), Cast.Today),
            date => _invoice.CanAdjust(Cast.Entry(1, date), Cast.Today),
            date => _invoice.CanReverse(payment, Cast.Entry(1, date), Cast.Today),
        ];
        foreach (var check in questions)
        {
            check(Cast.Today).Text.Should().BeEmpty();
            check(Cast.Today.AddDays(1)).Reasons.Should().Equal(new RuleReason("Choose today or a day before it.", nameof(EntryDetails.Date)));
            check(_invoice.IssueDate.AddYears(-1)).Text.Should().BeEmpty();
            check(_invoice.IssueDate.AddYears(-1).AddDays(-1)).Text.Should().Be("This day is more than a year before the invoice.");
        }
    }

    [Fact]
    public void Every_act_refuses_a_wrong_day_by_itself()
    {
        _invoice.Pay(20_00);
        var (payment, pending, tomorrow) = ((Payment)_invoice.Entries[0], Announce(5_00), Cast.Today.AddDays(1));
        Action[] acts =
        [
            () => _invoice.RecordPayment(Cast.Entry(1, tomorrow), PaymentMethod.Card, Cast.Today, Cast.Adam, Cast.Now),
            () => _invoice.RecordPendingPayment(Cast.Entry(1, tomorrow), PaymentMethod.Card, Cast.Today, Cast.Adam, Cast.Now),
            () => _invoice.ConfirmPayment(pending, Guid.CreateVersion7(), tomorrow, Cast.Today, Cast.Adam, Cast.Now),
            () => _invoice.Refund(payment, Cast.Entry(1, tomorrow), Cast.Today, Cast.Adam, Cast.Now),
            () => _invoice.Adjust(Cast.Entry(1, tomorrow), Cast.Today, Cast.Adam, Cast.Now),
            () => _invoice.Reverse(payment, Cast.Entry(1, tomorrow), Cast.Today, Cast.Adam, Cast.Now),
            () => _invoice.IssueCreditNote(Cast.CreditOf(1), Guid.CreateVersion7(), tomorrow, _site, Cast.Adam, Cast.Now),
        ];
        acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>().WithMessage("Choose today or a day before it."));
        _invoice.EntryCount.Should().Be(2);
    }

    private PendingPayment Announce(long amount) => _invoice.RecordPendingPayment(Cast.Entry(amount), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);

    private Payment Confirm(PendingPayment pending, DateOnly? date = null) =>
        _invoice.ConfirmPayment(pending, Guid.CreateVersion7(), date ?? Cast.Today, date ?? Cast.Today, Cast.Adam, Cast.Now);

    private Reversal Reverse(BalanceEntry entry) => _invoice.Reverse(entry, Cast.Entry(0), Cast.Today, Cast.Adam, Cast.Now);

    private static Action Act(Action act) => act;
}
