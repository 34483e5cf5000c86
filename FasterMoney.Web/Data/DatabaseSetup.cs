using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

public static class DatabaseSetup
{
    /// <summary>
    /// Registers the configured database as <see cref="IDbContextFactory{TContext}"/> of <see cref="FasterMoneyDb"/>,
    /// and a scoped <see cref="FasterMoneyDb"/> for the account stores alone.
    /// </summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings, SampleDataSettings sampleData)
    {
        services.AddSingleton(settings).AddSingleton(sampleData);
        if (settings.Provider == DatabaseProvider.Sqlite)
            services.AddProvider<SqliteDb>(options => options.UseSqliteDatabase(settings.ConnectionString));
        else
            services.AddProvider<PostgresDb>(options => options.UsePostgresDatabase(settings.ConnectionString));

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContext());
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddDataProtection()
            .SetApplicationName("FasterMoney")
            .PersistKeysToFileSystem(new DirectoryInfo(settings.KeyDirectory));

        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<SeedData>();
        return services;
    }

    public static DbContextOptionsBuilder UseSqliteDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(SqliteConnectionRules.Instance);

    public static DbContextOptionsBuilder UsePostgresDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString);

    private static void AddProvider<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TDb : FasterMoneyDb
    {
        services.AddPooledDbContextFactory<TDb>(configure);
        services.AddSingleton<IDbContextFactory<FasterMoneyDb>, FasterMoneyDbFactory<TDb>>();
    }
}
