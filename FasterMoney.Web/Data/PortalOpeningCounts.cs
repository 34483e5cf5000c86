using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>Adds counted openings to the stored ones.</summary>
public sealed class PortalOpeningCounts(IDbContextFactory<FasterMoneyDb> databases)
{
    public async Task AddAsync(IReadOnlyCollection<PortalOpening> openings, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var opening in openings)
        {
            var kind = (int)opening.Kind;
            // The same words on SQLite and PostgreSQL.
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PortalOpenings" ("LinkId", "Day", "Kind", "SiteId", "InvoiceId", "First", "Last", "Count")
                VALUES ({opening.LinkId}, {opening.Day}, {kind}, {opening.SiteId}, {opening.InvoiceId}, {opening.First}, {opening.Last}, {opening.Count})
                ON CONFLICT ("LinkId", "Day", "Kind") DO UPDATE SET
                    "First" = CASE WHEN excluded."First" < "PortalOpenings"."First" THEN excluded."First" ELSE "PortalOpenings"."First" END,
                    "Last" = CASE WHEN excluded."Last" > "PortalOpenings"."Last" THEN excluded."Last" ELSE "PortalOpenings"."Last" END,
                    "Count" = "PortalOpenings"."Count" + excluded."Count"
                """,
                stop);
        }

        await transaction.CommitAsync(stop);
    }
}
