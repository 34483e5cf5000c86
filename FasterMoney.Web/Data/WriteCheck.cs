using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>The row that is written to see whether rows can be written: a full disk still answers what is read.</summary>
public sealed class WriteCheck
{
    public int Id { get; private set; }

    /// <summary>When it was written last, in UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Writes it.</summary>
    public static Task<int> WriteAsync(FasterMoneyDb db, DateTime utcNow, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "WriteChecks" ("Id", "At") VALUES (1, {utcNow}) ON CONFLICT ("Id") DO UPDATE SET "At" = excluded."At" """, cancellationToken);
}

public sealed class WriteCheckMapping : IEntityTypeConfiguration<WriteCheck>
{
    public void Configure(EntityTypeBuilder<WriteCheck> builder)
    {
        builder.ToTable("WriteChecks");
        builder.Property(check => check.Id).ValueGeneratedNever();
    }
}
