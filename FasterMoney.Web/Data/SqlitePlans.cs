using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FasterMoney.Web.Data;

/// <summary>
/// Tells SQLite how a large business's rows are spread. Without figures it takes the site for the best thing to look rows up by, and reads all of
/// a site's invoices to find fifty of them. It would count by itself on ANALYZE, but then its plans would follow whatever was in the
/// database that day; these hold for a full database, and in an empty one every plan is quick. PostgreSQL counts by itself.
/// </summary>
public static class SqlitePlans
{
    private const int Rows = 100_000;

    // How many different values a column has; whatever is not named here is different in each row.
    private static readonly Dictionary<string, int> Distinct = new()
    {
        ["SiteId"] = 1,
        ["Bucket"] = 4,
        ["CurrencyCode"] = 3,
        ["Kind"] = 3,
        ["IssueDate"] = 1000,
        ["DueDate"] = 1000,
        ["LinkThrough"] = 1000,
        ["CustomerId"] = 2000,
    };

    public static async Task ApplyAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = db.Database.GetDbConnection();
            var sql = "ANALYZE sqlite_schema; DELETE FROM sqlite_stat1;"
                + string.Concat(await IndexesAsync(connection, db.Model, cancellationToken))
                + "ANALYZE sqlite_schema;";
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> IndexesAsync(DbConnection connection, IModel model, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT tables.name, indexes.name, indexes."unique", group_concat(columns.name)
            FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS indexes, pragma_index_info(indexes.name) AS columns
            WHERE tables.type = 'table'
            GROUP BY tables.name, indexes.name, indexes."unique"
            """;
        var known = model.GetEntityTypes().Where(type => type.FindProperty("SiteId") is not null).Select(type => type.GetTableName()).ToHashSet();
        var statements = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (known.Contains(reader.GetString(0)))
                statements.Add($"INSERT INTO sqlite_stat1 VALUES ('{reader.GetString(0)}', '{reader.GetString(1)}', '{Figures(reader.GetString(3).Split(','), reader.GetBoolean(2))}');\n");
        }

        return statements;
    }

    // The rows of the table, then how many of them a value of the first column leads to, of the first two, and so on.
    private static string Figures(string[] columns, bool isUnique)
    {
        long left = Rows;
        var figures = columns.Select(column => left = Math.Max(1, left / Distinct.GetValueOrDefault(column, Rows))).ToList();
        if (isUnique)
            figures[^1] = 1;
        return $"{Rows} {string.Join(' ', figures)}";
    }
}
