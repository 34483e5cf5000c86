using System.IO.Compression;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Storage;

public sealed class ArchiveTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database = new();

    private string Backup => _folder["backup.zip"];

    private string Keys => _folder["keys"];

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Directory.CreateDirectory(Keys);
        await File.WriteAllTextAsync(Path.Combine(Keys, "key-1.xml"), "<key />");
        await AddPersonAsync("Ana");
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_taken_while_the_database_is_in_use_brings_back_people_and_keys()
    {
        await using (var open = _database.CreateDbContext())
        {
            await open.Database.OpenConnectionAsync();
            await Archive().WriteAsync(Backup);
        }

        await AddPersonAsync("Bo");
        File.Delete(Path.Combine(Keys, "key-1.xml"));
        await File.WriteAllTextAsync(Path.Combine(Keys, "key-2.xml"), "<key />");
        LetGo();
        await Archive().RestoreAsync(Backup);

        (await PeopleAsync()).Should().Equal("Ana");
        Directory.GetFiles(Keys).Select(Path.GetFileName).Should().Equal("key-1.xml");
        Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("backup.zip", "keys");
    }

    [Fact]
    public async Task No_sign_in_link_or_invitation_of_the_backup_comes_back_to_life()
    {
        Invitation[] invitations =
        [
            new() { Id = Guid.NewGuid(), RoleName = "Owner", CodeHash = [1], CreatedAt = Cast.Now, ExpiresAt = Cast.Now.AddDays(7) },
            new() { Id = Guid.NewGuid(), RoleName = "Owner", CodeHash = [2], CreatedAt = Cast.Now, ExpiresAt = Cast.Now.AddDays(7), UsedAt = Cast.Now },
            new() { Id = Guid.NewGuid(), RoleName = "Owner", CodeHash = [3], CreatedAt = Cast.Now.AddDays(-30), ExpiresAt = Cast.Now.AddDays(-23) },
        ];
        await using (var db = _database.CreateDbContext())
        {
            var ana = await db.Users.SingleAsync();
            db.Add(new PersonSignIn { Id = Guid.NewGuid(), UserId = ana.Id, KeyHash = [1], CreatedAt = Cast.Now, LastUsedAt = Cast.Now, ExpiresAt = Cast.Now });
            db.Add(new PasswordLink { Id = Guid.NewGuid(), UserId = ana.Id, CodeHash = [1], CreatedAt = Cast.Now, ExpiresAt = Cast.Now });
            db.Add(new AskedLetter { Id = Guid.NewGuid(), AskedAt = Cast.Now, NextTryAt = Cast.Now });
            db.AddRange(invitations);
            await db.SaveChangesAsync();
        }

        await Archive().WriteAsync(Backup);
        LetGo();
        await Archive(new FakeTimeProvider(Cast.Now.AddHours(1))).RestoreAsync(Backup);

        await using var restored = _database.CreateDbContext();
        (await restored.Set<Invitation>().OrderBy(each => each.CodeHash).ToListAsync()).Select(each => (each.EndedByRestore, each.ExpiresAt))
            .Should().Equal((true, Cast.Now), (false, Cast.Now.AddDays(7)), (false, Cast.Now.AddDays(-23)));
        (await restored.Set<AskedLetter>().AnyAsync()).Should().BeFalse();
        (await restored.Set<PersonSignIn>().AnyAsync()).Should().BeFalse();
        (await restored.Set<PasswordLink>().AnyAsync()).Should().BeFalse();
        (await PeopleAsync()).Should().Equal("Ana");
    }

    [Fact]
    public async Task A_backup_can_be_restored_where_nothing_was()
    {
        await Archive().WriteAsync(Backup);
        var elsewhere = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={_folder["new/fastermoney.db"]}", _folder["new"]);

        await new SqliteArchive(elsewhere, _database, TimeProvider.System).RestoreAsync(Backup);

        await using var db = SqliteDatabase.Open(elsewhere.ConnectionString + ";Pooling=False");
        (await db.Users.SingleAsync()).DisplayName.Should().Be("Ana");
        File.Exists(_folder["new/keys/key-1.xml"]).Should().BeTrue();
    }

    [Fact]
    public async Task Restore_refuses_while_somebody_has_the_database_open()
    {
        await Archive().WriteAsync(Backup);
        await AddPersonAsync("Bo");
        LetGo();
        using var running = new DatabaseStart(_database, Settings(), TimeProvider.System);
        running.ShowPresence();

        var restore = () => Archive().RestoreAsync(Backup);

        await restore.Should().ThrowAsync<StartRefused>().WithMessage("*in use*");
        (await PeopleAsync()).Should().Equal("Ana", "Bo");
    }

    [Fact]
    public async Task Restore_refuses_a_damaged_archive_and_changes_nothing()
    {
        await Archive().WriteAsync(Backup);
        var bytes = await File.ReadAllBytesAsync(Backup);
        bytes[bytes.Length / 3] ^= 0xFF;
        await File.WriteAllBytesAsync(Backup, bytes);
        LetGo();

        var restore = () => Archive().RestoreAsync(Backup);

        await restore.Should().ThrowAsync<StartRefused>().WithMessage("*damaged*");
        (await PeopleAsync()).Should().Equal("Ana");
    }

    [Fact]
    public async Task Restore_refuses_a_backup_of_a_newer_program()
    {
        await using (var db = _database.CreateDbContext())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '99.0')");
        await Archive().WriteAsync(Backup);
        LetGo();

        var restore = () => Archive().RestoreAsync(Backup);

        await restore.Should().ThrowAsync<StartRefused>().WithMessage("*newer version*");
    }

    [Fact]
    public async Task A_damaged_database_never_replaces_an_earlier_backup()
    {
        await Archive().WriteAsync(Backup);
        var good = await File.ReadAllBytesAsync(Backup);
        LetGo();
        var bytes = await File.ReadAllBytesAsync(_database.File);
        bytes.AsSpan(bytes.Length / 2).Fill(0x5A);
        await File.WriteAllBytesAsync(_database.File, bytes);

        var write = () => Archive().WriteAsync(Backup);

        await write.Should().ThrowAsync<StartRefused>();
        (await File.ReadAllBytesAsync(Backup)).Should().Equal(good);
        Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("backup.zip", "keys");
    }

    [Fact]
    public async Task An_archive_cannot_write_outside_the_key_folder()
    {
        await Archive().WriteAsync(Backup);
        await using (var zip = await ZipFile.OpenAsync(Backup, ZipArchiveMode.Update))
            zip.CreateEntry("keys/../../evil.xml");
        LetGo();

        await Archive().RestoreAsync(Backup);

        Directory.GetFiles(Keys).Select(Path.GetFileName).Should().Equal("key-1.xml");
    }

    [Fact]
    public async Task On_PostgreSQL_its_own_tool_is_named_with_exit_code_2()
    {
        var archive = new SqliteArchive(new DatabaseSettings(DatabaseProvider.Postgres, "Host=x", _folder.Path), _database, TimeProvider.System);

        var write = () => archive.WriteAsync(Backup);

        (await write.Should().ThrowAsync<StartRefused>().WithMessage("*pg_dump*")).Which.ExitCode.Should().Be(2);
    }

    private SqliteArchive Archive(TimeProvider? time = null) => new(Settings(), _database, time ?? TimeProvider.System);

    private DatabaseSettings Settings() => new(DatabaseProvider.Sqlite, _database.ConnectionString, _folder.Path);

    private async Task AddPersonAsync(string name)
    {
        await using var db = _database.CreateDbContext();
        db.Add(new Person { Id = Guid.CreateVersion7(), UserName = name, DisplayName = name });
        await db.SaveChangesAsync();
    }

    private async Task<List<string>> PeopleAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Users.Select(person => person.DisplayName).OrderBy(name => name).ToListAsync();
    }

    // What the end of a process does: idle connections of the pool are closed.
    private void LetGo()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(_database.ConnectionString);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
    }
}
