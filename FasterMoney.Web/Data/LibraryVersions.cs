using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace FasterMoney.Web.Data;

/// <summary>Refuses libraries with known faults that lose data or trust.</summary>
public static class LibraryVersions
{
    /// <summary>The first SQLite without the fault that can reset a write-ahead log with committed pages in it.</summary>
    public static readonly Version OldestSqlite = new(3, 51, 3);

    /// <summary>The first Data Protection of this line that is safe to keep the key ring with.</summary>
    public static readonly Version OldestDataProtection = new(10, 0, 7);

    public static void Check() => Check(Sqlite(), DataProtection());

    public static void Check(Version sqlite, Version dataProtection)
    {
        if (sqlite < OldestSqlite)
            throw new StartRefused($"SQLite {sqlite} is too old: {OldestSqlite} or later is needed.");
        if (dataProtection < OldestDataProtection)
            throw new StartRefused($"ASP.NET Core Data Protection {dataProtection} is too old: {OldestDataProtection} or later is needed. Update the .NET runtime.");
    }

    public static Version Sqlite()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return Version.Parse(connection.ServerVersion);
    }

    // The assembly version says only 10.0.0.0; the patch is in the informational version, with a commit behind "+".
    public static Version DataProtection()
    {
        var text = typeof(IDataProtectionBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return Version.Parse(text.Split('+', '-')[0]);
    }
}
