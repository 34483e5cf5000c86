using System.Text;
using FasterMoney.Domain.Activity;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Csv;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

/// <summary>The activity of a site is one chain, and whatever is changed in it or taken out of it shows.</summary>
public sealed class ActivityChainTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_entry_follows_the_one_before_it_on_its_site(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillAsync(stage.Northwind);
        await stage.FillAsync(stage.Harbor);

        foreach (var site in new[] { stage.Northwind, stage.Harbor })
        {
            var entries = await EntriesAsync(stage, site.SiteId);
            entries.Should().HaveCountGreaterThan(10);
            entries.Select(entry => entry.Sequence).Should().Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number));
            entries.Select(entry => entry.Id).Distinct().Should().HaveCount(entries.Count);
        }

        (await VerifyAsync(stage)).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task People_who_write_at_once_do_not_fork_the_chain(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var before = (await EntriesAsync(stage, stage.Northwind.SiteId)).Count;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var round = 0; round < 10; round++)
                await stage.Customers.CreateAsync(stage.Northwind.Admin, Cast.AdasBakery with { Name = $"Customer {writer}-{round}" });
        }));

        (await EntriesAsync(stage, stage.Northwind.SiteId)).Should().HaveCount(before + 80);
        (await VerifyAsync(stage)).Should().BeEmpty();
    }

    public static TheoryData<string, string> Meddling => new()
    {
        { "UPDATE \"Activity\" SET \"Detail\" = 'nothing' WHERE \"Sequence\" = 3", "Northwind: entry 3 of * was changed." },
        { "UPDATE \"Activity\" SET \"ActorName\" = 'Nobody' WHERE \"Sequence\" = 3", "Northwind: entry 3 of * was changed." },
        { "UPDATE \"Activity\" SET \"Kind\" = 'CustomerAdded' WHERE \"Sequence\" = 4", "Northwind: entry 4 of * was changed." },
        { "UPDATE \"Activity\" SET \"InvoiceId\" = NULL WHERE \"Sequence\" = (SELECT MAX(\"Sequence\") FROM \"Activity\")", "Northwind: entry * was changed." },
        { "DELETE FROM \"Activity\" WHERE \"Sequence\" = 3", "Northwind: entry 3 was removed." },
        { "DELETE FROM \"Activity\" WHERE \"Sequence\" IN (1, 2)", "Northwind: the entries 1 to 2 were removed." },
        { "DELETE FROM \"Activity\" WHERE \"Sequence\" > 5", "Northwind: the entries 6 to * were removed." },
        { "DELETE FROM \"Activity\"", "Northwind: the entries 1 to * were removed." },
        { "DELETE FROM \"ActivityChains\"", "Northwind: the end of the chain was removed." },
        { "UPDATE \"ActivityChains\" SET \"Hash\" = (SELECT \"Hash\" FROM \"Activity\" WHERE \"Sequence\" = 1)", "Northwind: the chain ends otherwise*" },
        { "UPDATE \"Activity\" SET \"Sequence\" = 0 WHERE \"Sequence\" = 3", "Northwind: entry 3 was removed." },
    };

    [Theory, MemberData(nameof(Meddling))]
    public async Task Whatever_is_changed_or_taken_out_is_named(string sql, string says)
    {
        await using var stage = await Stage.OnAsync();
        await stage.FillAsync(stage.Northwind);
        await using (var db = await stage.OpenDbAsync())
            await db.Database.ExecuteSqlRawAsync(sql);

        (await VerifyAsync(stage)).Should().ContainMatch(says);
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_shows_beside_an_earlier_export()
    {
        await using var stage = await Stage.OnAsync();
        await stage.FillAsync(stage.Northwind);
        var file = Encoding.UTF8.GetString(await ExportAsync(stage, stage.Northwind.Owner, ActivityFormat.JsonLines)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using (var db = await stage.OpenDbAsync())
        {
            (await ActivityCheck.OfAsync(db, file.ToAsyncEnumerable(), default)).Findings.Should().BeEmpty();
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"ActivityChains\"; UPDATE \"Activity\" SET \"Sequence\" = 0; UPDATE \"Activity\" SET \"ActorName\" = 'Nobody' WHERE \"Kind\" = 'InvoiceSent'");
            await ActivityChain.CatchUpAsync(db, default);
            (await VerifyAsync(stage)).Should().BeEmpty("all of it was written anew");

            (await ActivityCheck.OfAsync(db, file.ToAsyncEnumerable(), default)).Findings.Should().ContainMatch("Northwind: entry * is another one than in the file.");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_stored_before_there_was_a_chain_is_taken_in_in_its_order(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillAsync(stage.Northwind);
        await using var db = await stage.OpenDbAsync();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"ActivityChains\"; UPDATE \"Activity\" SET \"Sequence\" = 0");

        await ActivityChain.CatchUpAsync(db, default);

        var entries = await EntriesAsync(stage, stage.Northwind.SiteId);
        entries.Should().BeInAscendingOrder(entry => entry.At);
        (await VerifyAsync(stage)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_file_is_complete_and_in_order_and_of_the_own_site()
    {
        await using var stage = await Stage.OnAsync();
        await stage.FillAsync(stage.Northwind);
        await stage.FillAsync(stage.Harbor);
        var entries = await EntriesAsync(stage, stage.Northwind.SiteId);

        var table = CsvTable.Read(await ExportAsync(stage, stage.Northwind.Owner, ActivityFormat.Csv));
        var lines = Encoding.UTF8.GetString(await ExportAsync(stage, stage.Northwind.Owner, ActivityFormat.JsonLines)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ActivityRows.Read(line)!).ToList();

        table.Rows.Select(row => row.Cells[1]).Should().Equal(entries.Select(entry => $"{entry.Sequence}"));
        table.Rows.Select(row => row.Cells[5]).Should().Equal(entries.Select(ActivitySentence.For));
        lines.Select(line => line.Id).Should().Equal(entries.Select(entry => entry.Id));
        lines.Skip(1).Select(line => line.Previous).Should().Equal(lines.SkipLast(1).Select(line => line.Hash));
        lines.Should().OnlyContain(line => line.Site == "Northwind");
        foreach (var other in new[] { stage.Northwind.Admin, stage.Northwind.Viewer, stage.Harbor.Owner with { SiteId = stage.Northwind.SiteId } })
            await FluentActions.Awaiting(() => ExportAsync(stage, other, ActivityFormat.Csv)).Should().ThrowAsync<AccessDenied>();
    }

    [Fact]
    public async Task Days_are_those_of_the_site_and_both_are_in()
    {
        await using var stage = await Stage.OnAsync();
        foreach (var hours in new[] { 0, 20, 20, 20 })
        {
            stage.Clock.Advance(TimeSpan.FromHours(hours));
            await stage.Customers.CreateAsync(stage.Northwind.Admin, Cast.AdasBakery with { Name = $"At {stage.Clock.GetUtcNow():u}" });
        }

        // In New York it is four hours earlier: 05:00 on the 10th, 01:00 and 21:00 on the 11th, 17:00 on the 12th.
        (await CountAsync(null, null)).Should().BeGreaterThanOrEqualTo(4);
        (await CountAsync(Cast.Today.AddDays(1), Cast.Today.AddDays(1))).Should().Be(2);
        (await CountAsync(Cast.Today.AddDays(1), null)).Should().Be(3);
        (await CountAsync(Cast.Today.AddDays(3), null)).Should().Be(0);

        async Task<long> CountAsync(DateOnly? from, DateOnly? to)
        {
            await using var db = await stage.OpenDbAsync();
            var site = await db.Sites.SingleAsync(site => site.Id == stage.Northwind.SiteId);
            return await ActivityRows.WriteAsync(db, [site], from, to, ActivityFormat.JsonLines, Stream.Null, default);
        }
    }

    private static async Task<List<ActivityEntry>> EntriesAsync(Stage stage, Guid siteId) =>
        await stage.ReadAsync(db => db.Activity.AsNoTracking().Where(entry => entry.SiteId == siteId).OrderBy(entry => entry.Sequence).ToListAsync());

    private static async Task<IReadOnlyList<string>> VerifyAsync(Stage stage)
    {
        await using var db = await stage.OpenDbAsync();
        return (await ActivityCheck.OfAsync(db, await db.Sites.ToListAsync(), default)).Findings;
    }

    private static async Task<byte[]> ExportAsync(Stage stage, Caller caller, ActivityFormat format)
    {
        using var stream = new MemoryStream();
        await ActivatorUtilities.CreateInstance<ActivityExport>(stage.Services).WriteAsync(caller, format, stream);
        return stream.ToArray();
    }
}
