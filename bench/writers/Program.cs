using System.Diagnostics;
using System.Globalization;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

// Payments per second under parallel writers: WritersBench PROVIDER CONNECTION-STRING
var provider = Enum.Parse<DatabaseProvider>(args[0], ignoreCase: true);
var writers = Number("WRITERS", 8);
var rounds = Number("ROUNDS", 5);
var seconds = Number("SECONDS_EACH", 5);
var invoicesEach = Number("INVOICES", 200);

var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
    .AddSingleton(TimeProvider.System)
    .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
    .Configure<IdentityOptions>(DatabaseSetup.SetAccountSchema)
    .AddSingleton<SiteChanges>()
    .AddSingleton<PreviewCodes>()
    .AddCommands();
if (provider == DatabaseProvider.Sqlite)
    services.AddPooledDbContextFactory<SqliteDb>(options => options.UseSqliteDatabase(args[1])).AddSingleton<IDbContextFactory<FasterMoneyDb>, FasterMoneyDbFactory<SqliteDb>>();
else
    services.AddPooledDbContextFactory<PostgresDb>(options => options.UsePostgresDatabase(args[1])).AddSingleton<IDbContextFactory<FasterMoneyDb>, FasterMoneyDbFactory<PostgresDb>>();

#pragma warning disable ASP0000 // This is no web application: these are its only services.
await using var root = services.BuildServiceProvider();
#pragma warning restore ASP0000
var databases = root.GetRequiredService<IDbContextFactory<FasterMoneyDb>>();
var balances = root.GetRequiredService<BalanceCommands>();
var now = DateTime.UtcNow;
var today = DateOnly.FromDateTime(now);

await using (var db = await databases.CreateDbContextAsync())
    await db.Database.MigrateAsync();

Console.WriteLine($"{provider}, {writers} writers, {seconds} s a round, median of {rounds} rounds");
await MeasureAsync("many invoices, one site", async () =>
{
    var site = await SiteAsync(writers * invoicesEach);
    return [.. site.Invoices.Chunk(invoicesEach).Select(invoices => (site.Caller, invoices))];
});
await MeasureAsync("many invoices, a site for each writer", async () =>
{
    var all = new List<(Caller, Guid[])>();
    for (var writer = 0; writer < writers; writer++)
        all.Add(await SiteAsync(invoicesEach));
    return all;
});
await MeasureAsync("one invoice for all", async () =>
{
    var site = await SiteAsync(1);
    return [.. Enumerable.Repeat((site.Caller, site.Invoices), writers)];
});

async Task MeasureAsync(string name, Func<Task<List<(Caller Caller, Guid[] Invoices)>>> prepare)
{
    var rates = new List<double>();
    var slowest = new List<double>();
    var stale = 0;
    for (var round = -1; round < rounds; round++)
    {
        var work = await prepare();
        var clock = Stopwatch.StartNew();
        // The first round warms up.
        var length = round < 0 ? 1 : seconds;
        var results = await Task.WhenAll(work.Select(each => Task.Run(() => WriteAsync(each.Caller, each.Invoices, clock, length))));
        var took = clock.Elapsed.TotalSeconds;
        if (round < 0)
            continue;
        var times = results.SelectMany(result => result.Times).Order().ToList();
        rates.Add(times.Count / took);
        slowest.Add(times.Count == 0 ? 0 : times[(int)(times.Count * 0.99)]);
        stale += results.Sum(result => result.Stale);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40}{Median(rates),8:F0} payments/s   p99 {Median(slowest),7:F1} ms   told to look again {stale}"));
}

async Task<(List<double> Times, int Stale)> WriteAsync(Caller caller, Guid[] invoices, Stopwatch clock, int length)
{
    var times = new List<double>();
    var stale = 0;
    var versions = new long[invoices.Length];
    Array.Fill(versions, 2); // written, then sent
    for (var turn = 0; clock.Elapsed.TotalSeconds < length; turn = (turn + 1) % invoices.Length)
    {
        var start = clock.Elapsed;
        try
        {
            await balances.RecordPaymentAsync(caller, invoices[turn], versions[turn], new EntryDetails(Guid.NewGuid(), today, 1, "Transfer"), PaymentMethod.BankTransfer, isProcessing: false);
            versions[turn]++;
            times.Add((clock.Elapsed - start).TotalMilliseconds);
        }
        catch (ChangedByOthers)
        {
            stale++;
            await using var db = await databases.CreateDbContextAsync();
            versions[turn] = await db.Invoices.Where(invoice => invoice.Id == invoices[turn]).Select(invoice => invoice.Version).SingleAsync();
        }
    }

    return (times, stale);
}

async Task<(Caller Caller, Guid[] Invoices)> SiteAsync(int count)
{
    await using var db = await databases.CreateDbContextAsync();
    var site = new Site(SiteContent.New("Bench", "USD", "UTC"), now);
    var person = new Person { Id = Guid.CreateVersion7(), DisplayName = "Bench", UserName = $"{site.Id:n}@bench.example", NormalizedUserName = $"{site.Id:N}@BENCH.EXAMPLE" };
    var actor = new Actor(person.Id, "Bench");
    var customer = new Customer(site.Id, new CustomerContent("Customer", "", "", "en-US", "", ""), actor, now);
    db.AddRange(site, person, customer, new Membership(site.Id, person.Id, SiteRole.Owner));
    var invoices = Enumerable.Range(0, count).Select(number =>
    {
        var content = new InvoiceContent("USD", today, today.AddDays(number % 60), new(), "", false, [new LineContent("Work", 1, 1_000_000_00, 0, 0)]);
        var invoice = new Invoice(site, customer, content, actor, now);
        invoice.Send(SentHow.Other, site, actor, now);
        return invoice;
    }).ToList();
    db.AddRange(invoices);
    await db.SaveChangesAsync();
    return (new Caller(person.Id, site.Id), [.. invoices.Select(invoice => invoice.Id)]);
}

static int Number(string name, int otherwise) =>
    int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
