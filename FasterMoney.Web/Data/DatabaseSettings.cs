using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FasterMoney.Web.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Which database is used, how it is reached, and the folder for everything the application keeps on disk.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, string DataDirectory)
{
    private const string ProviderKey = "Database:Provider";
    private const string ConnectionKey = "ConnectionStrings:FasterMoney";
    private const string DirectoryKey = "Data:Directory";

    /// <summary>Whether the Data Protection key ring is in <see cref="KeyDirectory"/>; otherwise it is in the database, for all instances.</summary>
    public bool KeepsKeysInFolder => Provider == DatabaseProvider.Sqlite;

    /// <summary>Where the key ring is kept on SQLite, and was kept by earlier versions on PostgreSQL.</summary>
    public string KeyDirectory => Path.Combine(DataDirectory, "keys");

    /// <summary>The database file of SQLite, as a full path.</summary>
    public string SqliteFile => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    public static DatabaseSettings Read(IConfiguration configuration, IHostEnvironment environment, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Database"), errors, "Provider");
        UnknownSettings.Refuse(configuration.GetSection("Data"), errors, "Directory");

        var directory = ReadDirectory(configuration, environment, errors);
        var provider = ReadProvider(configuration[ProviderKey], errors);
        var connection = configuration[ConnectionKey];

        var connectionString = (provider, string.IsNullOrWhiteSpace(connection)) switch
        {
            (DatabaseProvider.Sqlite, true) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "fastermoney.db") }.ToString(),
            (DatabaseProvider.Sqlite, false) => Checked(() => SqliteConnection(connection!), errors),
            (DatabaseProvider.Postgres, true) => Missing(errors),
            (DatabaseProvider.Postgres, false) => Checked(() => PostgresConnection(connection!), errors),
            _ => "",
        };

        return new DatabaseSettings(provider ?? DatabaseProvider.Sqlite, connectionString, directory);
    }

    private static string ReadDirectory(IConfiguration configuration, IHostEnvironment environment, List<string> errors)
    {
        var configured = configuration[DirectoryKey];
        var directory = !string.IsNullOrWhiteSpace(configured) ? Path.GetFullPath(configured)
            : environment.IsDevelopment() ? Path.Combine(environment.ContentRootPath, "App_Data")
            : Directory.GetCurrentDirectory();

        if (File.Exists(directory))
            errors.Add($"{DirectoryKey} is \"{directory}\", which is a file and not a folder.");
        return directory;
    }

    private static DatabaseProvider? ReadProvider(string? value, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(value))
            return DatabaseProvider.Sqlite;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            if (string.Equals(value, provider.ToString(), StringComparison.OrdinalIgnoreCase))
                return provider;
        }

        errors.Add($"{ProviderKey} is \"{value}\". Use Sqlite or Postgres.");
        return null;
    }

    private static string SqliteConnection(string value)
    {
        var builder = new SqliteConnectionStringBuilder(value);
        return builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory
            ? throw new ArgumentException("it names no file (Data Source=PATH)")
            : builder.ToString();
    }

    private static string PostgresConnection(string value)
    {
        var builder = new NpgsqlConnectionStringBuilder(value);
        return string.IsNullOrWhiteSpace(builder.Host)
            ? throw new ArgumentException("it names no server (Host=NAME)")
            : builder.ToString();
    }

    private static string Missing(List<string> errors)
    {
        errors.Add($"{ConnectionKey} is needed when {ProviderKey} is Postgres, for example Host=localhost;Database=fastermoney;Username=fastermoney.");
        return "";
    }

    // The value itself is not repeated: it may hold a password.
    private static string Checked(Func<string> read, List<string> errors)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or DbException)
        {
            errors.Add($"{ConnectionKey} cannot be used: {problem.Message.ReplaceLineEndings(" ")}");
            return "";
        }
    }
}
