using System.Data;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Storage;

public sealed class ConnectionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_database_has_every_migration_and_answers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateDbContext();

        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
        (await db.Database.GetAppliedMigrationsAsync()).Should().NotBeEmpty();
        (await db.Users.CountAsync()).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_migrations_hold_the_whole_model(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateDbContext();

        db.Database.HasPendingModelChanges().Should().BeFalse("a change of the model needs a migration for each database");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_and_a_passkey_can_be_kept(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateDbContext())
        {
            var ana = new Person { Id = Guid.CreateVersion7(), UserName = "ana", NormalizedUserName = "ANA", DisplayName = "Ana" };
            db.Add(ana);
            db.Add(new IdentityUserPasskey<Guid>
            {
                UserId = ana.Id,
                CredentialId = [1, 2, 3],
                Data = new IdentityPasskeyData { PublicKey = [4], AttestationObject = [5], ClientDataJson = [6], Name = "Phone" },
            });
            await db.SaveChangesAsync();
        }

        await using var reader = database.CreateDbContext();
        (await reader.Users.SingleAsync()).DisplayName.Should().Be("Ana");
        (await reader.UserPasskeys.SingleAsync()).Data.Name.Should().Be("Phone");
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Every_sqlite_connection_is_durable_and_patient(string pragma, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        for (var use = 0; use < 2; use++)
        {
            await using var db = database.CreateDbContext();
            await db.Database.OpenConnectionAsync();
            (await ReadAsync(db, $"PRAGMA {pragma}")).Should().Be(expected);
        }
    }

    [Fact]
    public async Task A_sqlite_transaction_takes_the_right_to_write_when_it_begins()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var first = database.CreateDbContext();
        await using var transaction = await first.Database.BeginTransactionAsync();

        await using var second = new SqliteConnection(database.ConnectionString + ";Default Timeout=1");
        await second.OpenAsync();
        var begin = () => second.BeginTransaction();

        begin.Should().Throw<SqliteException>().Which.SqliteErrorCode.Should().Be(SQLitePCL.raw.SQLITE_BUSY);
    }

    internal static async Task<string?> ReadAsync(FasterMoneyDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        if (command.Connection!.State != ConnectionState.Open)
            await command.Connection.OpenAsync();
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
