using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>Backup and restore: one archive that holds the database and the key ring, checked on both ways.</summary>
public sealed class SqliteArchive(DatabaseSettings settings, IDbContextFactory<FasterMoneyDb> factory, TimeProvider time)
{
    private const int Format = 1;
    private const string DatabaseName = "fastermoney.db";
    private const string ContentsName = "backup.json";
    private const string KeyPrefix = "keys/";

    public async Task WriteAsync(string file, CancellationToken cancellationToken = default)
    {
        RefusePostgres("pg_dump");
        if (!File.Exists(settings.SqliteFile))
            throw new StartRefused($"There is no database to back up at {settings.SqliteFile}.");
        var target = Path.GetFullPath(file);
        if (Directory.Exists(target))
            throw new StartRefused($"{target} is a folder. Name a file.");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new StartRefused($"The folder {Path.GetDirectoryName(target)} does not exist.");

        // Beside the target, so that the last step is a rename on one disk.
        var unfinished = $"{target}.{Guid.NewGuid():n}.unfinished";
        var copy = unfinished + ".db";
        try
        {
            await CopyAsync(copy, cancellationToken);
            await SqliteFile.RefuseDamageAsync(copy, "The copy of the database", cancellationToken);
            await PackAsync(unfinished, copy, cancellationToken);
            await CheckAsync(unfinished, copy, cancellationToken);
            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException or InvalidDataException)
        {
            throw new StartRefused($"The backup failed: {problem.Message.ReplaceLineEndings(" ")}");
        }
        finally
        {
            File.Delete(copy);
            File.Delete(unfinished);
        }
    }

    public async Task RestoreAsync(string file, CancellationToken cancellationToken = default)
    {
        RefusePostgres("pg_restore");
        if (!File.Exists(file))
            throw new StartRefused($"There is no backup at {Path.GetFullPath(file)}.");
        DatabaseStart.CreateFolder(Path.GetDirectoryName(settings.SqliteFile)!);
        DatabaseStart.CreateFolder(settings.DataDirectory);

        var copy = $"{settings.SqliteFile}.{Guid.NewGuid():n}.restoring";
        var keys = settings.KeyDirectory + ".restoring";
        try
        {
            await CheckAsync(file, copy, cancellationToken);
            await RefuseNewerAsync(copy, cancellationToken);
            await AfterRestore.StopAsync(copy, time.GetUtcNow().UtcDateTime, cancellationToken);
            UnpackKeys(file, keys);
            Replace(copy, () => ReplaceKeys(keys));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException or InvalidDataException or JsonException)
        {
            throw new StartRefused($"The restore failed: {problem.Message.ReplaceLineEndings(" ")}");
        }
        finally
        {
            File.Delete(copy);
            if (Directory.Exists(keys))
                Directory.Delete(keys, recursive: true);
        }
    }

    private void RefusePostgres(string tool)
    {
        if (settings.Provider != DatabaseProvider.Sqlite)
            throw new StartRefused($"This works on SQLite. For PostgreSQL use {tool}: the keys are in the database.", StartRefused.AskedWrongly);
    }

    // VACUUM INTO reads in one transaction: the copy is of one moment, whatever the application writes meanwhile.
    private async Task CopyAsync(string copy, CancellationToken cancellationToken)
    {
        await using var connection = SqliteFile.Connect(settings.SqliteFile, SqliteOpenMode.ReadWrite);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Keys after the database: they are only ever added, so each value in the copy has its key.
    private async Task PackAsync(string archive, string copy, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(archive, Private());
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sums = new Dictionary<string, string>();
            await AddAsync(copy, DatabaseName);
            foreach (var key in Directory.Exists(settings.KeyDirectory) ? Directory.GetFiles(settings.KeyDirectory, "*.xml") : [])
                await AddAsync(key, KeyPrefix + Path.GetFileName(key));
            await using var contents = await zip.CreateEntry(ContentsName).OpenAsync(cancellationToken);
            await JsonSerializer.SerializeAsync(contents, new Contents(Format, time.GetUtcNow().UtcDateTime, sums), cancellationToken: cancellationToken);

            async Task AddAsync(string file, string name)
            {
                await zip.CreateEntryFromFileAsync(file, name, CompressionLevel.Fastest, cancellationToken);
                await using var content = File.OpenRead(file);
                sums[name] = await SumAsync(content, cancellationToken);
            }
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads the whole archive back (against the sums in it: .NET does not check those of the zip format) and the database in it, into a file.</summary>
    private static async Task CheckAsync(string archive, string database, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(archive, cancellationToken);
            var entry = zip.GetEntry(DatabaseName);
            if (entry is null || zip.GetEntry(ContentsName) is not { } contents)
                throw new StartRefused($"{archive} is not a backup of Faster Money.");
            Contents? said;
            await using (var stream = await contents.OpenAsync(cancellationToken))
            {
                said = await JsonSerializer.DeserializeAsync<Contents>(stream, cancellationToken: cancellationToken);
                if (said?.Format != Format)
                    throw new StartRefused($"{archive} was written by another version of Faster Money (format {said?.Format}).");
            }

            foreach (var key in zip.Entries.Where(IsKey))
            {
                await using var stream = await key.OpenAsync(cancellationToken);
                RefuseOtherSum(key.FullName, await SumAsync(stream, cancellationToken));
            }

            File.Delete(database);
            await using (var from = await entry.OpenAsync(cancellationToken))
            await using (var to = new FileStream(database, Private()))
                await from.CopyToAsync(to, cancellationToken);
            await using (var unpacked = File.OpenRead(database))
                RefuseOtherSum(DatabaseName, await SumAsync(unpacked, cancellationToken));

            void RefuseOtherSum(string name, string sum)
            {
                if (said.Sums?.GetValueOrDefault(name) != sum)
                    throw new InvalidDataException();
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException)
        {
            throw new StartRefused($"{archive} is damaged or not a backup of Faster Money.");
        }

        await SqliteFile.RefuseDamageAsync(database, $"The database in {archive}", cancellationToken);
    }

    private static async Task<string> SumAsync(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexString(await SHA256.HashDataAsync(content, cancellationToken));

    // An older backup is fine: the next start migrates it. A newer one would be read wrongly.
    private async Task RefuseNewerAsync(string database, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var known = db.Database.GetMigrations().ToHashSet();
        await using var connection = SqliteFile.Connect(database, SqliteOpenMode.ReadOnly);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!known.Contains(reader.GetString(0)))
                throw new StartRefused("The backup is from a newer version of Faster Money. Restore it with that version.");
        }
    }

    private static void UnpackKeys(string archive, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        DatabaseStart.CreateFolder(folder);
        using var zip = ZipFile.OpenRead(archive);
        foreach (var key in zip.Entries.Where(IsKey))
            key.ExtractToFile(Path.Combine(folder, key.Name));
    }

    // Written through SQLite into the file that is there: one transaction, which a crash leaves undone,
    // and no write-ahead log of the old database is ever replayed into the new one.
    private void Replace(string copy, Action alsoWhileExclusive)
    {
        using var target = SqliteFile.Connect(settings.SqliteFile, SqliteOpenMode.ReadWriteCreate);
        using var command = target.CreateCommand();
        command.CommandTimeout = 1;
        try
        {
            command.CommandText = "PRAGMA busy_timeout = 1000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; COMMIT;";
            command.ExecuteNonQuery();
            using var source = SqliteFile.Connect(copy, SqliteOpenMode.ReadWrite);
            source.BackupDatabase(target);
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new StartRefused($"{settings.SqliteFile} is in use. Stop the application first.");
        }

        alsoWhileExclusive();
    }

    private void ReplaceKeys(string restored)
    {
        var old = settings.KeyDirectory + ".replaced";
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
        if (Directory.Exists(settings.KeyDirectory))
            Directory.Move(settings.KeyDirectory, old);
        Directory.Move(restored, settings.KeyDirectory);
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }

    // A name with a folder in it could otherwise be written anywhere.
    private static bool IsKey(ZipArchiveEntry entry) => entry.FullName == KeyPrefix + entry.Name && entry.Name.EndsWith(".xml", StringComparison.Ordinal);

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private sealed record Contents(int Format, DateTime TakenAt, Dictionary<string, string>? Sums);
}
