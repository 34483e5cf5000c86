using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FasterMoney.Web.Data;

/// <summary>What happens to the database before the application serves: version checks, the lock check, migrations.</summary>
public sealed class DatabaseStart(IDbContextFactory<FasterMoneyDb> factory, DatabaseSettings settings, TimeProvider time) : IDisposable
{
    // Another start that is migrating at this moment holds the lock for seconds; a killed one holds it for ever.
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(1);

    // "FasterMo": advisory locks are numbers, and each database has its own.
    private const long Turn = 0x4661_7374_6572_4D6F;

    // A large table may be rebuilt by another instance that is starting.
    private static readonly TimeSpan TurnPatience = TimeSpan.FromMinutes(10);

    private SqliteConnection? _presence;
    private bool _hasTurn;

    /// <summary>
    /// Does what only one instance may do at a time. Another that starts on the same PostgreSQL database meanwhile waits. The turn ends with the
    /// session that holds it, also when it is killed.
    /// </summary>
    public async Task InTurnAsync(Func<Task> work, CancellationToken cancellationToken = default)
    {
        if (settings.Provider == DatabaseProvider.Sqlite || _hasTurn)
        {
            await work();
            return;
        }

        var own = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, ApplicationName = "Faster Money start" };
        await using var session = new NpgsqlConnection(own.ToString());
        try
        {
            await session.OpenAsync(cancellationToken);
            await using var wait = new NpgsqlCommand($"SELECT pg_advisory_lock({Turn})", session) { CommandTimeout = (int)TurnPatience.TotalSeconds };
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException problem)
        {
            throw Refusal(problem);
        }

        _hasTurn = true;
        try
        {
            await work();
        }
        finally
        {
            _hasTurn = false;
        }
    }

    /// <summary>Brings the database to this version's shape, in turn. Returns the names of the migrations that were applied.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken = default)
    {
        LibraryVersions.Check();
        if (settings.Provider == DatabaseProvider.Sqlite)
            CreateFolder(Path.GetDirectoryName(settings.SqliteFile)!);

        IReadOnlyList<string> applied = [];
        await InTurnAsync(async () => applied = await ApplyAsync(cancellationToken), cancellationToken);
        return applied;
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            if (settings.Provider == DatabaseProvider.Sqlite)
                await RefuseLeftBehindLockAsync(db, cancellationToken);
            await RefuseNewerAsync(db, cancellationToken);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            await db.Database.MigrateAsync(cancellationToken);
            await ActivityChain.CatchUpAsync(db, cancellationToken);
            if (settings.Provider == DatabaseProvider.Sqlite)
                await SqlitePlans.ApplyAsync(db, cancellationToken);
            return pending;
        }
        catch (DbException problem)
        {
            throw Refusal(problem);
        }
    }

    private static StartRefused Refusal(DbException problem) => problem.InnerException is TimeoutException
        ? new StartRefused(
            "The database did not answer in time: its migration history may be locked by another instance that is migrating, or by one that was killed. " +
            "Wait for it, or end its session, then start again.")
        : new StartRefused($"The database cannot be brought up to date: {problem.Message.ReplaceLineEndings(" ")}");

    /// <summary>
    /// Keeps one connection open while the application runs, so that <c>restore</c> sees that the file is in use
    /// even when nobody is asking for a page.
    /// </summary>
    public void ShowPresence()
    {
        if (settings.Provider != DatabaseProvider.Sqlite || _presence is not null)
            return;
        _presence = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ToString());
        _presence.Open();
        SqliteConnectionRules.Apply(_presence);
        using var read = _presence.CreateCommand();
        read.CommandText = "SELECT count(*) FROM sqlite_master";
        read.ExecuteScalar();
    }

    public void Dispose() => _presence?.Dispose();

    /// <summary>Creates a folder that only the application's own account can read.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"The folder {path} cannot be created: {problem.Message}");
        }
    }

    // It would read what it does not know, and write what the newer version does not expect.
    private static async Task RefuseNewerAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new StartRefused($"The database was brought up to date by a newer version of Faster Money (it has {unknown[^1]}). Start that version.");
    }

    // EF Core waits for this row without end.
    private async Task RefuseLeftBehindLockAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        while (await LockedSinceAsync(db, cancellationToken) is { } since)
        {
            if (time.GetUtcNow() - since > LockPatience)
            {
                throw new StartRefused(
                    $"A migration that began at {since:u} did not finish: {settings.SqliteFile} still holds its lock. " +
                    "When no other instance is starting, restore a backup or delete the row from __EFMigrationsLock, then start again.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken);
        }
    }

    private static async Task<DateTimeOffset?> LockedSinceAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        if (await ScalarAsync(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'", cancellationToken) is null)
            return null;
        return await ScalarAsync(db, "SELECT \"Timestamp\" FROM \"__EFMigrationsLock\" LIMIT 1", cancellationToken) is not { } text ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since
            : DateTimeOffset.MinValue;
    }

    private static async Task<string?> ScalarAsync(FasterMoneyDb db, string sql, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        var value = await command.ExecuteScalarAsync(cancellationToken);
        await db.Database.CloseConnectionAsync();
        return value as string;
    }
}
