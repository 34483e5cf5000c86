using System.Diagnostics;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Account;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Samples;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ListBench;

/// <summary>A seeded business in a database of its own, and the application's services around it.</summary>
public sealed class Business : IAsyncDisposable
{
    private WebApplication _app = null!;

    public int Customers { get; private init; }

    public int Invoices { get; private init; }

    public Caller Caller { get; private set; } = null!;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<Business> OpenAsync(string folder, string? server, int customers, int invoices)
    {
        var name = $"bench_{customers}_{invoices}";
        var settings = server is null
            ? new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, name)}.db", folder)
            : new DatabaseSettings(DatabaseProvider.Postgres, await CreateAsync(server, name), folder);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Critical);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDatabase(settings).AddSamples(new SampleDataSettings(false, "Bench-password-1"));
        builder.Services.AddCommands();
        builder.Services.AddAccount();
        builder.Services.AddAdmin();
        var business = new Business { _app = builder.Build(), Customers = customers, Invoices = invoices };
        await business.FillAsync(settings.Provider);
        return business;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task FillAsync(DatabaseProvider provider)
    {
        await Get<DatabaseStart>().MigrateAsync();
        await using var db = await Get<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync();
        if (!await db.Sites.AnyAsync())
        {
            var watch = Stopwatch.StartNew();
            await Get<SeedData>().RunAsync(new SeedOptions(Customers, Invoices, 1, "http://localhost:5269", null, false), new Progress<SeedProgress>());
            Console.WriteLine($"{provider}: seeded {Customers} customers, {Invoices} invoices in {watch.Elapsed.TotalSeconds:N0} s");
            // What its autovacuum does by itself, a little later.
            if (provider == DatabaseProvider.Postgres)
                await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        }

        var owner = await db.Memberships.SingleAsync(membership => membership.Role == SiteRole.Owner);
        Caller = new Caller(owner.UserId, owner.SiteId);
    }

    private static async Task<string> CreateAsync(string server, string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{name}'", connection);
        if (await exists.ExecuteScalarAsync() is null)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync();
        }

        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }
}
