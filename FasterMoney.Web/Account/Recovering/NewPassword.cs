using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Recovering;

/// <summary>A link that works now, and whose it is.</summary>
public sealed record OpenPasswordLink(Guid Id, Guid UserId, string Email, Guid? OwnerId, Guid? SiteId);

/// <summary>Sets a new password by a one-time link, and ends everything that the old one opened.</summary>
internal sealed class NewPassword(FasterMoneyDb db, UserManager<Person> people, IPasswordHasher<Person> hasher, TimeProvider time)
{
    public async Task<OpenPasswordLink?> FindAsync(string? code, CancellationToken cancellationToken)
    {
        if (!SecretCode.IsWellFormed(code))
            return null;

        var (hash, now) = (SecretCode.HashOf(code!), time.GetUtcNow().UtcDateTime);
        var found = await (
            from link in db.Set<PasswordLink>()
            join person in db.Users on link.UserId equals person.Id
            where link.CodeHash == hash && link.UsedAt == null && link.ExpiresAt > now
            select new OpenPasswordLink(link.Id, person.Id, person.Email ?? "", link.CreatedBy, link.SiteId)).SingleOrDefaultAsync(cancellationToken);
        return found is not null && await IsStillWorthItAsync(found, cancellationToken) ? found : null;
    }

    /// <summary>Uses the link up and sets the password, all or nothing. False when somebody was faster.</summary>
    public async Task<bool> SetAsync(OpenPasswordLink link, string password, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One UPDATE decides, whoever else tries at the same moment.
        var used = await db.Set<PasswordLink>().Where(open => open.Id == link.Id && open.UsedAt == null && open.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(open => open.UsedAt, now), cancellationToken);
        if (used != 1 || !await IsStillWorthItAsync(link, cancellationToken) || await people.FindByIdAsync(link.UserId.ToString()) is not { } person)
            return false;

        person.PasswordHash = hasher.HashPassword(person, password);
        if (!(await people.UpdateSecurityStampAsync(person)).Succeeded)
            return false;

        await db.Set<PasswordLink>().Where(open => open.UserId == person.Id && open.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        await db.EndSignInsAsync(person.Id, except: null, cancellationToken);
        await Recovery.NoteAsync(db, person.Id, new Actor(person.Id, person.DisplayName), now, "set a new password by a one-time link", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // An owner's link is worth what the owner may do at this moment.
    private async Task<bool> IsStillWorthItAsync(OpenPasswordLink link, CancellationToken cancellationToken) =>
        (link.OwnerId, link.SiteId) is not ({ } owner, { } site) || (await Recovery.CheckAsync(db, site, owner, link.UserId, cancellationToken)).IsAllowed;
}
