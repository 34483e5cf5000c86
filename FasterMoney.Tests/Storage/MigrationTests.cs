using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FasterMoney.Tests.Storage;

/// <summary>Databases of earlier versions keep what stands in them.</summary>
public sealed class MigrationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Totals_invoices_and_lists_of_the_first_version_are_taken_over(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillAsync(stage.Northwind);
        var totals = await stage.ReadAsync(TotalsAsync);
        var buckets = await stage.ReadAsync(BucketsAsync);
        var list = await stage.AllPagesAsync(stage.Northwind, new());
        var elsewhere = Guid.NewGuid();

        await using (var db = await stage.OpenDbAsync())
        {
            await db.GetService<IMigrator>().MigrateAsync("Initial");
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "StandingTotals" ("SiteId", "CurrencyCode", "Standing", "DueDate", "Count", "TotalMinor", "BalanceMinor")
                VALUES ({elsewhere}, 'EUR', {(int)InvoiceBucket.Open}, {Cast.Today}, 3, 300, 200)
                """);
            (await db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM "StandingTotals" WHERE "Standing" >= 0""").SingleAsync()).Should().Be(totals.Count + 1);
            (await db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM "Invoices" WHERE "Standing" >= 0""").SingleAsync()).Should().Be(buckets.Count);
            await db.Database.MigrateAsync();
        }

        (await stage.ReadAsync(TotalsAsync)).Should().BeEquivalentTo(totals.Append((elsewhere, "EUR", InvoiceBucket.Open, Cast.Today, 3, 300, 200)));
        (await stage.ReadAsync(BucketsAsync)).Should().Equal(buckets);
        (await stage.AllPagesAsync(stage.Northwind, new())).Should().Equal(list).And.HaveCount(buckets.Count);
    }

    private static async Task<List<(Guid, string, InvoiceBucket, DateOnly, long, long, long)>> TotalsAsync(FasterMoneyDb db) =>
    [
        .. (await db.BucketTotals.ToListAsync())
            .Select(total => (total.SiteId, total.CurrencyCode, total.Bucket, total.DueDate, total.Count, total.TotalMinor, total.BalanceMinor)),
    ];

    private static async Task<List<(Guid, InvoiceBucket)>> BucketsAsync(FasterMoneyDb db) =>
        [.. (await db.Invoices.OrderBy(invoice => invoice.Id).ToListAsync()).Select(invoice => (invoice.Id, invoice.Bucket))];
}
