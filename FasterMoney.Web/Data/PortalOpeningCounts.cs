using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FasterMoney.Web.Data;

/// <summary>Adds counted openings to the stored ones: one prepared statement in one transaction, because each visitor of a busy hour costs a row.</summary>
public sealed class PortalOpeningCounts(IDbContextFactory<FasterMoneyDb> databases)
{
    // The same words on SQLite and PostgreSQL.
    private const string Sql = """
        INSERT INTO "PortalOpenings" ("LinkId", "Day", "Kind", "SiteId", "InvoiceId", "First", "Last", "Count")
        VALUES (@link, @day, @kind, @site, @invoice, @first, @last, @count)
        ON CONFLICT ("LinkId", "Day", "Kind") DO UPDATE SET
            "First" = CASE WHEN excluded."First" < "PortalOpenings"."First" THEN excluded."First" ELSE "PortalOpenings"."First" END,
            "Last" = CASE WHEN excluded."Last" > "PortalOpenings"."Last" THEN excluded."Last" ELSE "PortalOpenings"."Last" END,
            "Count" = "PortalOpenings"."Count" + excluded."Count"
        """;

    // Beside the invoice, for the list; never the invoice itself.
    private const string ListSql = """
        UPDATE "ListKeys" SET "LastOpened" = @last WHERE "InvoiceId" = @invoice AND "LastOpened" < @last
        """;

    public async Task AddAsync(IReadOnlyCollection<PortalOpening> openings, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        command.Transaction = transaction.GetDbTransaction();
        await using var list = db.Database.GetDbConnection().CreateCommand();
        list.CommandText = ListSql;
        list.Transaction = command.Transaction;
        // In the order in which saves move the keys too, so that neither ever waits for the other in a circle.
        foreach (var opening in openings.OrderBy(opening => opening.InvoiceId))
        {
            Set(command, 0, "link", opening.LinkId);
            Set(command, 1, "day", opening.Day);
            Set(command, 2, "kind", (int)opening.Kind);
            Set(command, 3, "site", opening.SiteId);
            Set(command, 4, "invoice", opening.InvoiceId);
            Set(command, 5, "first", opening.First);
            Set(command, 6, "last", opening.Last);
            Set(command, 7, "count", opening.Count);
            await command.ExecuteNonQueryAsync(cancellationToken);
            if (opening.Kind == PortalOpeningKind.Customer)
            {
                Set(list, 0, "last", opening.Last);
                Set(list, 1, "invoice", opening.InvoiceId);
                await list.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static void Set(DbCommand command, int index, string name, object value)
    {
        if (command.Parameters.Count == index)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Parameters[index].Value = value;
    }
}
