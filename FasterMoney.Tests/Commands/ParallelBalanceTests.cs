using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

public sealed class ParallelBalanceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_refund_the_same_payment_at_once_one_does(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var id = await stage.SentAsync(stage.Northwind);
        var balances = Balances(stage);
        var paid = await balances.RecordPaymentAsync(stage.Northwind.Admin, id, 2, Cast.Entry(100_00), PaymentMethod.Card, isProcessing: false);

        var refunds = Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryAsync(() =>
            balances.RefundAsync(stage.Northwind.Admin, id, 3, paid.EntryId, Cast.Entry(60_00)))));

        (await Task.WhenAll(refunds)).Count(refusal => refusal is null).Should().Be(1);
        (await stage.InvoiceAsync(id)).RefundedMinor.Should().Be(60_00);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_act_that_comes_many_times_at_once_is_recorded_once(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var id = await stage.SentAsync(stage.Northwind);
        var details = Cast.Entry(100_00);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Balances(stage).RecordPaymentAsync(stage.Northwind.Admin, id, 2, details, PaymentMethod.Card, isProcessing: false))));

        answers.Select(answer => answer.EntryId).Distinct().Should().ContainSingle();
        answers.Count(answer => !answer.WasRecordedBefore).Should().Be(1);
        (await stage.InvoiceAsync(id)).PaidMinor.Should().Be(100_00);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_many_do_at_once_every_bound_holds_and_every_sum_is_that_of_its_entries(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var testSite = stage.Northwind;
        Guid[] ids = [await stage.SentAsync(testSite), await stage.SentAsync(testSite), await stage.SentAsync(testSite), await stage.SentAsync(testSite), await stage.SentAsync(testSite)];

        var refusals = (await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(() => ActAsync(stage, testSite, ids, new Random(seed)))))).SelectMany(all => all).ToList();

        refusals.Where(refusal => refusal is not (ChangedByOthers or RuleViolation)).Should().BeEmpty();
        var invoices = new List<Invoice>();
        foreach (var id in ids)
            invoices.Add(await stage.InvoiceAsync(id));
        foreach (var invoice in invoices)
        {
            var entries = invoice.Entries.OrderBy(entry => entry.Sequence).ToList();
            entries.Select(entry => entry.Sequence).Should().Equal(Enumerable.Range(1, invoice.EntryCount));
            invoice.BalanceMinor.Should().Be(invoice.TotalMinor + entries.Sum(entry => entry.EffectMinor));
            invoice.RefundedMinor.Should().BeInRange(0, invoice.PaidMinor);
            invoice.CreditedMinor.Should().BeInRange(0, invoice.TotalMinor + Math.Max(invoice.AdjustedMinor, 0));
            entries.OfType<Payment>().Where(payment => invoice.RefundableMinor(payment) < 0).Should().BeEmpty();
        }

        var notes = invoices.SelectMany(invoice => invoice.Entries).OfType<CreditNote>().Select(note => note.Number).Order().ToList();
        notes.Should().Equal(Enumerable.Range(1, notes.Count).Select(number => $"CN-{number:D4}"));
        notes.Should().NotBeEmpty();
        (await stage.ReadAsync(db => db.BucketTotals.SumAsync(total => total.BalanceMinor))).Should().Be(invoices.Sum(invoice => invoice.BalanceMinor));
    }

    private static async Task<List<Exception>> ActAsync(Stage stage, TestSite testSite, Guid[] ids, Random random)
    {
        var refusals = new List<Exception>();
        for (var turn = 0; turn < 15; turn++)
        {
            var invoice = await stage.InvoiceAsync(ids[random.Next(ids.Length)]);
            var (balances, admin, version) = (Balances(stage), testSite.Admin, invoice.Version);
            var details = Cast.Entry(random.Next(1, 60_00));
            var one = invoice.Entries.Count == 0 ? Guid.Empty : invoice.Entries[random.Next(invoice.Entries.Count)].Id;
            var payment = invoice.Entries.OfType<Payment>().LastOrDefault()?.Id;
            var refusal = await TryAsync(() => random.Next(8) switch
            {
                0 or 1 => balances.RecordPaymentAsync(admin, invoice.Id, version, details, PaymentMethod.Cash, isProcessing: false),
                2 when payment is { } id => balances.RefundAsync(admin, invoice.Id, version, id, details),
                3 or 6 => balances.IssueCreditNoteAsync(admin, invoice.Id, version, new CreditNoteContent("As agreed", details.AmountMinor / 4, [], ""), details.CommandId),
                4 => balances.AdjustAsync(admin, invoice.Id, version, details with { AmountMinor = details.AmountMinor - 30_00 }),
                5 when one != Guid.Empty => balances.ReverseAsync(admin, invoice.Id, version, one, details),
                _ => balances.RecordPaymentAsync(admin, invoice.Id, version, details, PaymentMethod.Cheque, isProcessing: true),
            });
            if (refusal is not null)
                refusals.Add(refusal);
        }

        return refusals;
    }

    private static async Task<Exception?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Exception refusal)
        {
            return refusal;
        }
    }

    private static BalanceCommands Balances(Stage stage) => stage.Services.GetRequiredService<BalanceCommands>();
}
