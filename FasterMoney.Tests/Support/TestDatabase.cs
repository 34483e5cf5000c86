using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Support;

/// <summary>An empty database of a test's own, with migrations applied. Copied from a template that is migrated once a run.</summary>
public abstract class TestDatabase : IDbContextFactory<FasterMoneyDb>, IAsyncLifetime, IAsyncDisposable
{
    private string? _connectionString;

    public abstract DatabaseProvider Provider { get; }

    public string ConnectionString
    {
        get => _connectionString ?? throw new InvalidOperationException(Missing ?? "The database is not initialised.");
        protected set => _connectionString = value;
    }

    /// <summary>What the application is told to use this database.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Database:Provider"] = Provider.ToString(),
        ["ConnectionStrings:FasterMoney"] = ConnectionString,
    };

    protected virtual string? Missing => null;

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        TestDatabase database = provider == DatabaseProvider.Sqlite ? new SqliteDatabase() : new PostgresDatabase();
        await database.InitializeAsync();
        _ = database.ConnectionString;
        return database;
    }

    public abstract FasterMoneyDb CreateDbContext();

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
