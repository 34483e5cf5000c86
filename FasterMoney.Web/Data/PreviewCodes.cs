using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>Issues preview codes for the admin side and uses them up for the portal.</summary>
public sealed class PreviewCodes(IDbContextFactory<FasterMoneyDb> databases, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    /// <summary>A new code for one link. The caller has checked that the person may see the invoice.</summary>
    public async Task<string> IssueAsync(Guid linkId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<PreviewCode>().Where(old => old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.Add(new PreviewCode { Hash = HashOf(code), LinkId = linkId, ExpiresAt = now + Lifetime });
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>True once, within the lifetime and for the code's own link: one DELETE decides, whoever else tries.</summary>
    public async Task<bool> ConsumeAsync(string code, Guid linkId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var hash = HashOf(code);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<PreviewCode>()
            .Where(known => known.Hash == hash && known.LinkId == linkId && known.ExpiresAt > now)
            .ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
