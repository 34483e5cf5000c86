using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

// A process that records payments is killed, finds the database held, or its disk full; what it had acknowledged must be there afterwards.
// FaultsBench kill|held|full PROVIDER CONNECTION-STRING; the process itself is FaultsBench write PROVIDER CONNECTION-STRING.
const int Invoices = 200;
const int Full = 3;
var (verb, provider, connection) = (args[0], Enum.Parse<DatabaseProvider>(args[1], ignoreCase: true), args[2]);
var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
    .AddSingleton(TimeProvider.System)
    .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
    .Configure<IdentityOptions>(DatabaseSetup.SetAccountSchema)
    .AddSingleton<SiteChanges>()
    .AddSingleton<PreviewCodes>()
    .AddCommands();
if (provider == DatabaseProvider.Sqlite)
    services.AddPooledDbContextFactory<SqliteDb>(options => options.UseSqliteDatabase(connection)).AddSingleton<IDbContextFactory<FasterMoneyDb>, FasterMoneyDbFactory<SqliteDb>>();
else
    services.AddPooledDbContextFactory<PostgresDb>(options => options.UsePostgresDatabase(connection)).AddSingleton<IDbContextFactory<FasterMoneyDb>, FasterMoneyDbFactory<PostgresDb>>();

#pragma warning disable ASP0000 // This is no web application: these are its only services.
await using var root = services.BuildServiceProvider();
#pragma warning restore ASP0000
var databases = root.GetRequiredService<IDbContextFactory<FasterMoneyDb>>();
var now = DateTime.UtcNow;
var today = DateOnly.FromDateTime(now);
return verb == "write" ? await WriteAsync() : await DriveAsync();

// Four at once, on any invoice, and a line for each payment once it is confirmed.
async Task<int> WriteAsync()
{
    var balances = root.GetRequiredService<BalanceCommands>();
    await using var db = await databases.CreateDbContextAsync();
    var caller = await db.Memberships.Select(each => new Caller(each.UserId, each.SiteId)).SingleAsync();
    var all = await db.Invoices.Select(invoice => invoice.Id).ToArrayAsync();
    var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
    {
        while (true)
        {
            var command = Guid.NewGuid();
            try
            {
                await using var read = await databases.CreateDbContextAsync();
                var id = all[Random.Shared.Next(all.Length)];
                var version = await read.Invoices.Where(invoice => invoice.Id == id).Select(invoice => invoice.Version).SingleAsync();
                await balances.RecordPaymentAsync(caller, id, version, new EntryDetails(command, today, 1, "Transfer"), PaymentMethod.BankTransfer, isProcessing: false);
                Console.WriteLine($"ok {command}");
            }
            catch (ChangedByOthers)
            {
                // Another one was first: look again.
            }
            catch (Exception problem) when (DatabaseFaults.Of(problem) is { } fault)
            {
                Console.WriteLine($"fault {fault}");
                if (fault != DatabaseFault.Busy)
                    return fault == DatabaseFault.Full ? Full : 1;
            }
        }
    })));
    return results.Max();
}

async Task<int> DriveAsync()
{
    await PrepareAsync();
    var acknowledged = new ConcurrentBag<Guid>();
    var faults = new ConcurrentBag<string>();
    var figures = verb switch
    {
        "kill" => await KillAsync(),
        "held" => await HoldAsync(),
        _ => await FillAsync(),
    };
    var findings = await CheckAsync(acknowledged);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{provider,-9}{verb,-6}{figures}, {acknowledged.Count} payments acknowledged, {findings.Count} wrong afterwards"));
    foreach (var finding in findings)
        Console.WriteLine($"  {finding}");
    return findings.Count == 0 ? 0 : 1;

    async Task<string> KillAsync()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 20;
        for (var kill = 0; kill < kills; kill++)
        {
            var (writer, first) = Start();
            await first;
            await Task.Delay(Random.Shared.Next(50, 1500));
            writer.Kill();
            await writer.WaitForExitAsync();
        }

        return $"{kills} kills";
    }

    async Task<string> HoldAsync()
    {
        var (writer, first) = Start();
        await first;
        var before = 0;
        await using (var holder = new SqliteConnection(connection))
        {
            await holder.OpenAsync();
            await using var hold = holder.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();
            before = acknowledged.Count;
            await Task.Delay(TimeSpan.FromSeconds(45));
        }

        var meanwhile = acknowledged.Count - before;
        await Task.Delay(TimeSpan.FromSeconds(8));
        var afterwards = acknowledged.Count - before;
        writer.Kill();
        await writer.WaitForExitAsync();
        return $"held for 45 s: {meanwhile} meanwhile, told busy {faults.Count} times, {afterwards} in the 8 s after it";
    }

    async Task<string> FillAsync()
    {
        var (writer, _) = Start();
        await writer.WaitForExitAsync();
        return writer.ExitCode == Full ? "disk full, said so" : $"disk full, but the writer ended with {writer.ExitCode}";
    }

    (Process Writer, Task First) Start()
    {
        var first = new TaskCompletionSource();
        var start = new ProcessStartInfo(Environment.ProcessPath!, [System.Reflection.Assembly.GetExecutingAssembly().Location, "write", args[1], connection]) { RedirectStandardOutput = true };
        var writer = new Process { StartInfo = start };
        writer.OutputDataReceived += (_, line) =>
        {
            // What was cut in the middle was not said.
            if (line.Data is { } text && text.StartsWith("ok ", StringComparison.Ordinal) && Guid.TryParseExact(text[3..], "D", out var command))
                acknowledged.Add(command);
            else if (line.Data is { Length: > 0 } said)
                faults.Add(said);
            first.TrySetResult();
        };
        writer.Start();
        writer.BeginOutputReadLine();
        return (writer, first.Task);
    }
}

async Task<List<string>> CheckAsync(IReadOnlyCollection<Guid> acknowledged)
{
    var findings = new List<string>();
    await using var db = await databases.CreateDbContextAsync();
    var stored = (await db.BalanceEntries.Select(entry => entry.CommandId).ToListAsync()).ToHashSet();
    if (acknowledged.Count(command => !stored.Contains(command)) is > 0 and var lost)
        findings.Add($"{lost} acknowledged payments are not there");
    var invoices = await db.Invoices.Include(invoice => invoice.Entries).AsNoTracking().ToListAsync();
    findings.AddRange(invoices
        .Where(invoice => invoice.Entries.Count != invoice.EntryCount || invoice.Entries.Sum(entry => entry.AmountMinor) != invoice.PaidMinor || invoice.Balance.DueMinor != invoice.BalanceMinor)
        .Select(invoice => $"{invoice.Number} does not add up"));
    var open = await db.BucketTotals.Where(total => total.Bucket == InvoiceBucket.Open).SumAsync(total => total.BalanceMinor);
    if (open != invoices.Where(invoice => invoice.Bucket == InvoiceBucket.Open).Sum(invoice => invoice.BalanceMinor))
        findings.Add("the totals of the list are not those of the invoices");
    findings.AddRange((await ActivityCheck.OfAsync(db, await db.Sites.ToListAsync(), default)).Findings);
    if (await db.Activity.CountAsync() < stored.Count)
        findings.Add("payments have no activity");
    if (provider == DatabaseProvider.Sqlite && await db.Database.SqlQuery<string>($"PRAGMA integrity_check").ToListAsync() is not ["ok"])
        findings.Add("the file is damaged");
    return findings;
}

async Task PrepareAsync()
{
    await using var db = await databases.CreateDbContextAsync();
    await db.Database.MigrateAsync();
    var site = new Site(SiteContent.New("Bench", "USD", "UTC"), now);
    var person = new Person { Id = Guid.CreateVersion7(), DisplayName = "Bench", UserName = "bench", NormalizedUserName = "BENCH" };
    var actor = new Actor(person.Id, "Bench");
    var customer = new Customer(site.Id, new CustomerContent("Customer", "", "", "en-US", "", ""), actor, now);
    db.AddRange(site, person, customer, new Membership(site.Id, person.Id, SiteRole.Owner));
    for (var number = 0; number < Invoices; number++)
    {
        var invoice = new Invoice(site, customer, new InvoiceContent("USD", today, today.AddDays(30), new(), "", false, [new LineContent("Work", 1, 1_000_000_00, 0, 0)]), actor, now);
        invoice.Send(SentHow.Other, site, actor, now);
        db.Add(invoice);
    }

    await db.SaveChangesAsync();
}
