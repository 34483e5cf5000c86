using FasterMoney.Domain.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FasterMoney.Web.Data;

/// <summary>
/// How many invoices of a site are in one bucket with one due date, and what they come to. Moved with each save of an invoice,
/// so that counts and totals of a million invoices are read from a few hundred rows. Overdue is a matter of the due date, and
/// only what is open can be overdue: the other buckets have one row a currency.
/// </summary>
public sealed class BucketTotal
{
    public static readonly DateOnly NoDay = DateOnly.FromDateTime(DateTime.UnixEpoch);

    public Guid SiteId { get; init; }

    public string CurrencyCode { get; init; } = "";

    public InvoiceBucket Bucket { get; init; }

    /// <summary>The due date of open invoices; <see cref="NoDay"/> for all others.</summary>
    public DateOnly DueDate { get; init; }

    public long Count { get; init; }

    /// <summary>Sum of totals in minor units.</summary>
    public long TotalMinor { get; init; }

    /// <summary>Sum of balances in minor units.</summary>
    public long BalanceMinor { get; init; }

    /// <summary>What the tracked changes of invoices move, in one order for all writers, so that two of them never wait for each other.</summary>
    public static IReadOnlyList<BucketTotal> MovesOf(ChangeTracker tracker)
    {
        var moves = new List<BucketTotal>();
        foreach (var entry in tracker.Entries<Invoice>())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                moves.Add(Of(entry.OriginalValues, -1));

            if (entry.State is EntityState.Modified or EntityState.Added)
                moves.Add(Of(entry.CurrentValues, +1));
        }

        return [.. moves
            .GroupBy(move => (move.SiteId, move.CurrencyCode, move.Bucket, move.DueDate))
            .Select(group => new BucketTotal
            {
                SiteId = group.Key.SiteId,
                CurrencyCode = group.Key.CurrencyCode,
                Bucket = group.Key.Bucket,
                DueDate = group.Key.DueDate,
                Count = group.Sum(move => move.Count),
                TotalMinor = group.Sum(move => move.TotalMinor),
                BalanceMinor = group.Sum(move => move.BalanceMinor),
            })
            .Where(move => move.Count != 0 || move.TotalMinor != 0 || move.BalanceMinor != 0)
            .OrderBy(move => move.SiteId)
            .ThenBy(move => move.CurrencyCode, StringComparer.Ordinal)
            .ThenBy(move => move.Bucket)
            .ThenBy(move => move.DueDate)];
    }

    public static async Task ApplyAsync(FasterMoneyDb db, IReadOnlyList<BucketTotal> moves, CancellationToken cancellationToken)
    {
        foreach (var move in moves)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "BucketTotals" ("SiteId", "CurrencyCode", "Bucket", "DueDate", "Count", "TotalMinor", "BalanceMinor")
                VALUES ({move.SiteId}, {move.CurrencyCode}, {(int)move.Bucket}, {move.DueDate}, {move.Count}, {move.TotalMinor}, {move.BalanceMinor})
                ON CONFLICT ("SiteId", "CurrencyCode", "Bucket", "DueDate") DO UPDATE SET
                    "Count" = "BucketTotals"."Count" + excluded."Count",
                    "TotalMinor" = "BucketTotals"."TotalMinor" + excluded."TotalMinor",
                    "BalanceMinor" = "BucketTotals"."BalanceMinor" + excluded."BalanceMinor"
                """,
                cancellationToken);
        }
    }

    private static BucketTotal Of(PropertyValues values, int sign) => new()
    {
        SiteId = values.GetValue<Guid>(nameof(Invoice.SiteId)),
        CurrencyCode = values.GetValue<string>(nameof(Invoice.CurrencyCode)),
        Bucket = values.GetValue<InvoiceBucket>(nameof(Invoice.Bucket)),
        DueDate = values.GetValue<InvoiceBucket>(nameof(Invoice.Bucket)) == InvoiceBucket.Open ? values.GetValue<DateOnly>(nameof(Invoice.DueDate)) : NoDay,
        Count = sign,
        TotalMinor = sign * values.GetValue<long>(nameof(Invoice.TotalMinor)),
        BalanceMinor = sign * values.GetValue<long>(nameof(Invoice.BalanceMinor)),
    };
}
