using FasterMoney.Domain.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>What was stopped after a restore.</summary>
/// <param name="Messages">Messages that wait for an owner now.</param>
/// <param name="Invitations">Open invitations that ended.</param>
public sealed record StoppedAfterRestore(int Messages, int Invitations);

/// <summary>
/// What a backup holds may have gone on since it was taken. What was on its way may have left: it waits for an owner. Who was signed in
/// may have been signed out, and one-time links may have been used or taken back: they end, and are made anew. A restore by the database's
/// own tools does the same by the verb <c>hold-messages</c>.
/// </summary>
public static class AfterRestore
{
    // Whoever needs one of these gets another one.
    private static readonly string[] Forgotten = ["SignIns", "PasswordLinks", "AskedLetters", "PreviewCodes"];

    /// <summary>Of all sites, in a database of this version.</summary>
    public static async Task<StoppedAfterRestore> StopAsync(FasterMoneyDb db, DateTime utcNow, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await db.Outbox.Where(message => message.State == OutboxState.Approved || message.State == OutboxState.Sending)
            .ExecuteUpdateAsync(set => set
                .SetProperty(message => message.State, OutboxState.Held)
                .SetProperty(message => message.ChangedAt, utcNow)
                .SetProperty(message => message.ClaimedAt, (DateTime?)null)
                .SetProperty(message => message.DataBegun, false)
                .SetProperty(message => message.Version, message => message.Version + 1), cancellationToken);
        var ended = await db.Set<Invitation>().Where(invitation => invitation.UsedAt == null && invitation.ExpiresAt > utcNow)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.ExpiresAt, invitation => invitation.CreatedAt), cancellationToken);
        await db.Set<PersonSignIn>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<PasswordLink>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<AskedLetter>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<PreviewCode>().ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new StoppedAfterRestore(held, ended);
    }

    /// <summary>The same in a database file that this version may not have migrated yet: a table that is not there has nothing to stop.</summary>
    public static async Task StopAsync(string file, DateTime utcNow, CancellationToken cancellationToken)
    {
        await using var connection = SqliteFile.Connect(file, SqliteOpenMode.ReadWrite);
        await RunAsync(
            "Outbox",
            """
            UPDATE "Outbox" SET "State" = 'Held', "ChangedAt" = $now, "ClaimedAt" = NULL, "DataBegun" = 0, "Version" = "Version" + 1
            WHERE "State" IN ('Approved', 'Sending')
            """);
        await RunAsync("Invitations", """UPDATE "Invitations" SET "ExpiresAt" = "CreatedAt" WHERE "UsedAt" IS NULL AND "ExpiresAt" > $now""");
        foreach (var table in Forgotten)
            await RunAsync(table, $"DELETE FROM \"{table}\"");

        async Task RunAsync(string table, string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $table";
            command.Parameters.AddWithValue("$table", table);
            if (await command.ExecuteScalarAsync(cancellationToken) is not 1L)
                return;

            command.CommandText = sql;
            command.Parameters.AddWithValue("$now", utcNow);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
