using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Storage;

public sealed class DatabaseStartTests
{
    [Fact]
    public async Task A_migration_lock_that_was_left_behind_is_reported_instead_of_waited_for()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var db = database.CreateDbContext())
            await db.LeaveMigrationLockAsync(DateTimeOffset.UtcNow.AddHours(-1));

        var migrate = () => StartOf(database).MigrateAsync().WaitAsync(TimeSpan.FromSeconds(20));

        var refusal = (await migrate.Should().ThrowAsync<StartRefused>().WithMessage("*did not finish*__EFMigrationsLock*")).Which;
        refusal.Message.Should().NotContain("\n");
        refusal.ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task A_migration_that_another_start_is_running_is_waited_for()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.CreateDbContext();
        var clock = new WatchedClock();
        await db.LeaveMigrationLockAsync(clock.GetUtcNow());

        var migrate = StartOf(database, clock).MigrateAsync();
        await clock.AskedAsync();
        migrate.IsCompleted.Should().BeFalse();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"");
        clock.Advance(TimeSpan.FromSeconds(1));

        (await migrate.WaitAsync(TimeSpan.FromSeconds(20))).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateDbContext())
            await db.BeMigratedByANewerVersionAsync();

        var migrate = () => StartOf(database).MigrateAsync();

        (await migrate.Should().ThrowAsync<StartRefused>()).Which.Message.Should()
            .Be($"The database was brought up to date by a newer version of Faster Money (it has {MigrationHistory.Newer}). Start that version.");
    }

    [PostgresFact]
    public async Task A_migration_history_that_is_locked_on_PostgreSQL_is_said_in_one_line()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var other = database.CreateDbContext();
        await using var transaction = await other.Database.BeginTransactionAsync();
        await other.Database.ExecuteSqlRawAsync("LOCK TABLE \"__EFMigrationsHistory\" IN ACCESS EXCLUSIVE MODE");
        var settings = new DatabaseSettings(DatabaseProvider.Postgres, database.ConnectionString, Path.GetTempPath());
        using var start = new DatabaseStart(new Impatient(database.ConnectionString), settings, TimeProvider.System);

        var migrate = () => start.MigrateAsync().WaitAsync(TimeSpan.FromSeconds(30));

        (await migrate.Should().ThrowAsync<StartRefused>()).Which.Message.Should().Contain("may be locked by another instance").And.NotContain("\n");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_reported_in_one_line()
    {
        var settings = new DatabaseSettings(DatabaseProvider.Postgres, "Host=127.0.0.1;Port=1", "/nowhere");
        using var start = new DatabaseStart(new Unreachable(), settings, TimeProvider.System);

        var migrate = () => start.MigrateAsync();

        (await migrate.Should().ThrowAsync<StartRefused>()).Which.Message.Should().NotContain("\n").And.NotContain("   at ");
    }

    private static DatabaseStart StartOf(TestDatabase database, TimeProvider? clock = null) =>
        new(database, new DatabaseSettings(database.Provider, database.ConnectionString, Path.GetTempPath()), clock ?? TimeProvider.System);

    /// <summary>Tells when somebody begins to wait by it.</summary>
    private sealed class WatchedClock : FakeTimeProvider
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AskedAsync() => _asked.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _asked.TrySetResult();
            return timer;
        }
    }

    private sealed class Impatient(string connectionString) : IDbContextFactory<FasterMoneyDb>
    {
        public FasterMoneyDb CreateDbContext() => PostgresDatabase.Open(connectionString + ";Command Timeout=1");
    }

    private sealed class Unreachable : IDbContextFactory<FasterMoneyDb>
    {
        public FasterMoneyDb CreateDbContext() => PostgresDatabase.Open("Host=127.0.0.1;Port=1;Timeout=2");
    }
}
