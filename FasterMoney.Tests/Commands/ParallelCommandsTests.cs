using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Commands;

public sealed class ParallelCommandsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_have_no_gap_and_no_double_when_many_send_at_once(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var testSite = stage.Northwind;
        var drafts = new List<Guid>();
        for (var count = 0; count < 30; count++)
            drafts.Add(await stage.DraftAsync(testSite));
        var nothingToPay = await stage.DraftAsync(testSite, Cast.Content() with { Lines = [] });

        // Each draft is sent twice at once, and some sends are refused after the site was locked.
        var sends = drafts.Concat(drafts).Concat(Enumerable.Repeat(nothingToPay, 5))
            .Select(id => Task.Run(() => stage.Invoices.SendAsync(testSite.Admin, id, 1, SentHow.Email)));
        var refused = 0;
        foreach (var send in sends.ToList())
        {
            try
            {
                await send;
            }
            catch (Exception refusal) when (refusal is ChangedByOthers or RuleViolation)
            {
                refused++;
            }
        }

        refused.Should().Be(35);
        (await stage.ReadAsync(db => db.Invoices.Where(invoice => invoice.Number != null).Select(invoice => invoice.NumberSequence).ToListAsync()))
            .Order().Should().Equal(Enumerable.Range(1, 30).Select(number => (long)number));
        (await stage.ReadAsync(db => db.PortalLinks.CountAsync())).Should().Be(30);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_save_at_once_one_is_told(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var id = await stage.DraftAsync(stage.Northwind);
        var saves = Enumerable.Range(1, 8).Select(price => Task.Run(async () =>
        {
            try
            {
                await stage.Invoices.EditDraftAsync(stage.Northwind.Admin, id, 1, stage.Northwind.Ada, Cast.Content(lines: Cast.Line(price)));
                return price;
            }
            catch (ChangedByOthers)
            {
                return 0L;
            }
        }));

        var winner = (await Task.WhenAll(saves)).Should().ContainSingle(price => price > 0).Which;
        var saved = await stage.InvoiceAsync(id);
        saved.TotalMinor.Should().Be(winner);
        saved.Lines.Should().ContainSingle();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_lists_totals_and_keys_are_those_of_the_invoices_whatever_was_done(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillAsync(stage.Northwind);
        await stage.FillAsync(stage.Harbor);
        var random = new Random(20260310);
        for (var round = 0; round < 120; round++)
        {
            try
            {
                await ActAsync(stage, random.Next(2) == 0 ? stage.Northwind : stage.Harbor, random);
            }
            catch (Exception refusal) when (refusal is RuleViolation or ChangedByOthers or NotFoundOnSite)
            {
                // Refused acts must not move a total either.
            }
        }

        var kept = await stage.ReadAsync(db => db.BucketTotals.ToListAsync());
        var invoices = await stage.ReadAsync(db => db.Invoices.ToListAsync());
        var summed = invoices
            .GroupBy(invoice => (invoice.SiteId, invoice.CurrencyCode, invoice.Bucket, DueDate: invoice.Bucket == InvoiceBucket.Open ? invoice.DueDate : BucketTotal.NoDay))
            .Select(group => (group.Key, group.LongCount(), group.Sum(invoice => invoice.TotalMinor), group.Sum(invoice => invoice.BalanceMinor)))
            .ToList();
        kept.Where(total => total.Count != 0)
            .Select(total => ((total.SiteId, total.CurrencyCode, total.Bucket, total.DueDate), total.Count, total.TotalMinor, total.BalanceMinor))
            .Should().BeEquivalentTo(summed);
        kept.Should().NotContain(total => total.Count == 0 && (total.TotalMinor != 0 || total.BalanceMinor != 0));
        summed.Should().HaveCountGreaterThan(8);

        var (keys, sites) = (await stage.ReadAsync(db => db.ListKeys.ToListAsync()), await stage.ReadAsync(db => db.Sites.ToDictionaryAsync(site => site.Id)));
        var links = await stage.ReadAsync(db => db.PortalLinks.Where(link => link.ReplacedAt == null).ToDictionaryAsync(link => link.InvoiceId));
        keys.Should().BeEquivalentTo(invoices.Select(invoice => ListKey.Of(invoice, links.GetValueOrDefault(invoice.Id), sites[invoice.SiteId], null)));
    }

    private static async Task ChangePolicyAsync(Stage stage, TestSite testSite, LinkPolicy policy)
    {
        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == testSite.SiteId));
        await stage.Sites.EditAsync(testSite.Owner, site.Version, site.ToContent() with { LinkPolicy = policy }, null);
    }

    private static async Task ActAsync(Stage stage, TestSite testSite, Random random)
    {
        var all = await stage.ReadAsync(db => db.Invoices.Where(invoice => invoice.SiteId == testSite.SiteId).OrderBy(invoice => invoice.Id).ToListAsync());
        var one = all[random.Next(all.Count)];
        var amount = random.Next(1, 60_00);
        var content = Cast.Content(random.Next(2) == 0 ? "USD" : "KWD", false, Cast.Line(amount, tax: 19)) with { DueDate = Cast.Today.AddDays(random.Next(3)) };
        await (random.Next(18) switch
        {
            0 => stage.DraftAsync(testSite, content),
            1 => stage.Invoices.EditDraftAsync(testSite.Admin, one.Id, one.Version, testSite.Bruno, content),
            2 => stage.Invoices.DeleteDraftAsync(testSite.Admin, one.Id, one.Version),
            3 => stage.Invoices.SendAsync(testSite.Admin, one.Id, one.Version - random.Next(2), SentHow.Other),
            4 => stage.Invoices.WithdrawAsync(testSite.Admin, one.Id, one.Version),
            5 => stage.Invoices.VoidAsync(testSite.Admin, one.Id, one.Version, "Ordered twice"),
            6 => stage.Invoices.DuplicateAsync(testSite.Admin, one.Id),
            7 => stage.Invoices.ChangePrivateNoteAsync(testSite.Admin, one.Id, "INTERNAL NOTE"),
            8 => stage.ChangeAsync(one.Id, invoice => invoice.Refund(amount)),
            9 => stage.Balances.IssueCreditNoteAsync(testSite.Admin, one.Id, one.Version, Cast.CreditOf(amount), Guid.CreateVersion7()),
            10 => stage.ChangeAsync(one.Id, invoice => invoice.Adjust(amount - 30_00)),
            11 => stage.Links.TurnOffAsync(testSite.Admin, one.Id),
            12 => stage.Links.TurnOnAsync(testSite.Admin, one.Id),
            13 => stage.Links.ExtendAsync(testSite.Admin, one.Id),
            14 => stage.Links.NoteCopiedAsync(testSite.Viewer, one.Id),
            15 => stage.Links.ReplaceAsync(testSite.Admin, one.Id),
            16 => ChangePolicyAsync(stage, testSite, new LinkPolicy(random.Next(1, 200), random.Next(1, 100))),
            _ => stage.ChangeAsync(one.Id, invoice => invoice.Pay(amount)),
        });
    }
}
