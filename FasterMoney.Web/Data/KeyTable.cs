using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>The Data Protection keys in PostgreSQL, where every instance finds them.</summary>
public sealed partial class KeyTable(
    IDbContextFactory<FasterMoneyDb> databases, DatabaseSettings settings, IDataProtectionProvider protection, ILogger<KeyTable> logger)
{
    /// <summary>How many of the keys are not wrapped by a certificate, as of the start.</summary>
    public int Open { get; private set; }

    /// <summary>
    /// Before anybody is served, in turn: takes over keys that an earlier version kept in the folder, and makes the first key where there is
    /// none, so that instances that start together begin with the same.
    /// </summary>
    /// <exception cref="StartRefused">A key cannot be read.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        if (settings.KeepsKeysInFolder)
            return;

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var keys = await db.Set<DataProtectionKey>().ToListAsync(cancellationToken);
        var found = FromFolder().Where(found => keys.TrueForAll(key => key.FriendlyName != found.FriendlyName)).ToList();
        if (found.Count > 0)
        {
            db.AddRange(found);
            await db.SaveChangesAsync(cancellationToken);
            TookOver(found.Count, settings.KeyDirectory);
            keys.AddRange(found);
        }

        keys.ForEach(Check);
        Open = keys.Count(key => !key.Xml!.Contains("EncryptedData", StringComparison.Ordinal));
        protection.CreateProtector(nameof(KeyTable)).Protect([1]);
    }

    private List<DataProtectionKey> FromFolder()
    {
        if (!Directory.Exists(settings.KeyDirectory))
            return [];
        try
        {
            return [.. Directory.GetFiles(settings.KeyDirectory, "*.xml").Select(file => new DataProtectionKey { FriendlyName = Path.GetFileNameWithoutExtension(file), Xml = File.ReadAllText(file) })];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"The keys in {settings.KeyDirectory} cannot be taken over into the database: {problem.Message.ReplaceLineEndings(" ")} Make the folder readable for this account, or move it away.");
        }
    }

    private static void Check(DataProtectionKey key)
    {
        try
        {
            XElement.Parse(key.Xml ?? "");
        }
        catch (XmlException problem)
        {
            throw new StartRefused($"The key ring cannot be used: {key.FriendlyName} in DataProtectionKeys: {problem.Message.ReplaceLineEndings(" ")} Restore that table from a backup.");
        }
    }

    [LoggerMessage(LogLevel.Information,
        "Took the keys in {Folder} over into the database, {Count} of them. The folder is not read for them again: delete it once a backup of the database has them.")]
    private partial void TookOver(int count, string folder);
}
