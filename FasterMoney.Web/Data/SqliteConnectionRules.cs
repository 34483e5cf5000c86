using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FasterMoney.Web.Data;

/// <summary>
/// Sets what SQLite keeps per connection. The busy timeout comes first, because switching to WAL may have to wait;
/// FULL means that a payment that was confirmed survives a power cut.
/// </summary>
public sealed class SqliteConnectionRules : DbConnectionInterceptor
{
    public const string Pragmas =
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public static readonly SqliteConnectionRules Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    // SQLite works in this process and has nothing to wait for, so the synchronous way is also the asynchronous one.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    /// <summary>For a connection that is opened without a context.</summary>
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
