using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Start;

/// <summary>Starts on a PostgreSQL database that others start on, or on which an earlier version ran.</summary>
public sealed class SharedDatabaseTests
{
    private const string Purpose = "a link";
    private const string Starts = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'Faster Money start'";

    [PostgresFact]
    public async Task Three_that_start_at_once_on_an_empty_database_make_its_tables_its_keys_and_its_sample_business_once()
    {
        await using var database = await PostgresDatabase.CreateEmptyAsync();
        await using var first = Instance(database, sample: true);
        await using var second = Instance(database, sample: true);
        await using var third = Instance(database, sample: true);

        await Task.WhenAll(new[] { first, second, third }.Select(app => Task.Run(() => app.Services)));

        await using var db = database.CreateDbContext();
        (await db.Sites.Select(site => site.Name).ToListAsync()).Should().BeEquivalentTo("Northwind Studio", "Harbor Repairs");
        (await db.Set<DataProtectionKey>().CountAsync()).Should().Be(1);
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
        Directory.Exists(Path.Combine(first.DataDirectory, "keys")).Should().BeFalse();
        third.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose)
            .Unprotect(first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).Protect("good"))
            .Should().Be("good");
    }

    [PostgresFact]
    public async Task A_start_waits_for_the_turn_of_another_and_gets_it_when_that_one_is_killed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        using var killed = StartOf(database);
        using var waiting = StartOf(database);
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = killed.InTurnAsync(async () =>
        {
            begun.SetResult();
            await end.Task;
        });
        await begun.Task;

        var migrated = waiting.MigrateAsync();
        await Eventually.TrueAsync(async () => (await AskAsync(database, $"SELECT TRUE AS \"Value\" {Starts} AND wait_event = 'advisory'")).Count == 1);
        migrated.IsCompleted.Should().BeFalse();
        (await AskAsync(database, $"SELECT pg_terminate_backend(pid) AS \"Value\" {Starts} AND wait_event IS DISTINCT FROM 'advisory'")).Should().Equal(true);

        (await migrated.WaitAsync(TimeSpan.FromSeconds(20))).Should().BeEmpty();
        end.SetResult();
        await held.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [PostgresFact]
    public async Task Keys_that_an_earlier_version_kept_in_a_folder_are_taken_over_once_and_good_at_every_instance()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var earlier = new FasterMoneyApp();
        var protectedBefore = Protector(earlier).Protect("good");
        await using var first = Instance(database);
        var folder = Directory.CreateDirectory(Path.Combine(first.DataDirectory, "keys")).FullName;
        foreach (var key in Directory.GetFiles(Path.Combine(earlier.DataDirectory, "keys")))
            File.Copy(key, Path.Combine(folder, Path.GetFileName(key)));

        Protector(first).Unprotect(protectedBefore).Should().Be("good");
        first.Logs!.Lines.Should().ContainSingle(line => line.Category == typeof(KeyTable).FullName && line.Level == LogLevel.Information)
            .Which.Everything.Should().Contain("Took the keys in").And.Contain(folder);

        await using var second = Instance(database);
        Protector(second).Unprotect(protectedBefore).Should().Be("good");
        second.Logs!.Lines.Should().NotContain(line => line.Category == typeof(KeyTable).FullName);
        await first.Services.GetRequiredService<KeyTable>().PrepareAsync();
        await using var db = database.CreateDbContext();
        (await db.Set<DataProtectionKey>().CountAsync()).Should().Be(1);
    }

    [PostgresFact]
    public async Task A_key_that_cannot_be_read_refuses_the_start_in_one_line()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using (var db = database.CreateDbContext())
        {
            db.Add(new DataProtectionKey { FriendlyName = "key-broken", Xml = "not a key" });
            await db.SaveChangesAsync();
        }

        await using var services = new ServiceCollection().AddLogging()
            .AddDatabase(new DatabaseSettings(DatabaseProvider.Postgres, database.ConnectionString, Path.GetTempPath())).BuildServiceProvider();
        var prepare = () => services.GetRequiredService<KeyTable>().PrepareAsync();

        (await prepare.Should().ThrowAsync<StartRefused>()).Which.Message.Should().Contain("key-broken").And.NotContain("\n");
    }

    [PostgresFact]
    public async Task An_instance_whose_keys_were_deleted_is_not_ready()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var app = Instance(database);
        await using (var db = database.CreateDbContext())
        {
            using var client = app.CreateClient();
            (await db.Set<DataProtectionKey>().ExecuteDeleteAsync()).Should().Be(1);
            (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        }
    }

    private static FasterMoneyApp Instance(TestDatabase database, bool sample = false) =>
        new() { Database = database, Logs = new CapturedLogs(), Settings = { ["SampleData:Enabled"] = sample ? "true" : "false", ["SampleData:Password"] = Cast.Password } };

    private static IDataProtector Protector(FasterMoneyApp app) => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

    private static DatabaseStart StartOf(TestDatabase database) =>
        new(database, new DatabaseSettings(database.Provider, database.ConnectionString, Path.GetTempPath()), TimeProvider.System);

    private static async Task<List<bool>> AskAsync(TestDatabase database, string sql)
    {
        await using var db = database.CreateDbContext();
        return await db.Database.SqlQueryRaw<bool>(sql).ToListAsync();
    }
}
