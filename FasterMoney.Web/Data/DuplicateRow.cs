using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FasterMoney.Web.Data;

public static class DuplicateRow
{
    private const int UniqueIndex = 2067; // SQLITE_CONSTRAINT_UNIQUE
    private const int PrimaryKey = 1555; // SQLITE_CONSTRAINT_PRIMARYKEY

    /// <summary>Whether a save was refused because somebody else stored the same thing first.</summary>
    public static bool IsDuplicate(this DbUpdateException refusal) => refusal.InnerException is
        SqliteException { SqliteExtendedErrorCode: UniqueIndex or PrimaryKey }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
