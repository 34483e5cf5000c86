using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Commands;

public sealed class BalanceCommandsTests
{
    /// <summary>Each act, on an invoice whose second entry is a payment and whose third is processing.</summary>
    private static readonly (string Name, Func<Stage, Invoice, long, Guid, Task<Recorded>> Do)[] Acts =
    [
        ("RecordPayment", (stage, invoice, version, command) =>
            stage.Balances.RecordPaymentAsync(stage.Northwind.Admin, invoice.Id, version, Cast.Entry(1_00) with { CommandId = command }, PaymentMethod.Cash, isProcessing: false)),
        ("RecordProcessing", (stage, invoice, version, command) =>
            stage.Balances.RecordPaymentAsync(stage.Northwind.Admin, invoice.Id, version, Cast.Entry(1_00) with { CommandId = command }, PaymentMethod.Cheque, isProcessing: true)),
        ("Confirm", (stage, invoice, version, command) =>
            stage.Balances.ConfirmPaymentAsync(stage.Northwind.Admin, invoice.Id, version, Entry<PendingPayment>(invoice), command, Cast.Today)),
        ("Refund", (stage, invoice, version, command) =>
            stage.Balances.RefundAsync(stage.Northwind.Admin, invoice.Id, version, Entry<Payment>(invoice), Cast.Entry(1_00) with { CommandId = command })),
        ("Adjust", (stage, invoice, version, command) =>
            stage.Balances.AdjustAsync(stage.Northwind.Admin, invoice.Id, version, Cast.Entry(-1_00) with { CommandId = command })),
        ("Reverse", (stage, invoice, version, command) =>
            stage.Balances.ReverseAsync(stage.Northwind.Admin, invoice.Id, version, Entry<Adjustment>(invoice), Cast.Entry(0) with { CommandId = command })),
        ("IssueCreditNote", (stage, invoice, version, command) =>
            stage.Balances.IssueCreditNoteAsync(stage.Northwind.Admin, invoice.Id, version, Cast.CreditOf(1_00), command)),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_act_is_recorded_once_however_often_it_is_sent(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        foreach (var (name, act) in Acts)
        {
            var invoice = await WithEntriesAsync(stage);
            var command = Guid.CreateVersion7();
            var first = await act(stage, invoice, invoice.Version, command);
            first.WasRecordedBefore.Should().BeFalse(name);

            // A retry says the version that it was decided on, or one that a reloaded dialog has.
            (await act(stage, invoice, invoice.Version, command)).Should().Be(new Recorded(first.EntryId, WasRecordedBefore: true), name);
            (await act(stage, invoice, invoice.Version + 1, command)).Should().Be(new Recorded(first.EntryId, WasRecordedBefore: true), name);
            var after = await stage.InvoiceAsync(invoice.Id);
            (after.EntryCount, after.Version).Should().Be((invoice.EntryCount + 1, invoice.Version + 1), name);
            after.Entries.Should().HaveCount(after.EntryCount);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_act_from_many_tabs_at_once_is_recorded_once(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        foreach (var (name, act) in Acts)
        {
            var invoice = await WithEntriesAsync(stage);
            var command = Guid.CreateVersion7();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => act(stage, invoice, invoice.Version, command))));
            answers.Select(answer => answer.EntryId).Distinct().Should().ContainSingle(name);
            answers.Should().ContainSingle(answer => !answer.WasRecordedBefore, name);
            (await stage.InvoiceAsync(invoice.Id)).EntryCount.Should().Be(invoice.EntryCount + 1, name);
        }

        (await stage.ReadAsync(db => db.Sites.Where(site => site.Id == stage.Northwind.SiteId).Select(site => site.NextCreditNoteNumber).SingleAsync())).Should().Be(2, "an act that was recorded before takes no number");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_record_the_full_payment_at_once_one_is_told(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        for (var round = 0; round < 5; round++)
        {
            var id = await stage.SentAsync(stage.Northwind);
            var answers = await Task.WhenAll(new[] { stage.Northwind.Admin, stage.Northwind.Owner }.Select(who => Task.Run(async () =>
            {
                try
                {
                    await stage.Balances.RecordPaymentAsync(who, id, 2, Cast.Entry(100_00), PaymentMethod.BankTransfer, isProcessing: false);
                    return "recorded";
                }
                catch (ChangedByOthers)
                {
                    return "told";
                }
            })));
            answers.Should().BeEquivalentTo("recorded", "told");
            var invoice = await stage.InvoiceAsync(id);
            (invoice.BalanceMinor, invoice.EntryCount, invoice.Version).Should().Be((0, 1, 3));

            // There really was a second payment: it is recorded on the balance that its admin has seen by now.
            await stage.Balances.RecordPaymentAsync(stage.Northwind.Owner, id, 3, Cast.Entry(100_00), PaymentMethod.BankTransfer, isProcessing: false);
            (await stage.InvoiceAsync(id)).BalanceMinor.Should().Be(-100_00);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_decided_on_an_older_balance_is_not_recorded(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var invoice = await WithEntriesAsync(stage);
        var before = await RowsAsync(stage);
        foreach (var (name, act) in Acts)
            await FluentActions.Awaiting(() => act(stage, invoice, invoice.Version - 1, Guid.CreateVersion7())).Should().ThrowAsync<ChangedByOthers>(name);
        (await RowsAsync(stage)).Should().Equal(before);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_entry_is_looked_for_on_its_own_invoice_and_of_its_own_kind(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (invoice, other) = (await WithEntriesAsync(stage), await WithEntriesAsync(stage));
        var (who, money) = (stage.Northwind.Admin, stage.Balances);
        Func<Task>[] acts =
        [
            () => money.RefundAsync(who, invoice.Id, invoice.Version, Entry<Payment>(other), Cast.Entry(1)),
            () => money.ReverseAsync(who, invoice.Id, invoice.Version, Entry<Payment>(other), Cast.Entry(0)),
            () => money.ConfirmPaymentAsync(who, invoice.Id, invoice.Version, Entry<PendingPayment>(other), Guid.CreateVersion7(), Cast.Today),
            () => money.RefundAsync(who, invoice.Id, invoice.Version, Entry<PendingPayment>(invoice), Cast.Entry(1)),
            () => money.ConfirmPaymentAsync(who, invoice.Id, invoice.Version, Entry<Payment>(invoice), Guid.CreateVersion7(), Cast.Today),
            () => money.ReverseAsync(who, invoice.Id, invoice.Version, Guid.CreateVersion7(), Cast.Entry(0)),
        ];
        var before = await RowsAsync(stage);
        foreach (var act in acts)
            await act.Should().ThrowAsync<NotFoundOnSite>();
        (await RowsAsync(stage)).Should().Equal(before);
    }

    [Fact]
    public async Task A_command_id_of_another_invoice_records_nothing()
    {
        await using var stage = await Stage.OnAsync();
        var (first, second) = (await stage.SentAsync(stage.Northwind), await stage.SentAsync(stage.Northwind));
        var details = Cast.Entry(1_00);
        await stage.Balances.AdjustAsync(stage.Northwind.Admin, first, 2, details);
        await FluentActions.Awaiting(() => stage.Balances.AdjustAsync(stage.Northwind.Admin, second, 2, details)).Should().ThrowAsync<ChangedByOthers>();
        (await stage.InvoiceAsync(second)).BalanceMinor.Should().Be(100_00);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Credit_notes_issued_at_once_are_numbered_without_gap_or_double(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var ids = new List<Guid>();
        for (var count = 0; count < 12; count++)
            ids.Add(await stage.SentAsync(stage.Northwind));

        // Each is issued twice at once on one version, and some are refused after the site was locked.
        var issues = ids.Concat(ids).Select(id => (id, 1_00L)).Concat(ids.Take(4).Select(id => (id, 100_01L)))
            .Select(each => Task.Run(async () =>
            {
                try
                {
                    await stage.Balances.IssueCreditNoteAsync(stage.Northwind.Admin, each.id, 2, Cast.CreditOf(each.Item2), Guid.CreateVersion7());
                    return true;
                }
                catch (Exception refusal) when (refusal is ChangedByOthers or RuleViolation)
                {
                    return false;
                }
            }));
        (await Task.WhenAll(issues)).Count(issued => issued).Should().Be(12);

        var notes = await stage.ReadAsync(db => db.BalanceEntries.OfType<CreditNote>().OrderBy(note => note.NumberSequence).ToListAsync());
        notes.Select(note => (note.NumberSequence, note.Number)).Should().Equal(Enumerable.Range(1, 12).Select(number => ((long)number, $"CN-{number:D4}")));
        notes.Select(note => note.InvoiceId).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Days_in_the_future_are_refused_in_the_sites_time_zone()
    {
        await using var stage = await Stage.OnAsync();
        // Three in the morning in UTC is still the day before in New York.
        stage.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 3, 0, 0, TimeSpan.Zero));
        var invoice = await WithEntriesAsync(stage);
        var (who, money, tomorrow) = (stage.Northwind.Admin, stage.Balances, Cast.Entry(1, Cast.Today.AddDays(1)));
        Func<Task>[] acts =
        [
            () => money.RecordPaymentAsync(who, invoice.Id, invoice.Version, tomorrow, PaymentMethod.Cash, false),
            () => money.RecordPaymentAsync(who, invoice.Id, invoice.Version, tomorrow, PaymentMethod.Cash, true),
            () => money.ConfirmPaymentAsync(who, invoice.Id, invoice.Version, Entry<PendingPayment>(invoice), Guid.CreateVersion7(), tomorrow.Date),
            () => money.RefundAsync(who, invoice.Id, invoice.Version, Entry<Payment>(invoice), tomorrow),
            () => money.AdjustAsync(who, invoice.Id, invoice.Version, tomorrow),
            () => money.ReverseAsync(who, invoice.Id, invoice.Version, Entry<Payment>(invoice), tomorrow),
        ];
        foreach (var act in acts)
            (await act.Should().ThrowAsync<RuleViolation>()).Which.Reasons.Should().ContainSingle().Which.Field.Should().Be("Date");

        await money.IssueCreditNoteAsync(who, invoice.Id, invoice.Version, Cast.CreditOf(1), Guid.CreateVersion7());
        (await stage.InvoiceAsync(invoice.Id)).Entries.OfType<CreditNote>().Single().Date.Should().Be(Cast.Today);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_of_a_credit_note_is_kept_once_until_it_is_issued(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (who, money) = (stage.Northwind.Admin, stage.Balances);
        var id = await stage.SentAsync(stage.Northwind);
        await money.SaveCreditNoteDraftAsync(who, id, new CreditNoteContent("", null, []));
        await money.SaveCreditNoteDraftAsync(who, id, Cast.CreditOf(101_00), draftVersion: 1);
        (await stage.ReadAsync(db => db.CreditNoteDrafts.SingleAsync())).Should().BeEquivalentTo(new { Content = Cast.CreditOf(101_00), Version = 2L, WrittenBy = "Adam Admin" });

        await FluentActions.Awaiting(() => money.IssueCreditNoteAsync(who, id, 2, Cast.CreditOf(101_00), Guid.CreateVersion7(), draftVersion: 2)).Should().ThrowAsync<RuleViolation>();
        (await stage.ReadAsync(db => db.CreditNoteDrafts.CountAsync())).Should().Be(1, "what was refused is still being written");
        await money.IssueCreditNoteAsync(who, id, 2, Cast.CreditOf(100_00), Guid.CreateVersion7(), draftVersion: 2);
        (await stage.ReadAsync(db => db.CreditNoteDrafts.CountAsync())).Should().Be(0);

        await money.SaveCreditNoteDraftAsync(who, id, Cast.CreditOf(1));
        await money.DiscardCreditNoteDraftAsync(who, id);
        await money.DiscardCreditNoteDraftAsync(who, id);
        (await stage.ReadAsync(db => db.CreditNoteDrafts.CountAsync())).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_people_who_write_one_draft_of_a_credit_note_the_second_is_told(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (first, second, money) = (stage.Northwind.Admin, stage.Northwind.Owner, stage.Balances);
        var id = await stage.SentAsync(stage.Northwind);
        await money.SaveCreditNoteDraftAsync(first, id, Cast.CreditOf(10_00));
        Func<Task>[] late = [
            () => money.SaveCreditNoteDraftAsync(second, id, Cast.CreditOf(20_00)),
            () => money.SaveCreditNoteDraftAsync(second, id, Cast.CreditOf(20_00), draftVersion: 7),
            () => money.IssueCreditNoteAsync(second, id, 2, Cast.CreditOf(20_00), Guid.CreateVersion7()),
        ];
        foreach (var act in late)
            await act.Should().ThrowAsync<ChangedByOthers>();

        (await stage.ReadAsync(db => db.CreditNoteDrafts.SingleAsync())).Content.SumMinor.Should().Be(10_00);
        (await stage.InvoiceAsync(id)).EntryCount.Should().Be(0);
        await money.SaveCreditNoteDraftAsync(second, id, Cast.CreditOf(20_00), draftVersion: 1);
    }

    /// <summary>100.00 less an adjustment of 5.00 and a payment of 20.00, with 10.00 on its way.</summary>
    private static async Task<Invoice> WithEntriesAsync(Stage stage)
    {
        var id = await stage.SentAsync(stage.Northwind);
        await stage.ChangeAsync(id, invoice =>
        {
            invoice.Adjust(-5_00);
            invoice.Pay(20_00);
            invoice.RecordPendingPayment(Cast.Entry(10_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
        });
        return await stage.InvoiceAsync(id);
    }

    private static Guid Entry<T>(Invoice invoice)
        where T : BalanceEntry => invoice.Entries.OfType<T>().First().Id;

    private static async Task<List<string>> RowsAsync(Stage stage) => [.. (await stage.ReadAsync(db => db.BalanceEntries.OrderBy(entry => entry.Id).ToListAsync())).Select(entry => $"{entry.Id} {entry.Sequence} {entry.EffectMinor}")];
}
