using FasterMoney.Tests.Support;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Documents;

/// <summary>Documents are made a few at a time, the same one once, and too many are refused.</summary>
public sealed class DocumentTurnsTests : IAsyncLifetime
{
    private readonly FasterMoneyApp _app = new();
    private readonly TaskCompletionSource _mayFinish = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PortalRead _read = null!;
    private int _made;
    private int _atOnce;
    private int _most;

    public async Task InitializeAsync()
    {
        var cast = new PortalCast(_app.Services.GetRequiredService<IDbContextFactory<Web.Data.FasterMoneyDb>>());
        await cast.OpenAsync();
        var (_, invoice, _) = await cast.SendAsync();
        _read = (await _app.Services.GetRequiredService<PortalReads>().OwnAsync(cast.Site.Id, invoice.Id, default))!;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Those_who_ask_for_the_same_version_at_once_get_one_document_made_once()
    {
        var queue = new DocumentTurns(2, 2, Make);

        var asked = Enumerable.Range(0, 20).Select(second => Ask(queue, _read.Row, second)).ToList();
        _mayFinish.SetResult();
        var files = await Task.WhenAll(asked);

        files.Distinct().Should().ContainSingle();
        _made.Should().Be(1);
        await Ask(queue, _read.Row);
        _made.Should().Be(2, "nothing is kept");
    }

    [Fact]
    public async Task Other_versions_addresses_and_days_are_other_documents()
    {
        var queue = new DocumentTurns(2, 20, Make);
        _mayFinish.SetResult();

        await Task.WhenAll(
            Ask(queue, _read.Row), Ask(queue, _read.Row with { Version = 99 }), Ask(queue, _read.Row with { InvoiceId = Guid.NewGuid() }),
            Ask(queue, _read.Row, address: "https://pay.example/pay/other"), Ask(queue, _read.Row, second: 24 * 60 * 60));

        _made.Should().BeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task As_many_are_made_at_once_as_there_are_turns_a_few_wait_and_the_rest_are_refused()
    {
        var queue = new DocumentTurns(2, 3, Make);

        var asked = Enumerable.Range(0, 9).Select(version => Ask(queue, _read.Row with { Version = version })).ToList();
        await Eventually.TrueAsync(() => asked.Count(task => task.IsFaulted) == 4 && Volatile.Read(ref _atOnce) == 2);
        _mayFinish.SetResult();

        foreach (var task in asked.Take(5))
            await task;
        foreach (var task in asked.Skip(5))
            await FluentActions.Awaiting(() => task).Should().ThrowAsync<DocumentsBusy>();
        _most.Should().Be(2);
        await Ask(queue, _read.Row);
    }

    [Fact]
    public async Task Whoever_leaves_ends_only_the_own_waiting()
    {
        var queue = new DocumentTurns(1, 1, Make);
        using var leaving = new CancellationTokenSource();

        var left = queue.MakeAsync(_read.Row, Invoice(0), null, null, leaving.Token);
        var stays = Ask(queue, _read.Row);
        await leaving.CancelAsync();
        await FluentActions.Awaiting(() => left).Should().ThrowAsync<OperationCanceledException>();
        _mayFinish.SetResult();

        await stays;
        _made.Should().Be(1);
    }

    private Task<DocumentFile> Ask(DocumentTurns queue, PortalRow row, int second = 0, string? address = null) => queue.MakeAsync(row, Invoice(second), address, null, default);

    private PortalInvoice Invoice(int second) => PortalInvoice.Of(_read, new DateTimeOffset(PortalCast.Now).AddSeconds(second));

    private DocumentFile Make(PortalInvoice invoice, Web.Wording.PortalLanguage language, string? address, byte[]? logo)
    {
        Interlocked.Increment(ref _made);
        var now = Interlocked.Increment(ref _atOnce);
        lock (this)
            _most = Math.Max(_most, now);
        _mayFinish.Task.Wait();
        Interlocked.Decrement(ref _atOnce);
        return new DocumentFile("a.pdf", []);
    }
}
