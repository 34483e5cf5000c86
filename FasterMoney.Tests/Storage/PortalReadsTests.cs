using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Storage;

public sealed class PortalReadsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_is_read_with_its_invoice_lines_and_entries(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var cast = new PortalCast(database);
        await cast.OpenAsync();
        var (path, invoice, link) = await cast.SendAsync((sent, _, site) =>
        {
            PortalCast.Pay(sent, 50_00);
            PortalCast.Credit(sent, 3_08, site);
        });
        await using var reads = new PortalReads(database);

        for (var twice = 0; twice < 2; twice++)
        {
            var read = await reads.InvoiceAsync("localhost", "pay", PortalToken.Hash(path.Split('/')[2]), default);

            read!.Row.InvoiceId.Should().Be(invoice.Id);
            read.Row.LinkId.Should().Be(link.Id);
            read.Row.Money.Balance.Should().Be(invoice.Balance);
            read.Row.Money.DueDate.Should().Be(invoice.DueDate);
            read.Lines.Select(line => (line.Description, line.Quantity)).Should().Equal(("Workshop", 1m), ("Proofs", 2.5m));
            read.Entries.Select(entry => (entry.Kind, entry.AmountMinor)).Should().Equal((EntryKind.Payment, 50_00), (EntryKind.CreditNote, 3_08));
        }

        (await reads.LinkAsync("localhost", "pay", PortalToken.Hash(PortalToken.New()), default)).Should().BeNull();
        (await reads.LinkAsync("elsewhere", "pay", PortalToken.Hash(path.Split('/')[2]), default)).Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task People_of_the_site_read_the_same_with_or_without_a_route(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (cast, unrouted) = (new PortalCast(database), new PortalCast(database));
        await cast.OpenAsync();
        await unrouted.OpenAsync(segment: "");
        var (path, invoice, _) = await cast.SendAsync((sent, _, _) => PortalCast.Pay(sent, 50_00));
        var (_, other, _) = await unrouted.SendAsync();
        await using var reads = new PortalReads(database);

        var own = await reads.OwnAsync(cast.Site.Id, invoice.Id, default);

        own.Should().BeEquivalentTo(
            await reads.InvoiceAsync("localhost", "pay", PortalToken.Hash(path.Split('/')[2]), default), options => options.ComparingByValue<Money>());
        (own!.Row.Head.Paper, own.Row.RouteBaseUrl, own.Row.RouteSegment).Should().Be((PaperSize.A4, "http://localhost", "pay"));
        (await reads.OwnAsync(unrouted.Site.Id, other.Id, default))!.Row.RouteBaseUrl.Should().BeNull();
        (await reads.OwnAsync(unrouted.Site.Id, invoice.Id, default)).Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Openings_of_a_day_add_up_in_one_row(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var counts = new PortalOpeningCounts(database);
        var link = Guid.NewGuid();
        var now = PortalCast.Now;

        await counts.AddAsync([Opening(now.AddSeconds(1), now.AddSeconds(2), 3)], default);
        await counts.AddAsync([Opening(now, now.AddSeconds(1.5), 4)], default);

        await using var db = database.CreateDbContext();
        var stored = await db.PortalOpenings.SingleAsync();
        (stored.First, stored.Last, stored.Count).Should().Be((now, now.AddSeconds(2), 7));

        PortalOpening Opening(DateTime first, DateTime last, long count) => new()
        {
            LinkId = link, Day = DateOnly.FromDateTime(now), Kind = PortalOpeningKind.Customer, First = first, Last = last, Count = count,
        };
    }
}
