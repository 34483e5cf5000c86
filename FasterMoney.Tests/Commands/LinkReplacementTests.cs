using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

/// <summary>After a leak: every link of a site ends at once and is made anew.</summary>
public sealed class LinkReplacementTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_link_of_the_site_is_another_one_and_no_other_sites(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillAsync(stage.Northwind);
        await stage.FillAsync(stage.Harbor);
        var before = await CurrentAsync(stage, stage.Northwind.SiteId);
        var elsewhere = await CurrentAsync(stage, stage.Harbor.SiteId);
        var heard = new List<LinkProgress>();

        var made = await Commands(stage).ReplaceAllAsync(stage.Northwind.Owner, " northwind ", new Heard(heard));

        var after = await CurrentAsync(stage, stage.Northwind.SiteId);
        var sent = await stage.ReadAsync(db => db.Invoices.Where(invoice => invoice.SiteId == stage.Northwind.SiteId && invoice.SendState != SendState.Draft).Select(invoice => invoice.Id).ToListAsync());
        made.Should().Be(sent.Count).And.BeGreaterThan(5);
        after.Keys.Should().BeEquivalentTo(sent);
        after.Values.Select(link => Convert.ToHexString(link.TokenHash)).Should().NotIntersectWith(before.Values.Select(link => Convert.ToHexString(link.TokenHash)));
        after.Should().AllSatisfy(link => (link.Value.TurnedOffAt, link.Value.GuaranteedThrough).Should().Be((before[link.Key].TurnedOffAt, before[link.Key].GuaranteedThrough)));
        (await stage.ReadAsync(db => db.PortalLinks.CountAsync(link => before.Values.Select(old => old.Id).Contains(link.Id) && link.ReplacedAt == Cast.Now))).Should().Be(before.Count);
        (await CurrentAsync(stage, stage.Harbor.SiteId)).Values.Select(link => link.Id).Should().BeEquivalentTo(elsewhere.Values.Select(link => link.Id));
        heard.First().Should().Be(new LinkProgress(0, made));
        heard.Last().Should().Be(new LinkProgress(made, made));
        (await stage.ReadAsync(db => db.Activity.Where(entry => entry.Kind == ActivityKind.AllLinksReplaced).OrderBy(entry => entry.Sequence).ToListAsync())).Select(ActivitySentence.For)
            .Should().Equal($"Olivia Owner replaced all portal links: {before.Count} links ended.", $"Olivia Owner replaced all portal links: {made} links made anew.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_knows_the_new_links_as_it_knew_the_old_ones(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillAsync(stage.Northwind);
        var before = await KeysAsync(stage);

        await Commands(stage).ReplaceAllAsync(stage.Northwind.Owner, "Northwind");

        (await KeysAsync(stage)).Should().Equal(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Harbor")]
    [InlineData("Northwind Studio")]
    public async Task Without_the_name_typed_nothing_happens(string typed)
    {
        await using var stage = await Stage.OnAsync();
        await stage.FillAsync(stage.Northwind);
        var before = await CurrentAsync(stage, stage.Northwind.SiteId);

        await FluentActions.Awaiting(() => Commands(stage).ReplaceAllAsync(stage.Northwind.Owner, typed)).Should().ThrowAsync<RuleViolation>().WithMessage("*Northwind*to confirm*");

        (await CurrentAsync(stage, stage.Northwind.SiteId)).Values.Select(link => link.Id).Should().BeEquivalentTo(before.Values.Select(link => link.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stopped_in_the_middle_the_old_links_are_dead_and_the_rest_is_made_later(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await SendManyAsync(stage, 600);
        var before = await CurrentAsync(stage, stage.Northwind.SiteId);
        using var stop = new CancellationTokenSource();

        await FluentActions.Awaiting(() => Commands(stage).ReplaceAllAsync(stage.Northwind.Owner, "Northwind", new Stopping(stop, after: 250), stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        var between = await CurrentAsync(stage, stage.Northwind.SiteId);
        between.Should().HaveCountLessThan(before.Count).And.NotBeEmpty();
        between.Values.Select(link => link.Id).Should().NotIntersectWith(before.Values.Select(link => link.Id));
        var missing = before.Keys.Except(between.Keys).First();
        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == stage.Northwind.SiteId));
        PortalLinkAvailability.Of(await stage.InvoiceAsync(missing), site, null, Cast.Now).Blockers.Select(blocker => blocker.Code).Should().Equal(LinkBlockerCode.NewLinkNeeded);
        await stage.Links.ReplaceAsync(stage.Northwind.Admin, missing);

        (await Commands(stage).FinishAsync(stage.Northwind.Owner)).Should().Be(before.Count - between.Count - 1);

        (await CurrentAsync(stage, stage.Northwind.SiteId)).Keys.Should().BeEquivalentTo(before.Keys);
        (await Commands(stage).FinishAsync(stage.Northwind.Owner)).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_owners_at_once_leave_each_invoice_with_one_link(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await SendManyAsync(stage, 120);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Commands(stage).ReplaceAllAsync(stage.Northwind.Owner, "Northwind")));

        (await CurrentAsync(stage, stage.Northwind.SiteId)).Should().HaveCount(120);
        (await stage.ReadAsync(db => db.InvoicesWithoutLink(stage.Northwind.SiteId).CountAsync())).Should().Be(0);
    }

    private static LinkReplacementCommands Commands(Stage stage) => stage.Services.GetRequiredService<LinkReplacementCommands>();

    private static async Task<Dictionary<Guid, PortalLink>> CurrentAsync(Stage stage, Guid siteId) =>
        await stage.ReadAsync(db => db.PortalLinks.AsNoTracking().Where(link => link.SiteId == siteId && link.ReplacedAt == null).ToDictionaryAsync(link => link.InvoiceId));

    private static async Task<List<string>> KeysAsync(Stage stage) => await stage.ReadAsync(db => db.ListKeys.AsNoTracking().OrderBy(key => key.InvoiceId).Select(key => $"{key.InvoiceId} {key.LinkThrough}").ToListAsync());

    private static async Task SendManyAsync(Stage stage, int count)
    {
        await using var db = await stage.OpenDbAsync();
        var site = await db.Sites.SingleAsync(site => site.Id == stage.Northwind.SiteId);
        var ada = await db.Customers.SingleAsync(customer => customer.Id == stage.Northwind.Ada);
        for (var number = 0; number < count; number++)
        {
            var invoice = new Invoice(site, ada, Cast.Content(site.CurrencyCode), Cast.Adam, Cast.Now);
            invoice.Send(SentHow.Email, site, Cast.Adam, Cast.Now);
            db.AddRange(invoice, new PortalLink(invoice, Guid.CreateVersion7(), PortalToken.Hash(PortalToken.New()), "kept elsewhere", Cast.Adam, Cast.Now));
        }

        await db.SaveChangesAsync();
    }

    private sealed class Heard(List<LinkProgress> heard) : IProgress<LinkProgress>
    {
        public void Report(LinkProgress value) => heard.Add(value);
    }

    private sealed class Stopping(CancellationTokenSource stop, int after) : IProgress<LinkProgress>
    {
        public void Report(LinkProgress value)
        {
            if (value.Made >= after)
                stop.Cancel();
        }
    }
}
