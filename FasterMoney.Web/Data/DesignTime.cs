using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FasterMoney.Web.Data;

// For `dotnet ef` only: migrations are written without a database at hand, so these addresses are never opened.

public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqliteDatabase("Data Source=design-time.db");
        return new SqliteDb(options.Options);
    }
}

public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        options.UsePostgresDatabase("Host=design-time;Database=fastermoney");
        return new PostgresDb(options.Options);
    }
}
