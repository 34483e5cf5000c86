using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FasterMoney.Web.Data;

public static class DatabaseSetup
{
    private static readonly ServiceProvider AccountSchemaAlone =
        new ServiceCollection().Configure<IdentityOptions>(SetAccountSchema).BuildServiceProvider();

    /// <summary>
    /// Registers the configured database as <see cref="IDbContextFactory{TContext}"/> of <see cref="FasterMoneyDb"/>,
    /// and a scoped <see cref="FasterMoneyDb"/> for the account stores alone.
    /// </summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings, KeySettings? keys = null)
    {
        services.AddSingleton(settings);
        if (settings.Provider == DatabaseProvider.Sqlite)
            services.AddProvider<SqliteDb>(options => options.UseSqliteDatabase(settings.ConnectionString));
        else
            services.AddProvider<PostgresDb>(options => options.UsePostgresDatabase(settings.ConnectionString)).AddOtherInstances();

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContext());
        services.Configure<IdentityOptions>(SetAccountSchema);
        var ring = services.AddDataProtection().SetApplicationName("FasterMoney");
        ring = settings.KeepsKeysInFolder ? ring.PersistKeysToFileSystem(new DirectoryInfo(settings.KeyDirectory)) : ring.PersistKeysToDbContext<PostgresDb>();
        if (keys is { AreWrapped: true })
            ring.ProtectKeysWithCertificate(keys.Certificates[0]).UnprotectKeysWithAnyCertificate([.. keys.Certificates]);

        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<KeyTable>();
        services.AddSingleton<SqliteArchive>();
        services.AddSingleton<SiteChanges>();
        services.AddSingleton<PreviewCodes>();
        return services;
    }

    public static DbContextOptionsBuilder UseSqliteDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseAccountSchema().LeaveFaultsToCallers().UseSqlite(connectionString).AddInterceptors(SqliteConnectionRules.Instance);

    public static DbContextOptionsBuilder UsePostgresDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseAccountSchema().LeaveFaultsToCallers().UseNpgsql(connectionString);

    // Who saves knows whether a refusal is a conflict between two people or a fault, and says so; EF Core calls both an error, with a stack.
    private static DbContextOptionsBuilder LeaveFaultsToCallers(this DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Log(
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug)));

    /// <summary>The account tables with passkeys.</summary>
    public static void SetAccountSchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    // Identity reads the version of its tables from the application's services alone. `dotnet ef` and tests have none,
    // and would write and see migrations without passkeys.
    private static DbContextOptionsBuilder UseAccountSchema(this DbContextOptionsBuilder options) =>
        options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null
            ? options.UseApplicationServiceProvider(AccountSchemaAlone)
            : options;

    // Several may work on one PostgreSQL database; a SQLite file belongs to one alone.
    private static void AddOtherInstances(this IServiceCollection services)
    {
        // The framework's key store asks for it.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext());
        services.AddSingleton<ChangesElsewhere>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangesElsewhere>());
    }

    private static IServiceCollection AddProvider<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TDb : FasterMoneyDb
    {
        services.AddSingleton<DatabaseFaultLog>().AddSingleton<QuerySpans>();
        services.AddPooledDbContextFactory<TDb>((provider, options) =>
        {
            configure(options);
            options.AddInterceptors(provider.GetRequiredService<DatabaseFaultLog>(), provider.GetRequiredService<QuerySpans>());
        });
        return services.AddSingleton<IDbContextFactory<FasterMoneyDb>, FasterMoneyDbFactory<TDb>>();
    }
}
