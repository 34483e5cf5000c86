using CsCheck;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class BalanceTests
{
    private readonly Site _site = Cast.Northwind();

    [Fact]
    public void A_payment_lowers_the_balance_and_more_than_it_is_credit()
    {
        var invoice = Cast.Sent(_site);
        invoice.Pay(40_00);
        invoice.BalanceMinor.Should().Be(60_00);
        invoice.Pay(80_00);
        invoice.BalanceMinor.Should().Be(-20_00);
        InvoiceStatement.Of(invoice, Cast.Today).Status.Should().Be(InvoiceStatus.InCredit);
        invoice.Bucket.Should().Be(InvoiceBucket.Settled);
        invoice.Entries.Select(entry => entry.Sequence).Should().Equal(1, 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_moves_without_an_amount_above_zero(long amount)
    {
        var invoice = Cast.Sent(_site);
        invoice.Pay(10_00);
        Action[] acts = [() => invoice.Pay(amount), () => invoice.Refund(amount), () => invoice.Credit(amount)];
        acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>().WithMessage("Enter an amount above zero."));
        invoice.EntryCount.Should().Be(1);
    }

    [Fact]
    public void Refund_is_refused_beyond_what_was_paid_with_the_figure()
    {
        var invoice = Cast.Sent(_site);
        invoice.Pay(50_00);
        invoice.Refund(20_00);
        Act(() => invoice.Refund(30_01)).Should().Throw<RuleViolation>().WithMessage("At most USD 30.00 can be refunded*");
        invoice.Refund(30_00);
        Act(() => invoice.Refund(1)).Should().Throw<RuleViolation>().WithMessage("Nothing of this payment is left to refund.");
    }

    [Fact]
    public void A_credit_note_is_refused_beyond_what_was_billed_with_the_figure()
    {
        var invoice = Cast.Sent(_site);
        invoice.Adjust(10_00);
        invoice.Credit(60_00);
        Act(() => invoice.Credit(50_01)).Should().Throw<RuleViolation>().WithMessage("At most USD 50.00 can be credited*");
        invoice.Credit(50_00);
        Act(() => invoice.Credit(1)).Should().Throw<RuleViolation>().WithMessage("All that was billed was credited already.");
        Act(() => invoice.Adjust(-1)).Should().Throw<RuleViolation>().WithMessage("USD 110.00 was credited, and only USD 109.99 would stay billed.*", "what was credited is not taken back a second time");
    }

    [Fact]
    public void An_adjustment_goes_up_or_down_and_not_nowhere()
    {
        var invoice = Cast.Sent(_site);
        invoice.Adjust(-5_00);
        invoice.Adjust(2_00);
        invoice.BalanceMinor.Should().Be(97_00);
        Act(() => invoice.Adjust(0)).Should().Throw<RuleViolation>().WithMessage("Enter an amount other than zero.");
    }

    [Fact]
    public void Corrections_need_a_reason_that_customers_read()
    {
        var invoice = Cast.Sent(_site);
        invoice.CanCredit(new CreditNoteContent(" ", 1, [])).Reasons.Should().ContainSingle().Which.Field.Should().Be("Reason");
        invoice.CanCredit(new CreditNoteContent(new string('x', 501), 1, [])).Reasons.Should().ContainSingle("a reason is said once");
        Action[] without = [() => invoice.Adjust(Cast.Entry(1, publicText: ""), Cast.Today, Cast.Adam, Cast.Now)];
        without.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>().Which.Reasons.Should().ContainSingle().Which.Field.Should().Be("PublicText"));
        Action[] tooLong = [() => invoice.Adjust(Cast.Entry(1, publicText: new string('x', 501)), Cast.Today, Cast.Adam, Cast.Now)];
        tooLong.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>().Which.Reasons.Should().ContainSingle("a reason is said once"));
        invoice.RecordPayment(Cast.Entry(1, publicText: ""), PaymentMethod.Cash, Cast.Today, Cast.Adam, Cast.Now).PublicText.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_recorded_on_a_draft()
    {
        var draft = Cast.Draft(_site);
        Action[] acts = [() => draft.Pay(1), () => draft.Credit(1), () => draft.Adjust(1)];
        acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>().WithMessage("This invoice was not sent yet.*"));
    }

    [Fact]
    public void It_is_settled_on_the_day_of_the_entry_that_settled_it_and_open_again_after_a_refund()
    {
        var invoice = Cast.Sent(_site);
        invoice.Pay(60_00, Cast.Today.AddDays(1));
        invoice.SettledOn.Should().BeNull();
        invoice.Pay(40_00, Cast.Today.AddDays(3));
        invoice.Pay(1, Cast.Today.AddDays(5));
        invoice.SettledOn.Should().Be(Cast.Today.AddDays(3), "a later payment does not settle it again");
        invoice.Refund(2);
        invoice.SettledOn.Should().BeNull();
        invoice.Bucket.Should().Be(InvoiceBucket.Open);
        invoice.Pay(1, Cast.Today.AddDays(8));
        invoice.SettledOn.Should().Be(Cast.Today.AddDays(8));
    }

    [Fact]
    public void Whatever_happens_the_balance_is_the_sum_of_what_happened() =>
        Gen.Select(Gen.OneOf("USD", "JPY", "KWD"), Gen.Long[1, 1_000_000], Gen.Select(Gen.Int[0, 3], Gen.Long[-200, 500_000]).List[0, 30])
            .Sample((currency, price, acts) =>
            {
                var invoice = Cast.Sent(Cast.Northwind(currency), Cast.Line(price, tax: 8.875m));
                var expected = invoice.TotalMinor;
                foreach (var (kind, amount) in acts)
                {
                    var (before, count) = (invoice.BalanceMinor, invoice.EntryCount);
                    try
                    {
                        Do(invoice, kind, amount);
                        expected += kind is 0 or 2 ? -amount : amount;
                    }
                    catch (RuleViolation)
                    {
                        if (invoice.BalanceMinor != before || invoice.EntryCount != count)
                            return false;
                    }
                }

                var history = InvoiceStatement.Of(invoice, Cast.Today).Entries;
                return invoice.BalanceMinor == expected
                    && invoice.Balance.DueMinor == expected
                    && (history.Count == 0 || history[^1].Balance.Minor == expected)
                    && invoice.Balance.NetPaidMinor >= 0
                    && invoice.Bucket == (expected > 0 ? InvoiceBucket.Open : InvoiceBucket.Settled)
                    && invoice.SettledOn is not null == expected <= 0
                    && invoice.Version == 2 + invoice.EntryCount;
            });

    [Fact]
    public void What_no_bill_comes_to_is_refused_before_it_could_overflow()
    {
        var invoice = Cast.Sent(_site);
        invoice.Pay(1_000_000_000_000_000);
        foreach (var tooMuch in new[] { 1_000_000_000_000_001, long.MaxValue })
        {
            Action[] acts = [() => invoice.Pay(tooMuch), () => invoice.Adjust(tooMuch), () => invoice.Adjust(-tooMuch)];
            acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>().WithMessage("This amount is too large."));
        }

        Invoice.CanSave(Cast.Content(lines: [Cast.Line(1_000_000_000_000, 1000), Cast.Line(1)])).Text.Should().Be("The total is too large.");
        Invoice.CanSave(Cast.Content(lines: Cast.Line(1_000_000_000_000, 1000))).IsAllowed.Should().BeTrue();
    }

    private static void Do(Invoice invoice, int kind, long amount)
    {
        Action<long> act = kind switch { 0 => amount => invoice.Pay(amount), 1 => invoice.Refund, 2 => amount => invoice.Credit(amount), _ => invoice.Adjust };
        act(amount);
    }

    private static Action Act(Action act) => act;
}
