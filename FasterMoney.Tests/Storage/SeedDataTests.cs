using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Statements;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

public sealed class SeedDataTests
{
    private static readonly SeedOptions Small = new(Customers: 7, Invoices: 250, Seed: 5, "http://localhost:5260", null, Force: false);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_seed_gives_the_same_business_with_every_state_and_entry(DatabaseProvider provider)
    {
        var first = await SeededAsync(provider, Small);
        var second = await SeededAsync(DatabaseProvider.Sqlite, Small);
        var other = await SeededAsync(DatabaseProvider.Sqlite, Small with { Seed = 6 });

        first.Told.Should().Equal(second.Told).And.NotEqual(other.Told).And.HaveCount(250);
        var invoices = first.Invoices;
        invoices.Select(invoice => invoice.SendState).Distinct().Should().BeEquivalentTo(Enum.GetValues<SendState>());
        invoices.Select(invoice => InvoiceStatement.Of(invoice, Cast.Today).Status).Distinct()
            .Should().BeEquivalentTo(Enum.GetValues<InvoiceStatus>());
        invoices.SelectMany(invoice => invoice.Entries).Select(entry => entry.GetType()).Distinct()
            .Should().BeEquivalentTo([typeof(Payment), typeof(PendingPayment), typeof(Refund), typeof(CreditNote), typeof(Adjustment), typeof(Reversal)]);
        invoices.Select(invoice => invoice.CurrencyCode).Distinct().Should().HaveCount(3);
        var numbers = invoices.Where(invoice => invoice.Number is not null).Select(invoice => invoice.NumberSequence).Order().ToList();
        numbers.Should().Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number));
        first.FollowUps.Should().Equal(second.FollowUps).And.HaveCount(5).And.Contain(told => told.EndsWith("Done")).And.Contain(told => told.EndsWith("Open"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_file_of_links_holds_those_that_work_and_no_others(DatabaseProvider provider)
    {
        using var folder = new TemporaryFolder();
        var seeded = await SeededAsync(provider, Small with { LinksFile = folder["links.txt"] });
        var lines = await File.ReadAllLinesAsync(folder["links.txt"]);

        lines.Should().OnlyHaveUniqueItems().And.OnlyContain(line => line.StartsWith("http://localhost:5260/pay/"));
        var hashes = lines.Select(line => Convert.ToHexString(PortalToken.Hash(line[^PortalToken.Length..]))).ToList();
        var live = seeded.Invoices.Where(invoice => PortalLinkAvailability.Of(invoice, seeded.Site, seeded.Links.GetValueOrDefault(invoice.Id), Cast.Now).IsAvailable);
        hashes.Should().BeEquivalentTo(live.Select(invoice => Convert.ToHexString(seeded.Links[invoice.Id].TokenHash)));
        hashes.Should().HaveCountGreaterThan(50).And.HaveCountLessThan(seeded.Links.Count);
    }

    [Fact]
    public async Task A_second_business_is_refused_unless_it_is_forced_and_then_gets_an_address_of_its_own()
    {
        await using var app = new FasterMoneyApp { Clock = Stage.NewClock() };
        var seed = app.Services.GetRequiredService<SeedData>();
        await seed.RunAsync(Small with { Invoices = 3 }, new Progress<SeedProgress>());

        var again = () => seed.RunAsync(Small with { Invoices = 3 }, new Progress<SeedProgress>());
        await again.Should().ThrowAsync<StartRefused>().WithMessage("*--force*");
        await seed.RunAsync(Small with { Invoices = 4, Force = true }, new Progress<SeedProgress>());

        await using var db = await app.OpenDbAsync();
        (await db.Sites.OrderBy(site => site.RouteSegment).Select(site => site.RouteSegment).ToListAsync()).Should().Equal("pay", "pay-2");
        (await db.Invoices.GroupBy(invoice => invoice.SiteId).Select(group => group.Count()).ToListAsync()).Should().BeEquivalentTo([3, 4]);
    }

    private static async Task<Seeded> SeededAsync(DatabaseProvider provider, SeedOptions options)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var app = new FasterMoneyApp { Clock = Stage.NewClock(), Database = database };
        await app.Services.GetRequiredService<SeedData>().RunAsync(options, new Progress<SeedProgress>());
        await using var db = await app.OpenDbAsync();
        var invoices = await db.Invoices.Include(invoice => invoice.Lines).Include(invoice => invoice.Entries).AsSplitQuery().ToListAsync();
        return new Seeded(
            await db.Sites.SingleAsync(),
            invoices,
            await db.PortalLinks.ToDictionaryAsync(link => link.InvoiceId),
            [.. invoices
                .Select(i => $"{i.Number} {i.IssueDate:O} {i.DueDate:O} {i.BilledTo} {i.Texts.Reference} {i.SendState} {i.Total} {i.BalanceDue} {i.SettledOn:O} {string.Join('+', i.Entries.OrderBy(e => e.Sequence).Select(e => e.AmountMinor))}")
                .Order(StringComparer.Ordinal)],
            [.. (await db.FollowUps.ToListAsync()).Select(followUp => $"{followUp.Title} {followUp.DueOn:O} {followUp.State}").Order(StringComparer.Ordinal)]);
    }

    private sealed record Seeded(FasterMoney.Domain.Sites.Site Site, IReadOnlyList<Invoice> Invoices, IReadOnlyDictionary<Guid, PortalLink> Links, IReadOnlyList<string> Told, IReadOnlyList<string> FollowUps);
}
