using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>The row that is written to see whether rows can be written: a full disk still answers what is read.</summary>
public sealed class WriteCheck
{
    public int Id { get; private set; }

    /// <summary>When it was written last, in UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Writes it. A database in which somebody else is writing, a long import say, counts as written.</summary>
    public static async Task WriteAsync(FasterMoneyDb db, DateTime utcNow, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromSeconds(2));
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "WriteChecks" ("Id", "At") VALUES (1, {utcNow}) ON CONFLICT ("Id") DO UPDATE SET "At" = excluded."At" """, cancellationToken);
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            // Rows can be written: it is being done.
        }
    }
}

public sealed class WriteCheckMapping : IEntityTypeConfiguration<WriteCheck>
{
    public void Configure(EntityTypeBuilder<WriteCheck> builder)
    {
        builder.ToTable("WriteChecks");
        builder.Property(check => check.Id).ValueGeneratedNever();
    }
}
