using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account;

/// <summary>Whether a person has a place on any site. Who has none cannot sign in, and is signed out within a minute.</summary>
internal sealed class PersonAccess(IDbContextFactory<FasterMoneyDb> databases)
{
    public async Task<bool> HasPlaceAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Memberships.AnyAsync(membership => membership.UserId == personId && !membership.Disabled, cancellationToken);
    }
}
