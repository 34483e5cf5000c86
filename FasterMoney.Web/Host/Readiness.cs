using FasterMoney.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Host;

/// <summary>Whether this instance can do its work: the schema fits, a row can be written, the keys can be used, and it is not about to stop.</summary>
public sealed partial class Readiness(
    IDbContextFactory<FasterMoneyDb> factory,
    IKeyManager keys,
    IDataProtectionProvider protection,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Readiness> logger) : IDisposable
{
    /// <summary>How long a row that was written counts for all who ask.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTimeOffset _provenAt = DateTimeOffset.MinValue;

    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return false;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var db = await factory.CreateDbContextAsync(patience.Token);
            if (!await SchemaFitsAsync(db, patience.Token))
                return false;

            await ProveAsync(db, patience.Token);
            return true;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            IsNotReady(logger, problem.Message.ReplaceLineEndings(" "));
            return false;
        }
    }

    // A newer version may have migrated the database while this one was running.
    private static async Task<bool> SchemaFitsAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        return applied.ToHashSet().SetEquals(db.Database.GetMigrations());
    }

    private async Task ProveAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _provenAt < Fresh)
                return;

            await WriteCheck.WriteAsync(db, time.GetUtcNow().UtcDateTime, cancellationToken);
            UseKeys();
            _provenAt = time.GetUtcNow();
        }
        finally
        {
            _one.Release();
        }
    }

    // The ring in memory outlives its files by hours; what counts is that the next start can read them.
    private void UseKeys()
    {
        var protector = protection.CreateProtector(nameof(Readiness));
        protector.Unprotect(protector.Protect([1]));
        var ring = keys.GetAllKeys().Where(key => !key.IsRevoked).ToList();
        if (ring.Count == 0 || ring.Any(key => key.CreateEncryptor() is null))
            throw new InvalidOperationException("The key ring cannot be read.");
    }

    public void Dispose() => _one.Dispose();

    [LoggerMessage(LogLevel.Warning, "Not ready: {Why}")]
    private static partial void IsNotReady(ILogger logger, string why);
}
