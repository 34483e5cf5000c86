using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>Adds misses that instances counted to those of all of them.</summary>
public sealed class MissCounts(IDbContextFactory<FasterMoneyDb> databases)
{
    /// <summary>Adds, and gives for each key what all instances counted together.</summary>
    /// <param name="misses">By key, which is forgotten at <paramref name="forgottenAt"/>.</param>
    /// <param name="now">UTC, as is the other.</param>
    public async Task<IReadOnlyDictionary<string, int>> AddAsync(
        IReadOnlyDictionary<string, int> misses, DateTime now, DateTime forgottenAt, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<TryCount>().Where(count => count.ForgottenAt <= now).ExecuteDeleteAsync(cancellationToken);
        var totals = new Dictionary<string, int>();
        foreach (var (key, count) in misses)
        {
            totals[key] = (await db.Database.SqlQuery<int>(
                $"""
                INSERT INTO "TryCounts" ("Key", "Count", "NextAt", "ForgottenAt") VALUES ({key}, {count}, {now}, {forgottenAt})
                ON CONFLICT ("Key") DO UPDATE SET "Count" = "TryCounts"."Count" + excluded."Count"
                RETURNING "Count" AS "Value"
                """).ToListAsync(cancellationToken)).Single();
        }

        return totals;
    }
}
