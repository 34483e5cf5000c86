using FasterMoney.Domain.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>
/// What was on its way when a backup was taken may have left since: after a restore it waits for an owner. A restore by the database's
/// own tools does the same by the verb <c>hold-messages</c>.
/// </summary>
public static class HeldMail
{
    /// <summary>Holds what would leave, of all sites. Returns how many messages that is.</summary>
    public static Task<int> HoldAsync(FasterMoneyDb db, DateTime utcNow, CancellationToken cancellationToken) =>
        db.Outbox.Where(message => message.State == OutboxState.Approved || message.State == OutboxState.Sending)
            .ExecuteUpdateAsync(set => set
                .SetProperty(message => message.State, OutboxState.Held)
                .SetProperty(message => message.ChangedAt, utcNow)
                .SetProperty(message => message.ClaimedAt, (DateTime?)null)
                .SetProperty(message => message.DataBegun, false)
                .SetProperty(message => message.Version, message => message.Version + 1), cancellationToken);

    /// <summary>The same in a database file that this version may not have migrated yet.</summary>
    public static async Task HoldAsync(string file, DateTime utcNow, CancellationToken cancellationToken)
    {
        await using var connection = SqliteFile.Connect(file, SqliteOpenMode.ReadWrite);
        await using var command = connection.CreateCommand();
        // A backup from before there was mail has none to hold.
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'Outbox'";
        if (await command.ExecuteScalarAsync(cancellationToken) is 0L)
            return;
        command.CommandText =
            """
            UPDATE "Outbox" SET "State" = 'Held', "ChangedAt" = $now, "ClaimedAt" = NULL, "DataBegun" = 0, "Version" = "Version" + 1
            WHERE "State" IN ('Approved', 'Sending')
            """;
        command.Parameters.AddWithValue("$now", utcNow);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
