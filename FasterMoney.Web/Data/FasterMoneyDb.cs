using FasterMoney.Web.Account;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>One model for both databases; <see cref="SqliteDb"/> and <see cref="PostgresDb"/> add only what differs.</summary>
public abstract class FasterMoneyDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    // The third schema has the passkeys. Said here, not in the options, so that the design-time tools see the same model.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(FasterMoneyDb).Assembly);
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : FasterMoneyDb(options);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : FasterMoneyDb(options);
