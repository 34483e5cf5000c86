using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Samples;

/// <summary>Fills the configured database with a repeatable business of the asked size.</summary>
public sealed class SeedData(
    IDbContextFactory<FasterMoneyDb> databases, SampleOwner owners, PortalTokens tokens, IConfiguration configuration, TimeProvider time)
{
    private const int BatchSize = 1000;

    private const int InvoicesAFollowUp = 50;

    private static readonly Actor Setup = new(null, "Sample data");

    // How often each story occurs among a hundred invoices: most of a business's invoices are old and paid.
    private static readonly SampleScenario[] Scenarios =
    [
        .. Enumerable.Repeat(SampleScenario.Draft, 6), .. Enumerable.Repeat(SampleScenario.Sent, 12), .. Enumerable.Repeat(SampleScenario.DueToday, 2),
        .. Enumerable.Repeat(SampleScenario.Overdue, 8), .. Enumerable.Repeat(SampleScenario.PartlyPaid, 4), .. Enumerable.Repeat(SampleScenario.PartlyPaidOverdue, 3),
        .. Enumerable.Repeat(SampleScenario.Paid, 20), .. Enumerable.Repeat(SampleScenario.PaidInTwo, 5), .. Enumerable.Repeat(SampleScenario.OldPaid, 22),
        .. Enumerable.Repeat(SampleScenario.Credited, 3), .. Enumerable.Repeat(SampleScenario.Adjusted, 3), .. Enumerable.Repeat(SampleScenario.InCredit, 2),
        .. Enumerable.Repeat(SampleScenario.Refunded, 2), .. Enumerable.Repeat(SampleScenario.Processing, 1), .. Enumerable.Repeat(SampleScenario.Corrected, 1), .. Enumerable.Repeat(SampleScenario.Void, 3), .. Enumerable.Repeat(SampleScenario.LinkTurnedOff, 1),
        .. Enumerable.Repeat(SampleScenario.Expired, 2),
    ];

    private static readonly string[] Firsts = ["Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Heron", "Indigo", "Juniper", "Kite", "Larch", "Maple", "North", "Opal", "Prairie"];
    private static readonly string[] Seconds = ["Analytics", "Bakery", "Carpentry", "Dental", "Events", "Florists", "Garage", "Hotel", "Imports", "Joinery", "Kitchens", "Logistics", "Media", "Nursery", "Optics", "Press"];
    private static readonly string[] Works = ["Consulting", "Design work", "Delivery and set-up", "Monthly service", "Materials", "Training day", "Repair", "Inspection"];

    /// <returns>The line that says how to sign in.</returns>
    /// <exception cref="StartRefused">There is a business already and it was not forced, or the portal URL is refused.</exception>
    public async Task<string> RunAsync(SeedOptions options, IProgress<SeedProgress> progress, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var random = new Random(options.Seed);
        var (site, owner, password) = await OpenSiteAsync(options, now, cancellationToken);
        var writer = new BusinessWriter(site, tokens, random, now);
        var customers = await WriteCustomersAsync(options, writer, random, progress, cancellationToken);

        await using var links = options.LinksFile is { } file ? new StreamWriter(file) : null;
        var plans = Enumerable.Range(0, options.Invoices)
            .Select(_ => Scenarios[random.Next(Scenarios.Length)])
            .Select(scenario => (Scenario: scenario, Issued: writer.IssueDate(scenario)))
            .OrderBy(plan => plan.Issued)
            .ToList();
        var done = 0;
        foreach (var batch in plans.Chunk(BatchSize))
        {
            await WriteInvoicesAsync(site, owner, writer, customers, random, batch, links, now, cancellationToken);
            progress.Report(new SeedProgress("Invoices", done += batch.Length, options.Invoices));
        }

        return SampleOwner.SignIn(password);
    }

    private async Task<(Site Site, Membership Owner, string? Password)> OpenSiteAsync(SeedOptions options, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!options.Force && await db.Sites.AnyAsync(cancellationToken))
            throw new StartRefused("The database already holds a business. Use --force to add another one to it.");

        var (owner, password) = await owners.EnsureAsync();
        var site = new Site(
            SiteContent.New($"Seeded Business {options.Seed}", "USD", "Europe/London") with
            {
                LegalName = $"Seeded Business {options.Seed} Ltd",
                Address = "1 Market Square\nOxford OX1 1AA",
                ContactEmail = "billing@seeded.example",
                PaymentInstructions = "Bank transfer, naming the invoice number.",
            },
            now.AddDays(-800));
        site.ConfigurePortal(await FreeRouteAsync(db, options.PortalUrl, cancellationToken), Setup, now);
        var place = SampleOwner.Owns(site, owner);
        db.AddRange(site, place);
        await db.SaveChangesAsync(cancellationToken);
        return (site, place, password);
    }

    // A second seeded business on the same address gets the next free path segment.
    private async Task<PortalRoute> FreeRouteAsync(FasterMoneyDb db, string? portalUrl, CancellationToken cancellationToken)
    {
        var wanted = SampleRoute.Of(configuration, portalUrl);
        var route = wanted;
        for (var n = 2; await db.Sites.AnyAsync(site => site.RouteAuthority == route.Authority && site.RouteSegment == route.Segment, cancellationToken); n++)
            route = PortalRoute.Parse(wanted.BaseUrl, $"{wanted.Segment}-{n}");

        return route;
    }

    private async Task<List<Customer>> WriteCustomersAsync(
        SeedOptions options, BusinessWriter writer, Random random, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        var customers = new List<Customer>();
        for (var done = 0; done < options.Customers; done += BatchSize)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var batch = Enumerable.Range(done, Math.Min(BatchSize, options.Customers - done)).Select(n =>
            {
                var name = $"{Firsts[random.Next(Firsts.Length)]} {Seconds[random.Next(Seconds.Length)]} {n + 1}";
                return writer.Customer(name, $"Contact {n + 1}", $"accounts{n + 1}@customer.example", random.Next(2) == 0 ? "en-US" : "en-GB", $"{n + 1} High Street\nSpringfield");
            }).ToList();
            db.AddRange(batch);
            await db.SaveChangesAsync(cancellationToken);
            customers.AddRange(batch);
            progress.Report(new SeedProgress("Customers", customers.Count, options.Customers));
        }

        return customers;
    }

    private async Task WriteInvoicesAsync(
        Site site, Membership owner, BusinessWriter writer, List<Customer> customers, Random random, (SampleScenario Scenario, DateOnly Issued)[] plans, StreamWriter? links,
        DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Attach(site);
        for (var n = 0; n < plans.Length; n++)
        {
            var (scenario, issued) = plans[n];
            var written = writer.Invoice(
                customers[random.Next(customers.Count)],
                scenario,
                issued,
                random.Next(10) switch { 0 => "EUR", 1 => "JPY", _ => "USD" },
                [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Line(random))],
                random.Next(2) == 0 ? "" : $"PO {random.Next(10_000, 99_999)}",
                "");
            db.Add(written.Invoice);
            if (n % InvoicesAFollowUp == 0)
            {
                var turn = n / InvoicesAFollowUp;
                db.Add(writer.FollowUp(written.Invoice, owner, $"Ask {written.Invoice.BilledTo} about {written.Invoice.Number ?? "the draft"}", (turn % 15) - 5, turn % 3 == 2));
            }

            if (written.Link is { } link)
            {
                db.Add(link);
                db.AddRange(written.Openings);
                if (links is not null && PortalLinkAvailability.Of(written.Invoice, site, link, now).IsAvailable)
                    await links.WriteLineAsync(tokens.UrlOf(site.Portal!, link));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static LineContent Line(Random random) => new(
        Works[random.Next(Works.Length)],
        1 + random.Next(20),
        1000 + random.Next(90_000),
        random.Next(8) == 0 ? 10 : 0,
        random.Next(3) == 0 ? 0 : 20);
}
