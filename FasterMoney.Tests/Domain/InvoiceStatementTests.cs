using CsCheck;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Statements;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class InvoiceStatementTests
{
    private readonly Invoice _invoice = Cast.Sent(Cast.Northwind());

    [Theory]
    [InlineData(100, 0, 0, 0, 0, 0, InvoiceStatus.Unpaid)]
    [InlineData(100, 0, 0, 0, 0, 1, InvoiceStatus.Overdue)]
    [InlineData(100, 0, 0, 40, 0, 0, InvoiceStatus.PartiallyPaid)]
    [InlineData(100, 0, 0, 40, 0, 1, InvoiceStatus.Overdue)]
    [InlineData(100, 0, 0, 40, 40, 0, InvoiceStatus.Unpaid)]
    [InlineData(100, 0, 0, 100, 0, 1, InvoiceStatus.Paid)]
    [InlineData(100, 0, 100, 0, 0, 1, InvoiceStatus.Paid)]
    [InlineData(100, -100, 0, 0, 0, 1, InvoiceStatus.Paid)]
    [InlineData(100, 0, 100, 100, 100, 1, InvoiceStatus.Refunded)]
    [InlineData(100, 0, 50, 100, 50, 1, InvoiceStatus.Paid)]
    [InlineData(100, 0, 0, 101, 0, 1, InvoiceStatus.InCredit)]
    public void The_status_follows_from_the_sums_and_the_day(
        long total, long adjusted, long credited, long paid, long refunded, int daysAfterDue, InvoiceStatus expected) =>
        new InvoiceStatement(new StatementFacts
        {
            Currency = Currency.Of("USD"),
            SendState = SendState.Sent,
            DueDate = Cast.Today,
            Today = Cast.Today.AddDays(daysAfterDue),
            Balance = new Balance(total, adjusted, credited, paid, refunded),
        }).Status.Should().Be(expected);

    [Fact]
    public void A_draft_and_a_void_invoice_are_what_their_send_state_says()
    {
        var draft = InvoiceStatement.Of(Cast.Draft(Cast.Northwind()), Cast.Today.AddDays(99));
        (draft.Status, draft.IsOwed, draft.BalanceDue.Minor).Should().Be((InvoiceStatus.Draft, false, 100_00));

        _invoice.Void("Ordered twice", Cast.Northwind(), Cast.Adam, Cast.Now);
        var cancelled = Statement();
        (cancelled.Status, cancelled.IsOwed, cancelled.BalanceDue.Minor).Should().Be((InvoiceStatus.Void, false, 0));
        cancelled.PublicEntries.Should().Equal(new StatementEntry(1, EntryKind.Cancellation, Cast.Today, Usd(-100_00), Usd(-100_00), Usd(0)));
    }

    [Fact]
    public void What_is_below_zero_is_credit_and_never_an_amount_due()
    {
        _invoice.Pay(120_00);
        var statement = Statement();
        (statement.BalanceDue, statement.Credit, statement.Balance, statement.IsOwed).Should().Be((Usd(0), Usd(20_00), Usd(-20_00), false));
        BalanceText.Of(statement.Balance, System.Globalization.CultureInfo.GetCultureInfo("en-US")).Should().Be("$20.00 credit");
    }

    [Fact]
    public void The_entries_lead_from_the_total_to_the_balance_in_the_order_of_recording()
    {
        _invoice.Pay(70_00, Cast.Today.AddDays(9));
        _invoice.Adjust(-10_00);
        _invoice.Refund(5_00);
        _invoice.Credit(25_00);
        StatementEntry.Run(_invoice.Total, InvoiceStatement.Recorded(_invoice.Entries.Reverse())).Select(entry => (entry.Kind, entry.Effect.Minor, entry.Balance.Minor)).Should().Equal(
            (EntryKind.Payment, -70_00, 30_00), (EntryKind.Adjustment, -10_00, 20_00), (EntryKind.Refund, 5_00, 25_00), (EntryKind.CreditNote, -25_00, 0));
    }

    [Fact]
    public void Each_entry_says_what_has_become_of_it()
    {
        var pending = _invoice.RecordPendingPayment(Cast.Entry(10_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
        var bounced = _invoice.RecordPendingPayment(Cast.Entry(20_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
        _invoice.RecordPendingPayment(Cast.Entry(30_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
        _invoice.ConfirmPayment(pending, Guid.CreateVersion7(), Cast.Today, Cast.Today, Cast.Adam, Cast.Now);
        Reverse(bounced, Cast.Now);

        var statement = Statement();
        statement.Entries.Select(entry => entry.Mark).Should().Equal(EntryMark.Arrived, EntryMark.Reversed, EntryMark.Processing, EntryMark.None, EntryMark.None);
        statement.Entries[4].Reversed.Should().BeSameAs(statement.Entries[1]);
        statement.PublicEntries.Select(entry => entry.Kind).Should().Equal(EntryKind.Payment);
        statement.Processing.Should().Be(Usd(30_00));
    }

    [Fact]
    public void A_proposed_entry_is_the_one_that_is_then_recorded()
    {
        _invoice.Pay(30_00);
        var payment = _invoice.Entries[0];
        var proposed = Statement().ProposedReversal(payment, Cast.Today, "As agreed");
        Reverse(payment, Cast.Now);
        proposed.Should().Be(Statement().Entries[^1] with { Reversed = null });

        proposed = Statement().Proposed(EntryKind.CreditNote, Cast.Today, 5_00, "As agreed", "CN-0001");
        proposed.Note.Should().Be("CN-0001 · As agreed");
        _invoice.Credit(5_00);
        proposed.Should().Be(Statement().Entries[^1]);
    }

    public static TheoryData<EntryKind, bool, bool> Corrections => new()
    {
        { EntryKind.Payment, false, true },
        { EntryKind.PendingPayment, false, false },
        { EntryKind.Refund, true, true },
        { EntryKind.CreditNote, true, true },
        { EntryKind.Adjustment, true, true },
    };

    [Theory, MemberData(nameof(Corrections))]
    public void An_entry_and_its_reversal_correct_what_was_opened_before_and_not_what_was_opened_later(EntryKind kind, bool corrects, bool reversalCorrects)
    {
        DateTime opened = Cast.Now.AddHours(1), recorded = opened.AddHours(1), between = recorded.AddHours(1), reversed = between.AddHours(1), after = reversed.AddHours(1);
        _invoice.Pay(50_00);
        var entry = Record(kind, recorded);

        (CorrectedAt(opened) is not null).Should().Be(corrects);
        Statement().HasCorrections.Should().Be(corrects);
        CorrectedAt(between).Should().BeNull("it was there when the page was opened");
        CorrectedAt(null).Should().BeNull("nobody had opened the page");

        Reverse(entry, reversed);
        Statement().HasCorrections.Should().Be(reversalCorrects);
        (CorrectedAt(opened)?.At, CorrectedAt(between)?.At).Should().Be(reversalCorrects ? (reversed, reversed) : (null, null));
        CorrectedAt(after).Should().BeNull();
        if (!reversalCorrects)
            return;

        // Both in one look cancel out; a payment was expected, and its reversal is not.
        CorrectedAt(opened)!.Effect.Minor.Should().Be(kind == EntryKind.Payment ? 5_00 : 0);
        CorrectedAt(between)!.Effect.Minor.Should().Be(-entry.EffectMinor);
    }

    [Fact]
    public void The_correction_since_the_first_opening_is_said_with_its_moment_and_in_whose_favour()
    {
        var statement = new InvoiceStatement(Facts(_invoice) with
        {
            FirstOpened = Cast.Now,
            Entries =
            [
                new EntryFacts(EntryKind.CreditNote, Cast.Today, 50_00, "CN-0001", "Rain", Cast.Now.AddDays(-1)),
                new EntryFacts(EntryKind.Adjustment, Cast.Today, -7_00, null, "Goodwill", Cast.Now.AddDays(1)),
                new EntryFacts(EntryKind.Adjustment, Cast.Today, 2_00, null, "Delivery", Cast.Now.AddDays(2)),
            ],
        });
        statement.Corrected.Should().Be(new Correction(Cast.Now.AddDays(2), Usd(-5_00)));
    }

    [Fact]
    public void Without_the_entries_nothing_is_said_of_them()
    {
        var statement = new InvoiceStatement(Facts(_invoice) with { Entries = null });
        statement.Status.Should().Be(InvoiceStatus.Unpaid);
        foreach (var ask in new Func<object?>[] { () => statement.Entries, () => statement.HasCorrections, () => statement.Corrected })
            ask.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Whatever_happens_its_figures_are_the_invoices_own_and_flat_rows_say_the_same() =>
        Gen.Select(RandomAct.Bills, RandomAct.Sequence(25), Gen.Int[-40, 40]).Sample((bill, acts, days) =>
        {
            var site = Cast.Northwind(bill.CurrencyCode);
            var invoice = new Invoice(site, Cast.Ada(site), bill, Cast.Adam, Cast.Now);
            invoice.Send(SentHow.Email, site, Cast.Adam, Cast.Now);
            foreach (var act in acts)
            {
                try
                {
                    act.Do(invoice, site);
                }
                catch (RuleViolation)
                {
                    // Refused acts are the concern of other tests.
                }
            }

            var today = Cast.Today.AddDays(days);
            var statement = InvoiceStatement.Of(invoice, today);
            statement.Balance.Should().Be(invoice.BalanceDue);
            (statement.BalanceDue - statement.Credit).Should().Be(invoice.BalanceDue);
            (statement.Amount + statement.Adjustments - statement.Credits - statement.Paid).Minor.Should().Be(invoice.Balance.DueMinor);
            var sums = statement.Entries.ToLookup(entry => entry.Reversed?.Kind ?? entry.Kind, entry => entry.Effect.Minor);
            new Balance(invoice.TotalMinor, sums[EntryKind.Adjustment].Sum(), -sums[EntryKind.CreditNote].Sum(), -sums[EntryKind.Payment].Sum(), sums[EntryKind.Refund].Sum())
                .Should().Be(invoice.Balance);
            (statement.Entries is [.., var last] ? last.Balance : statement.Amount).Minor.Should().Be(invoice.Balance.DueMinor);
            (statement.PublicEntries is [.., var end] ? end.Balance : statement.Amount).Should().Be(invoice.BalanceDue, "the customer's history ends in the balance");
            statement.Entries.Where(entry => entry.Mark == EntryMark.Processing).Sum(entry => entry.Amount.Minor).Should().Be(invoice.PendingMinor);

            var flat = new InvoiceStatement(Facts(invoice) with { Today = today });
            Said(flat).Should().Be(Said(statement));
            flat.Entries.Should().Equal(statement.Entries);
            flat.PublicEntries.Should().Equal(statement.PublicEntries);
            var bare = new InvoiceStatement(Facts(invoice) with
            {
                Today = today, Entries = [.. Facts(invoice).Entries!.Select(entry => entry with { Id = default, ReversedEntryId = null, ConfirmsEntryId = null })],
            });
            bare.PublicEntries.Should().Equal(statement.PublicEntries.Select(entry => entry with { Mark = EntryMark.None, Reversed = null }), "the customer's page reads no ids");
        }, iter: 100, threads: 1);

    private static object Said(InvoiceStatement of) => (
        of.Status, of.DueDate, of.DaysLeft, of.IsOwed, of.IsPartlyPaid, of.PaidOn, of.HasCorrections,
        of.Amount, of.Adjustments, of.Credits, of.Paid, of.Refunded, of.Processing, of.Balance, of.BalanceDue, of.Credit);

    // As a row of the database fills them.
    private static StatementFacts Facts(Invoice invoice) => new()
    {
        Currency = Currency.Of(invoice.CurrencyCode),
        SendState = invoice.SendState,
        DueDate = invoice.DueDate,
        SettledOn = invoice.SettledOn,
        VoidedOn = invoice.VoidedOn,
        Balance = new Balance(invoice.TotalMinor, invoice.AdjustedMinor, invoice.CreditedMinor, invoice.PaidMinor, invoice.RefundedMinor),
        PendingMinor = invoice.PendingMinor,
        Today = Cast.Today,
        Entries =
        [
            .. invoice.Entries.Select(entry => new EntryFacts(
                Enum.Parse<EntryKind>(entry.GetType().Name), entry.Date, entry.AmountMinor, entry is CreditNote note ? note.Number : null, entry.PublicText, entry.RecordedAt,
                entry.Id, (entry as Reversal)?.ReversedEntryId, (entry as Payment)?.ConfirmsEntryId)),
        ],
    };

    private InvoiceStatement Statement() => InvoiceStatement.Of(_invoice, Cast.Today);

    private Correction? CorrectedAt(DateTime? opened) => new InvoiceStatement(Facts(_invoice) with { FirstOpened = opened }).Corrected;

    private BalanceEntry Record(EntryKind kind, DateTime at) => kind switch
    {
        EntryKind.Payment => _invoice.RecordPayment(Cast.Entry(5_00), PaymentMethod.Card, Cast.Today, Cast.Adam, at),
        EntryKind.PendingPayment => _invoice.RecordPendingPayment(Cast.Entry(5_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, at),
        EntryKind.Refund => _invoice.Refund(_invoice.Entries.OfType<Payment>().First(), Cast.Entry(5_00), Cast.Today, Cast.Adam, at),
        EntryKind.CreditNote => _invoice.IssueCreditNote(Cast.CreditOf(5_00), Guid.CreateVersion7(), Cast.Today, Cast.Northwind(), Cast.Adam, at),
        _ => _invoice.Adjust(Cast.Entry(5_00), Cast.Today, Cast.Adam, at),
    };

    private void Reverse(BalanceEntry entry, DateTime at) => _invoice.Reverse(entry, Cast.Entry(0), Cast.Today, Cast.Adam, at);

    private static Money Usd(long minor) => new(minor, Currency.Of("USD"));
}
