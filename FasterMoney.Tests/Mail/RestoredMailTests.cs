using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Mail;

/// <summary>What was on its way when a backup was taken may have left since.</summary>
public sealed class RestoredMailTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private OutboxStage _set = null!;
    private Guid _first;
    private Guid _second;

    public async Task InitializeAsync()
    {
        _set = await OutboxStage.SetAsync();
        (_first, _second) = (await _set.QueuedAsync(), await _set.QueuedAsync());
    }

    public async Task DisposeAsync()
    {
        await _set.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_a_restored_backup_would_send_is_held_and_leaves_nobody_twice()
    {
        await SendAndRestoreAsync();
        await _set.DeliverAsync();
        _set.Clock.Advance(TimeSpan.FromDays(1));
        await _set.DeliverAsync();

        _set.Server.Received.Should().HaveCount(2, "both left once, before the restore");
        var row = await _set.RowAsync(_first);
        row.State.Should().Be(OutboxState.Held);
        row.ChangedAt.Should().Be(Cast.Now, "the day of the restore is said");
    }

    [Fact]
    public async Task An_owner_releases_or_discards_what_is_held()
    {
        await SendAndRestoreAsync();
        var (owner, admin) = (_set.TestSite.Owner, _set.TestSite.Admin);
        Func<Task>[] refused = [
            () => _set.Stage.Outbox.ReleaseAsync(admin, _first),
            () => _set.Stage.Outbox.DiscardAsync(admin, _first),
            () => _set.Stage.Outbox.ReleaseAllHeldAsync(admin),
            () => _set.Stage.Outbox.DiscardAllHeldAsync(admin),
        ];
        foreach (var act in refused)
            (await OutboxStage.TryAsync(act)).Should().Match(refusal => refusal is AccessDenied || refusal is RuleViolation);

        await _set.Stage.Outbox.ReleaseAsync(owner, _first);
        await _set.Stage.Outbox.DiscardAsync(owner, _second);
        await _set.DeliverAsync();

        _set.Server.Received.Should().HaveCount(3);
        (await _set.StatesAsync(_first)).Should().Be((OutboxState.Sent, MessageState.Sent));
        (await _set.DraftAsync(_second)).State.Should().Be(MessageState.Discarded);
        (await _set.Stage.ReadAsync(db => db.Activity.Where(entry => entry.Kind == ActivityKind.MessageQueued).Select(entry => entry.Detail).ToListAsync()))
            .Should().Contain("held after a restore");
        (await OutboxStage.TryAsync(() => _set.Stage.Outbox.ReleaseAsync(owner, _first))).Should().BeOfType<RuleViolation>("it is not held any more");
    }

    [Fact]
    public async Task All_that_is_held_is_released_or_discarded_at_once()
    {
        await SendAndRestoreAsync();
        (await _set.Stage.Outbox.ReleaseAllHeldAsync(_set.TestSite.Owner)).Should().Be(2);
        await _set.DeliverAsync();
        _set.Server.Received.Should().HaveCount(4);

        await RestoreAsync();
        (await _set.Stage.Outbox.DiscardAllHeldAsync(_set.TestSite.Owner)).Should().Be(2);
        (await _set.Stage.ReadAsync(db => db.Outbox.CountAsync())).Should().Be(0);
        (await _set.DraftAsync(_first)).State.Should().Be(MessageState.Discarded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Holding_by_hand_holds_what_waits_and_what_is_under_way_and_nothing_else(DatabaseProvider provider)
    {
        await using var set = await OutboxStage.SetAsync(provider: provider);
        var (sent, waiting, underWay) = (await set.QueuedAsync(), await set.ApprovedAsync(), await set.ApprovedAsync());
        await set.DeliverAsync();
        await set.SendAsync(waiting);
        await set.SendAsync(underWay);
        await using (var db = await set.Stage.OpenDbAsync())
        {
            (await db.Outbox.SingleAsync(message => message.DraftId == underWay)).Begin(set.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            (await AfterRestore.StopAsync(db, Cast.Now, default)).Messages.Should().Be(2);
        }

        (await set.RowAsync(sent)).State.Should().Be(OutboxState.Sent);
        (await set.RowAsync(waiting)).State.Should().Be(OutboxState.Held);
        (await set.RowAsync(underWay)).Should().BeEquivalentTo(new { State = OutboxState.Held, ClaimedAt = (DateTime?)null, DataBegun = false });
    }

    private async Task SendAndRestoreAsync()
    {
        await Archive().WriteAsync(_folder["backup.zip"]);
        await _set.DeliverAsync();
        _set.Server.Received.Should().HaveCount(2);
        await RestoreAsync();
    }

    private async Task RestoreAsync()
    {
        using (var connection = new SqliteConnection(Database.ConnectionString))
            SqliteConnection.ClearPool(connection);
        await Archive().RestoreAsync(_folder["backup.zip"]);
    }

    private TestDatabase Database => (TestDatabase)_set.Stage.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>();

    private SqliteArchive Archive() =>
        new(new DatabaseSettings(DatabaseProvider.Sqlite, Database.ConnectionString, _folder.Path), Database, _set.Clock);
}
