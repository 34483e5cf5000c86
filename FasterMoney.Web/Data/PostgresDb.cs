using FasterMoney.Domain.Invoices;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : FasterMoneyDb(options), IDataProtectionKeyContext
{
    /// <summary>Here and not in a folder, because several instances need the same.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Byte order, as on SQLite: prefix searches can use their index, and both databases sort alike.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<EntryKind>().UseCollation("C");
    }
}
