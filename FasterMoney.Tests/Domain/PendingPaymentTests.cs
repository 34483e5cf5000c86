using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class PendingPaymentTests
{
    private readonly Site site = Cast.Northwind();
    private readonly Invoice invoice;

    public PendingPaymentTests() => invoice = Cast.Sent(site);

    [Fact]
    public void The_balance_waits_for_a_payment_that_is_processing()
    {
        var pending = Announce(100_00);
        invoice.Should().BeEquivalentTo(new { PendingMinor = 100_00L, BalanceMinor = 100_00L, PaidMinor = 0L, Standing = Standing.Open, SettledOn = (DateOnly?)null });
        invoice.PaymentStateOn(Cast.Today).Should().Be(PaymentState.Unpaid);
        pending.EffectMinor.Should().Be(0);

        var payment = Confirm(pending, Cast.Today.AddDays(2));
        payment.Should().BeEquivalentTo(new { ConfirmsEntryId = pending.Id, AmountMinor = 100_00L, Method = PaymentMethod.Cheque, pending.PublicText, pending.PrivateNote });
        invoice.Should().BeEquivalentTo(new { PendingMinor = 0L, BalanceMinor = 0L, PaidMinor = 100_00L, Standing = Standing.Settled, SettledOn = (DateOnly?)Cast.Today.AddDays(2) });
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
        (invoice.PendingMinor, invoice.PaidMinor).Should().Be((0, 10_00));
    }

    [Fact]
    public void One_that_arrived_and_was_taken_back_does_not_come_back_as_processing()
    {
        var pending = Announce(10_00);
        Reverse(Confirm(pending));
        invoice.IsClosed(pending).Should().BeTrue();
        invoice.CanConfirm(pending).IsAllowed.Should().BeFalse();
        (invoice.PendingMinor, invoice.PaidMinor, invoice.BalanceMinor).Should().Be((0, 0, 100_00));
    }

    [Fact]
    public void An_invoice_with_one_is_not_voided_nor_withdrawn()
    {
        var pending = Announce(10_00);
        invoice.CanVoid().Text.Should().Be("A payment of USD 10.00 is still processing. Confirm or reverse it first.");
        invoice.CanWithdraw().IsAllowed.Should().BeFalse();
        Reverse(pending);
        invoice.CanVoid().IsAllowed.Should().BeTrue();

        invoice.Pay(3_00);
        Announce(4_00);
        invoice.CanVoid().Reasons.Select(reason => reason.Sentence).Should().Equal(
            "USD 3.00 was paid on this invoice. Refund it first.", "A payment of USD 4.00 is still processing. Confirm or reverse it first.");
    }

    [Theory]
    [InlineData(0, "Enter an amount above zero.")]
    [InlineData(-1, "Enter an amount above zero.")]
    [InlineData(1_000_000_000_000_001, "This amount is too large.")]
    public void It_needs_an_amount(long amount, string why)
    {
        Act(() => Announce(amount)).Should().Throw<RuleViolation>().WithMessage(why);
        Act(() => invoice.Pay(amount)).Should().Throw<RuleViolation>().WithMessage(why);
        (invoice.PendingMinor, invoice.PaidMinor, invoice.EntryCount).Should().Be((0, 0, 0));
    }

    [Fact]
    public void It_is_not_announced_on_a_draft() => FluentActions
        .Invoking(() => Cast.Draft(site).RecordPendingPayment(Cast.Entry(1), PaymentMethod.Card, Cast.Adam, Cast.Now))
        .Should().Throw<RuleViolation>().WithMessage("This invoice was not sent yet.");

    [Fact]
    public void Money_does_not_move_in_the_future_nor_long_before_the_invoice()
    {
        Check(Cast.Today).Should().BeEmpty();
        Check(Cast.Today.AddDays(1)).Should().Be("Choose today or a day before it.");
        Check(invoice.IssueDate.AddYears(-1)).Should().BeEmpty();
        Check(invoice.IssueDate.AddYears(-1).AddDays(-1)).Should().Be("This day is more than a year before the invoice.");

        string Check(DateOnly date) => Cast.Entry(1, date).CheckDate(invoice, Cast.Today).Text;
    }

    private PendingPayment Announce(long amount) => invoice.RecordPendingPayment(Cast.Entry(amount), PaymentMethod.Cheque, Cast.Adam, Cast.Now);

    private Payment Confirm(PendingPayment pending, DateOnly? date = null) =>
        invoice.ConfirmPayment(pending, Guid.CreateVersion7(), date ?? Cast.Today, Cast.Adam, Cast.Now);

    private Reversal Reverse(BalanceEntry entry) => invoice.Reverse(entry, Cast.Entry(0), Cast.Adam, Cast.Now);

    private static Action Act(Action act) => act;
}
