using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FasterMoney.Tests.Support;

/// <summary>A PostgreSQL database of a test's own. Use as a class fixture, or by <see cref="TestDatabase.CreateAsync"/>.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private const string TemplateName = "faster_money_template";

    private static readonly Lazy<Task> Template = new(MigrateTemplateAsync);

    private string? _name;

    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    protected override string? Missing => PostgresCluster.Missing;

    public static PostgresDb Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        options.UsePostgresDatabase(connectionString);
        return new PostgresDb(options.Options);
    }

    public override FasterMoneyDb CreateDbContext() => Open(ConnectionString);

    /// <summary>Without any table, as an operator makes it.</summary>
    public static async Task<PostgresDatabase> CreateEmptyAsync()
    {
        var database = new PostgresDatabase();
        await database.CreateAsync("");
        return database;
    }

    public override async Task InitializeAsync()
    {
        // xunit builds fixtures of skipped tests too.
        if (PostgresCluster.Missing is not null)
            return;
        await Template.Value;
        await CreateAsync($"TEMPLATE {TemplateName}");
    }

    public override async Task DisposeAsync()
    {
        if (_name is null)
            return;
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task CreateAsync(string like)
    {
        _name = $"test_{Guid.NewGuid():n}";
        await ExecuteAsync($"CREATE DATABASE {_name} {like}");
        ConnectionString = await PostgresCluster.ConnectionStringAsync(_name);
    }

    private static async Task MigrateTemplateAsync()
    {
        await ExecuteAsync($"DROP DATABASE IF EXISTS {TemplateName} WITH (FORCE)");
        await ExecuteAsync($"CREATE DATABASE {TemplateName}");
        // Without pooling, because a template may have no connection when it is copied.
        await using var db = Open(await PostgresCluster.ConnectionStringAsync(TemplateName) + ";Pooling=false");
        await db.Database.MigrateAsync();
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresCluster.ConnectionStringAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
