using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Support;

public static class MigrationHistory
{
    /// <summary>Makes a database look as if an older program had made it.</summary>
    public static Task ForgetMigrationsAsync(this FasterMoneyDb db) =>
        db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"");

    /// <summary>The name of a migration that this version does not know.</summary>
    public const string Newer = "99991231235959_FromTheFuture";

    public static Task BeMigratedByANewerVersionAsync(this FasterMoneyDb db) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ({Newer}, '10.0')");

    /// <summary>Leaves the row behind that a migration holds while it runs.</summary>
    public static async Task LeaveMigrationLockAsync(this FasterMoneyDb db, DateTimeOffset since)
    {
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, {since.ToString("u")})");
    }
}
