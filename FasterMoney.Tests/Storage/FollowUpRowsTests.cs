using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

public sealed class FollowUpRowsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_tab_shows_its_own_and_counts_them(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (testSite, invoice) = (stage.Northwind, await stage.SentAsync(stage.Northwind));
        var foreign = await stage.SentAsync(stage.Harbor);
        await stage.FollowUps.CreateAsync(stage.Harbor.Admin, foreign, Cast.FollowUp(stage.Harbor.Admin.UserId));
        var mine = await stage.FollowUps.CreateAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Admin.UserId) with { DueOn = Cast.Today.AddDays(3) });
        var late = await stage.FollowUps.CreateAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Viewer.UserId) with { DueOn = Cast.Today });
        var done = await stage.FollowUps.CreateAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Admin.UserId));
        await stage.FollowUps.CompleteAsync(testSite.Owner, done, 1);
        var proposed = await stage.FollowUps.ProposeAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Admin.UserId));
        var dismissed = await stage.FollowUps.ProposeAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Admin.UserId));
        await stage.FollowUps.DismissAsync(testSite.Admin, dismissed, 1);
        stage.Clock.Advance(TimeSpan.FromDays(1));

        await ShowsAsync(FollowUpTab.Mine, mine);
        await ShowsAsync(FollowUpTab.All, late, mine);
        await ShowsAsync(FollowUpTab.Overdue, late);
        await ShowsAsync(FollowUpTab.Done, done);
        await ShowsAsync(FollowUpTab.Proposed, proposed);

        async Task ShowsAsync(FollowUpTab tab, params Guid[] expected)
        {
            var list = await Rows(stage).ReadAsync(testSite.Admin, new FollowUpFilter { Tab = tab });
            list.Rows.Select(row => row.Id).Should().Equal(expected, $"{tab}");
            (list.Matching, list.Counts[tab]).Should().Be((expected.Length, expected.Length));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_says_what_of_whom_by_whom_and_how_pressing(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (testSite, invoice) = (stage.Northwind, await stage.SentAsync(stage.Northwind));
        var id = await stage.FollowUps.CreateAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Viewer.UserId) with { DueOn = Cast.Today });
        (await RowAsync(testSite.Admin)).Should().BeEquivalentTo(new
        {
            Id = id, Version = 1L, Title = "Ask Ada about the invoice", InvoiceId = invoice, Invoice = "INV-0001", Customer = "Ada's Bakery", Balance = "$100.00",
            Due = new FollowUpDay("10 Mar 2026", IsToday: true, IsOver: false), Assignee = new FollowUpPerson("Vera Viewer", IsYou: false, WorksHere: true), MayTickOff = true,
        });
        stage.Clock.Advance(TimeSpan.FromDays(1));
        var seen = await RowAsync(testSite.Viewer);
        (seen.Due.IsOver, seen.Assignee.Words, seen.MayTickOff).Should().Be((true, "You", true));

        await stage.Services.GetRequiredService<PeopleCommands>().DisableAsync(testSite.Owner, testSite.Viewer.UserId);
        (await RowAsync(testSite.Admin)).Assignee.Words.Should().Be("Vera Viewer (no longer here)");

        async Task<FollowUpRow> RowAsync(Caller who) => (await Rows(stage).ReadAsync(who, new FollowUpFilter { Tab = FollowUpTab.All })).Rows.Single();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_hold_each_one_once_in_the_order_of_their_days_and_a_page_past_the_end_is_the_last(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await FillAsync(stage, 180);
        foreach (var (tab, expected) in new[] { (FollowUpTab.All, 120), (FollowUpTab.Mine, 120), (FollowUpTab.Done, 60) })
        {
            var rows = new List<FollowUpRow>();
            for (var page = 1; page <= (expected + 49) / 50; page++)
            {
                var list = await Rows(stage).ReadAsync(stage.Northwind.Admin, new FollowUpFilter { Tab = tab }.OnPage(page));
                (list.Page, list.Matching).Should().Be((page, expected));
                rows.AddRange(list.Rows);
            }

            rows.Select(row => row.Id).Should().OnlyHaveUniqueItems().And.HaveCount(expected);
            if (tab == FollowUpTab.Done)
                rows.Should().BeInDescendingOrder(row => row.DoneAt);
            else
                rows.Select(row => DateOnly.ParseExact(row.Due.Text, "d MMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-US"))).Should().BeInAscendingOrder();
        }

        var past = await Rows(stage).ReadAsync(stage.Northwind.Admin, new FollowUpFilter { Tab = FollowUpTab.All, Page = 99 });
        (past.Page, past.Rows.Count).Should().Be((3, 20));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_due_counts_from_midnight_of_the_sites_zone_and_only_ones_own(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (testSite, invoice) = (stage.Northwind, await stage.SentAsync(stage.Northwind));
        var tomorrow = Cast.Today.AddDays(1);
        var id = await stage.FollowUps.CreateAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Admin.UserId) with { DueOn = tomorrow });
        await stage.FollowUps.CreateAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Viewer.UserId) with { DueOn = Cast.Today });
        await stage.FollowUps.ProposeAsync(testSite.Admin, invoice, Cast.FollowUp(testSite.Admin.UserId) with { DueOn = Cast.Today });

        // Still the same evening in New York, though the next day in UTC.
        stage.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 3, 59, 0, TimeSpan.Zero));
        (await Rows(stage).CountDueAsync(testSite.Admin)).Should().Be(0);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Rows(stage).CountDueAsync(testSite.Admin)).Should().Be(1);
        (await Rows(stage).CountDueAsync(testSite.Viewer)).Should().Be(1);
        await stage.FollowUps.CompleteAsync(testSite.Admin, id, 1);
        (await Rows(stage).CountDueAsync(testSite.Admin)).Should().Be(0);
    }

    [Theory]
    [InlineData("AssigneeUserId = x'00' AND State = 'Open' ORDER BY DueOn, Id", "IX_FollowUps_SiteId_AssigneeUserId_State_DueOn_Id")]
    [InlineData("State = 'Open' ORDER BY DueOn, Id", "IX_FollowUps_SiteId_State_DueOn_Id")]
    [InlineData("State = 'Open' AND DueOn < '2026-01-01' ORDER BY DueOn DESC, Id DESC", "IX_FollowUps_SiteId_State_DueOn_Id")]
    [InlineData("State = 'Done' ORDER BY DoneAt DESC, Id DESC", "IX_FollowUps_SiteId_State_DoneAt_Id")]
    public async Task A_page_of_each_tab_is_read_from_its_index_alone(string tab, string index)
    {
        await using var stage = await Stage.OnAsync();
        await using var db = await stage.OpenDbAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The tabs above are the only texts that come here.
        command.CommandText = $"EXPLAIN QUERY PLAN SELECT Id FROM FollowUps WHERE SiteId = x'00' AND {tab} LIMIT 50 OFFSET 100";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
            steps.Add(reader.GetString(3));
        steps.Should().ContainSingle().Which.Should().Contain($"USING COVERING INDEX {index}");
    }

    private static FollowUpRows Rows(Stage stage) => new(stage.Services.GetRequiredService<SiteAccess>());

    /// <summary>Many on few different days, a third of them done.</summary>
    private static async Task FillAsync(Stage stage, int count)
    {
        var testSite = stage.Northwind;
        var invoice = await stage.InvoiceAsync(await stage.SentAsync(testSite));
        var place = new Membership(testSite.SiteId, testSite.Admin.UserId, SiteRole.Admin);
        await using var db = await stage.OpenDbAsync();
        for (var n = 0; n < count; n++)
        {
            var followUp = FollowUp.Prepare(invoice, Cast.FollowUp(testSite.Admin.UserId) with { DueOn = Cast.Today.AddDays(n % 7) }, place, Cast.Today, Cast.Adam, Cast.Now);
            if (n % 3 == 0)
                followUp.Complete(Cast.Adam, Cast.Now.AddMinutes(n % 5));
            db.Add(followUp);
        }

        await db.SaveChangesAsync();
    }
}
