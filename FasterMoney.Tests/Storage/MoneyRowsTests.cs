using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

public sealed class MoneyRowsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_tab_shows_its_invoices_and_each_count_is_theirs(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var roles = await stage.FillAsync(stage.Northwind);
        await stage.FillAsync(stage.Harbor);

        await ShowsAsync(StateTab.All, Enum.GetValues<InvoiceRole>());
        await ShowsAsync(StateTab.Draft, InvoiceRole.Draft, InvoiceRole.Withdrawn);
        await ShowsAsync(StateTab.Sent, [.. Enum.GetValues<InvoiceRole>().Except([InvoiceRole.Draft, InvoiceRole.Withdrawn, InvoiceRole.Void])]);
        await ShowsAsync(StateTab.Overdue, InvoiceRole.Overdue);
        await ShowsAsync(StateTab.Paid, InvoiceRole.Paid, InvoiceRole.Refunded, InvoiceRole.InCredit);
        await ShowsAsync(StateTab.Void, InvoiceRole.Void);

        async Task ShowsAsync(StateTab tab, params InvoiceRole[] expected)
        {
            foreach (var search in new[] { "", "bakery" })
            {
                var list = await stage.ListAsync(stage.Northwind, new MoneyFilter { State = tab, Search = search });
                list.Rows.Select(row => row.Id).Should().BeEquivalentTo(expected.Select(role => roles[role]), $"{tab} {search}");
                (list.Matching, list.Counts[tab]).Should().Be((expected.Length, expected.Length));
                list.Counts[StateTab.All].Should().Be(roles.Count);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Totals_stand_for_each_currency_and_overdue_turns_with_the_sites_day(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var dueToday = Cast.Content() with { DueDate = Cast.Today };
        await stage.SentAsync(stage.Northwind, dueToday);
        await stage.SentAsync(stage.Northwind, dueToday with { CurrencyCode = "JPY", Lines = [Cast.Line(96_000)] });
        await stage.DraftAsync(stage.Northwind, dueToday with { CurrencyCode = "KWD", Lines = [Cast.Line(12_345)] });
        await stage.SentAsync(stage.Harbor, dueToday);

        (await TotalsAsync()).Should().Equal(new CurrencyTotals("JPY", "JPY 96,000", "JPY 0", "JPY 0"), new CurrencyTotals("KWD", "KWD 0.000", "KWD 0.000", "KWD 12.345"), new CurrencyTotals("USD", "$100.00", "$0.00", "$0.00"));

        // Still the same evening in New York, though the next day in UTC.
        stage.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 3, 59, 0, TimeSpan.Zero));
        (await stage.ListAsync(stage.Northwind)).Counts[StateTab.Overdue].Should().Be(0);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        (await stage.ListAsync(stage.Northwind)).Counts[StateTab.Overdue].Should().Be(2);
        (await TotalsAsync()).Select(totals => totals.Overdue).Should().Equal("JPY 96,000", "KWD 0.000", "$100.00");
        (await stage.ListAsync(stage.Northwind, new MoneyFilter().SearchingFor("96000"))).Totals.Should().ContainSingle().Which.Overdue.Should().EndWith("96,000");

        async Task<IEnumerable<CurrencyTotals>> TotalsAsync() =>
            (await stage.ListAsync(stage.Northwind)).Totals.OrderBy(totals => totals.Currency)
                .Select(totals => new CurrencyTotals(totals.Currency, Plain(totals.Outstanding), Plain(totals.Overdue), Plain(totals.Drafts)));
        static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_rows_link_is_as_the_service_decides_and_the_sort_puts_those_that_work_together(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillWithTiesAsync(stage.Northwind, 90);
        await stage.FillAsync(stage.Northwind);
        var (oldest, copied, replaced) = (await stage.SentAsync(stage.Northwind), await stage.SentAsync(stage.Northwind), await stage.SentAsync(stage.Northwind));
        await stage.Links.TurnOffAsync(stage.Northwind.Admin, oldest);
        await stage.Links.ReplaceAsync(stage.Northwind.Admin, replaced);

        await ChecksAsync(someWork: true);
        stage.Clock.Advance(TimeSpan.FromDays(148));
        await stage.Links.NoteCopiedAsync(stage.Northwind.Viewer, copied);
        stage.Clock.Advance(TimeSpan.FromDays(5));
        await ChecksAsync(someWork: true);
        (await stage.ListAsync(stage.Northwind, new MoneyFilter { Sort = MoneySort.Link })).Rows[0].Id.Should().Be(copied);

        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == stage.Northwind.SiteId));
        await stage.Sites.EditAsync(stage.Northwind.Owner, site.Version, site.ToContent() with { LinkPolicy = new LinkPolicy(300, 200) }, null);
        await ChecksAsync(someWork: true);
        await stage.Sites.TurnPortalAsync(stage.Northwind.Owner, on: false);
        await ChecksAsync(someWork: false);

        async Task ChecksAsync(bool someWork)
        {
            var now = stage.Clock.GetUtcNow().UtcDateTime;
            var (invoices, at) = await stage.ReadAsync(async db => (
                await db.Invoices.ToDictionaryAsync(invoice => invoice.Id), await db.Sites.SingleAsync(site => site.Id == stage.Northwind.SiteId)));
            var links = await stage.ReadAsync(db => db.PortalLinks.Where(link => link.ReplacedAt == null).ToDictionaryAsync(link => link.InvoiceId));
            var works = new List<bool>();
            for (var page = 1; page <= 3; page++)
            {
                var list = await stage.ListAsync(stage.Northwind, new MoneyFilter { Sort = MoneySort.Link, Descending = true, Page = page });
                foreach (var row in list.Rows)
                {
                    var verdict = PortalLinkAvailability.Of(invoices[row.Id], at, links.GetValueOrDefault(row.Id), now);
                    row.Link.Reasons.Should().Equal(verdict.Blockers.Select(blocker => blocker.Sentence));
                    row.Link.Url.Should().Be(verdict.IsAvailable ? await stage.UrlAsync(row.Id) : null);
                    works.Add(verdict.IsAvailable);
                }
            }

            works.Should().HaveCount(invoices.Values.Count(invoice => invoice.SiteId == at.Id)).And.HaveCountGreaterThan(100);
            works.Should().BeEquivalentTo(works.OrderDescending(), options => options.WithStrictOrdering());
            works.Contains(true).Should().Be(someWork);
            works.Should().Contain(false);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Last_opened_is_the_customers_and_takes_no_notice_of_previews_and_robots(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var counts = new PortalOpeningCounts(stage.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        var (seen, previewed) = (await stage.SentAsync(stage.Northwind), await stage.SentAsync(stage.Northwind));
        var (before, links) = (await stage.InvoiceAsync(seen), (Seen: await stage.LinkAsync(seen), Previewed: await stage.LinkAsync(previewed)));
        var looked = Cast.Now.AddMinutes(5);

        await counts.AddAsync([ListStage.Opening(links.Seen.Id, before, looked), ListStage.Opening(links.Seen.Id, before, looked.AddHours(-1))], default);
        await counts.AddAsync([ListStage.Opening(links.Seen.Id, before, looked.AddHours(1), PortalOpeningKind.StaffPreview)], default);
        await counts.AddAsync([ListStage.Opening(links.Previewed.Id, await stage.InvoiceAsync(previewed), looked.AddHours(2), PortalOpeningKind.Robot)], default);

        var rows = (await stage.ListAsync(stage.Northwind, new MoneyFilter { Sort = MoneySort.Opened })).Rows;
        rows.Select(row => (row.Id, row.LastOpened)).Should().Equal((seen, looked), (previewed, null));
        var after = await stage.InvoiceAsync(seen);
        (after.Version, after.SendState, after.BalanceMinor).Should().Be((before.Version, before.SendState, before.BalanceMinor));
    }

    [Fact]
    public async Task A_business_without_invoices_is_told_apart_from_a_search_that_finds_none()
    {
        await using var stage = await Stage.OnAsync();
        (await stage.ListAsync(stage.Northwind)).HasInvoices.Should().BeFalse();
        await stage.DraftAsync(stage.Harbor);
        (await stage.ListAsync(stage.Northwind)).HasInvoices.Should().BeFalse();
        await stage.DraftAsync(stage.Northwind);
        var nothing = await stage.ListAsync(stage.Northwind, new MoneyFilter().SearchingFor("nobody"));
        (nothing.HasInvoices, nothing.Matching, nothing.Rows.Count, nothing.Counts.Values.Sum()).Should().Be((true, 0, 0, 0));
    }
}
