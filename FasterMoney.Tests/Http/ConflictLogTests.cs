using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Http;

/// <summary>Two people at one thing are everyday life, and no fault of the application.</summary>
public sealed class ConflictLogTests
{
    [Fact]
    public async Task A_conflict_between_two_people_is_one_line_without_a_stack()
    {
        await using var app = new FasterMoneyApp { Clock = Stage.NewClock(), Logs = new CapturedLogs() };
        await using var stage = await Stage.InAsync(app);
        var id = await stage.SentAsync(stage.Northwind);
        app.Logs!.Lines.Clear();

        var acts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n => await Record(() => stage.Balances.RecordPaymentAsync(
            stage.Northwind.Admin, id, 2, Cast.Entry(1_00 + n), PaymentMethod.Cash, isProcessing: false))));

        acts.Where(refusal => refusal is null).Should().ContainSingle();
        acts.OfType<ChangedByOthers>().Should().HaveCount(7);
        app.Logs.Lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Everything).Should().BeEmpty();
        app.Logs.Lines.Where(line => line.Level == LogLevel.Information && line.Message.StartsWith("Two people changed the same", StringComparison.Ordinal))
            .Should().HaveCount(7).And.OnlyContain(line => line.Exception == null);
    }

    [Fact]
    public async Task A_conflict_over_a_row_that_can_be_there_once_is_one_line_too()
    {
        await using var app = new FasterMoneyApp { Clock = Stage.NewClock(), Logs = new CapturedLogs() };
        await using var stage = await Stage.InAsync(app);
        var id = await stage.SentAsync(stage.Northwind);
        app.Logs!.Lines.Clear();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await Record(() => stage.Balances.SaveCreditNoteDraftAsync(stage.Northwind.Admin, id, Cast.CreditOf(1)))));

        app.Logs.Lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Everything).Should().BeEmpty();
    }

    private static Task<Exception?> Record(Func<Task> act) => Xunit.Record.ExceptionAsync(act);
}
