using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FasterMoney.Tests.Commands;

/// <summary>A database that is busy, full or away: nothing is saved, the person is told, and the same act works afterwards.</summary>
public sealed class DatabaseFaultTests
{
    [Fact]
    public async Task A_database_that_somebody_else_holds_is_busy_and_the_same_act_is_recorded_once_afterwards()
    {
        var impatient = new Impatient();
        await using var stage = await Stage.OnAsync(doubles: impatient.Replace);
        var id = await stage.SentAsync(stage.Northwind);
        var act = Cast.Entry(10_00);
        Task<FasterMoney.Web.Commands.Recorded> RecordAsync() =>
            stage.Balances.RecordPaymentAsync(stage.Northwind.Admin, id, 2, act, PaymentMethod.Cash, isProcessing: false);

        await using (var holder = new SqliteConnection(impatient.ConnectionString))
        {
            await holder.OpenAsync();
            await using var hold = holder.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();
            Func<Task>[] acts = [
                RecordAsync,
                () => stage.Customers.CreateAsync(stage.Northwind.Admin, Cast.AdasBakery),
                () => stage.Links.TurnOffAsync(stage.Northwind.Admin, id),
                () => stage.Invoices.CreateDraftAsync(stage.Northwind.Admin, stage.Northwind.Ada, Cast.Content()),
                () => stage.FollowUps.CreateAsync(stage.Northwind.Admin, id, Cast.FollowUp(stage.Northwind.Admin.UserId)),
            ];
            foreach (var problem in await Task.WhenAll(acts.Select(each => Task.Run(() => Record.ExceptionAsync(each)))))
                FaultOf(problem).Should().Be(DatabaseFault.Busy);
        }

        (await stage.InvoiceAsync(id)).EntryCount.Should().Be(0);
        var recorded = await RecordAsync();
        (await RecordAsync()).Should().Be(recorded with { WasRecordedBefore = true });
        (await stage.InvoiceAsync(id)).PaidMinor.Should().Be(10_00);
    }

    [Fact]
    public async Task A_full_disk_is_told_from_other_faults_and_leaves_nothing_behind()
    {
        var full = new Impatient();
        await using var stage = await Stage.OnAsync(doubles: full.Replace);
        var customers = await stage.ReadAsync(db => db.Customers.CountAsync());
        full.OnOpen = "PRAGMA max_page_count = 1";

        var large = Cast.AdasBakery with { PrivateNote = new string('x', 4000) };
        Exception? problem = null;
        var added = 0;
        for (; problem is null && added < 100; added++)
            problem = await Record.ExceptionAsync(() => stage.Customers.CreateAsync(stage.Northwind.Admin, large));

        FaultOf(problem).Should().Be(DatabaseFault.Full);
        full.OnOpen = null;
        (await stage.ReadAsync(db => db.Customers.CountAsync())).Should().Be(customers + added - 1);
        await stage.Customers.CreateAsync(stage.Northwind.Admin, large);
    }

    [PostgresFact]
    public async Task A_server_that_is_away_is_told_from_other_faults_and_the_act_works_when_it_is_back()
    {
        await using var stage = await Stage.OnAsync(DatabaseProvider.Postgres);
        var id = await stage.SentAsync(stage.Northwind);
        var database = new NpgsqlConnectionStringBuilder(((TestDatabase)stage.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>()).ConnectionString).Database!;
        var act = Cast.Entry(10_00);
        Task RecordAsync() => stage.Balances.RecordPaymentAsync(stage.Northwind.Admin, id, 2, act, PaymentMethod.Cash, isProcessing: false);

        await AsServerAsync($"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS false", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        // The pool gives out what the server has ended, once for each; after that nobody gets in.
        for (var tries = 0; tries < 3; tries++)
            FaultOf(await Record.ExceptionAsync(RecordAsync)).Should().Be(DatabaseFault.Away);

        await AsServerAsync($"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS true");
        await RecordAsync();
        (await stage.InvoiceAsync(id)).PaidMinor.Should().Be(10_00);
    }

    [Fact]
    public void Faults_of_the_program_and_refusals_are_none_of_the_database()
    {
        DatabaseFaults.Of(new InvalidOperationException("A bug")).Should().BeNull();
        DatabaseFaults.Of(new DbUpdateException("Twice", new SqliteException("UNIQUE", 19, 2067))).Should().BeNull();
        DatabaseFaults.Of(new DbUpdateException("Late", new SqliteException("locked", 5)))
            .Should().Be(DatabaseFault.Busy, "however deep it lies");
    }

    private static DatabaseFault? FaultOf(Exception? problem) => problem is null ? null : DatabaseFaults.Of(problem);

    private static async Task AsServerAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(await PostgresCluster.ConnectionStringAsync("postgres"));
        await connection.OpenAsync();
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The stage's SQLite file, for those who give up after a second.</summary>
    private sealed class Impatient : IDbContextFactory<FasterMoneyDb>
    {
        public string ConnectionString { get; private set; } = "";

        public string? OnOpen { get; set; }

        public void Replace(IServiceCollection services)
        {
            var database = (TestDatabase)services.Last(service => service.ServiceType == typeof(IDbContextFactory<FasterMoneyDb>)).ImplementationInstance!;
            ConnectionString = database.ConnectionString + ";Default Timeout=1;Pooling=False";
            services.AddSingleton<IDbContextFactory<FasterMoneyDb>>(this);
        }

        public FasterMoneyDb CreateDbContext()
        {
            var db = SqliteDatabase.Open(ConnectionString);
            if (OnOpen is not null)
            {
                db.Database.OpenConnection();
                db.Database.ExecuteSqlRaw(OnOpen);
            }

            return db;
        }
    }
}
