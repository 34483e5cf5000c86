using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account;

/// <summary>Whether a person has a place on any site, and a sign-in that is still one. Who has no place cannot sign in, and is signed out.</summary>
internal sealed class PersonAccess(IDbContextFactory<FasterMoneyDb> databases, TimeProvider time)
{
    /// <summary>How long a cookie is believed before the account is looked at again, and how exactly last use is known.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public async Task<bool> HasPlaceAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Memberships.AnyAsync(membership => membership.UserId == personId && !membership.Disabled, cancellationToken);
    }

    /// <summary>Whether a business where the person has a place asks for a second step.</summary>
    public async Task<bool> IsAskedForSecondStepAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Memberships.AnyAsync(
            place => place.UserId == personId && !place.Disabled && db.Sites.Any(site => site.Id == place.SiteId && site.RequiresSecondFactor), cancellationToken);
    }

    /// <summary>Whether a sign-in has not ended. Notes that it is in use, now and then.</summary>
    public async Task<bool> IsSignedInAsync(Guid? signInId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var lastUsed = await db.Set<PersonSignIn>().Where(signIn => signIn.Id == signInId && signIn.ExpiresAt > now)
            .Select(signIn => (DateTime?)signIn.LastUsedAt).SingleOrDefaultAsync(cancellationToken);
        if (lastUsed < now - Interval)
        {
            await db.Set<PersonSignIn>().Where(signIn => signIn.Id == signInId)
                .ExecuteUpdateAsync(set => set.SetProperty(signIn => signIn.LastUsedAt, now), cancellationToken);
        }

        return lastUsed is not null;
    }
}
