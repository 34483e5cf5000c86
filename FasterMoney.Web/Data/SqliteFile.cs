using Microsoft.Data.Sqlite;

namespace FasterMoney.Web.Data;

/// <summary>A database as a file, beside the application's own connections.</summary>
internal static class SqliteFile
{
    /// <summary>Opened alone, without a pool that would keep the file.</summary>
    public static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <exception cref="StartRefused">It is damaged, or holds rows that refer to missing ones.</exception>
    public static async Task RefuseDamageAsync(string database, string what, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = Connect(database, SqliteOpenMode.ReadWrite);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = "PRAGMA integrity_check(1)";
            if (await command.ExecuteScalarAsync(cancellationToken) is not "ok")
                throw new StartRefused($"{what} is damaged.");
            command.CommandText = "SELECT count(*) FROM pragma_foreign_key_check";
            if (await command.ExecuteScalarAsync(cancellationToken) is not 0L)
                throw new StartRefused($"{what} has rows that refer to missing ones.");
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new StartRefused($"{what} is damaged.");
        }
    }
}
