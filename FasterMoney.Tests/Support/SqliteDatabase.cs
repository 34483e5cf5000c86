using FasterMoney.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Support;

/// <summary>A SQLite file of a test's own. Use as a class fixture, or by <see cref="TestDatabase.CreateAsync"/>.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Template = new(MigrateTemplateAsync);

    private readonly TemporaryFolder _folder = new();

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public string File => _folder["fastermoney.db"];

    /// <summary>Writes a migrated, empty database to a path.</summary>
    public static async Task CopyTemplateAsync(string path) => await System.IO.File.WriteAllBytesAsync(path, await Template.Value);

    public static SqliteDb Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqliteDatabase(connectionString);
        return new SqliteDb(options.Options);
    }

    public override FasterMoneyDb CreateDbContext() => Open(ConnectionString);

    public override async Task InitializeAsync()
    {
        await CopyTemplateAsync(File);
        ConnectionString = $"Data Source={File}";
    }

    public override Task DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<byte[]> MigrateTemplateAsync()
    {
        using var folder = new TemporaryFolder();
        var path = folder["template.db"];
        await using (var db = Open($"Data Source={path};Pooling=False"))
            await db.Database.MigrateAsync();
        // The last connection is closed, so the write-ahead log is back in the file.
        return await System.IO.File.ReadAllBytesAsync(path);
    }
}
