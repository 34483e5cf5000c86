using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Access;

/// <summary>Lets people in again who lost what they sign in with: who may do that for whom, and what is written down about it.</summary>
internal static class Recovery
{
    /// <summary>
    /// Whether an owner may hand a person of the site the way back in. Whoever holds it can sign in as that person, so the person may
    /// have no place where the owner is not an owner as well.
    /// </summary>
    public static async Task<RuleCheck> CheckAsync(FasterMoneyDb db, Guid siteId, Guid ownerId, Guid personId, CancellationToken cancellationToken)
    {
        var owned = db.Memberships.Where(place => place.UserId == ownerId && place.Role == SiteRole.Owner && !place.Disabled);
        var isOwner = await owned.AnyAsync(place => place.SiteId == siteId, cancellationToken);
        var isHere = await db.Memberships.AnyAsync(place => place.UserId == personId && place.SiteId == siteId && !place.Disabled, cancellationToken);
        var worksElsewhere = await db.Memberships.AnyAsync(
            place => place.UserId == personId && !owned.Any(own => own.SiteId == place.SiteId), cancellationToken);
        return RuleCheck.Unless(!isOwner, "Only an owner may do this.")
            .And(RuleCheck.Unless(ownerId == personId, "This is your own account: change what you sign in with under Account."))
            .And(RuleCheck.Unless(!isHere, "Turn their access on first."))
            .And(RuleCheck.Unless(worksElsewhere, "They also belong to a business that is not yours. They can ask for a link on the sign-in page, or whoever runs the server makes one."));
    }

    /// <summary>Adds a link at which a person sets a new password, to be saved by the caller. The path holds the code, which is kept nowhere.</summary>
    public static string AddLink(FasterMoneyDb db, Guid personId, string code, Guid? ownerId, Guid? siteId, DateTime utcNow)
    {
        db.Add(new PasswordLink
        {
            Id = Guid.CreateVersion7(utcNow),
            UserId = personId,
            CodeHash = SecretCode.HashOf(code),
            CreatedBy = ownerId,
            SiteId = siteId,
            CreatedAt = utcNow,
            ExpiresAt = utcNow + PasswordLink.Lifetime,
        });
        return PasswordLink.Path + code;
    }

    /// <summary>Makes such a link on nobody's rights but the server's own, and writes it down at each site of the person.</summary>
    public static async Task<string> MakeLinkAsync(
        FasterMoneyDb db, Person person, string code, Actor actor, DateTime utcNow, string whatWasDone, CancellationToken cancellationToken)
    {
        await db.Set<PasswordLink>().Where(old => old.ExpiresAt <= utcNow).ExecuteDeleteAsync(cancellationToken);
        var path = AddLink(db, person.Id, code, ownerId: null, siteId: null, utcNow);
        await NoteAsync(db, person.Id, actor, utcNow, whatWasDone, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return path;
    }

    /// <summary>Takes a person's second step away, and signs them out everywhere. The caller saves the rest.</summary>
    public static async Task TurnOffSecondStepAsync(FasterMoneyDb db, Guid personId, CancellationToken cancellationToken)
    {
        var stamp = Guid.NewGuid().ToString("N");
        await db.Users.Where(person => person.Id == personId).ExecuteUpdateAsync(
            set => set.SetProperty(person => person.TwoFactorEnabled, false).SetProperty(person => person.SecurityStamp, stamp), cancellationToken);
        await db.UserTokens.Where(token => token.UserId == personId).ExecuteDeleteAsync(cancellationToken);
        await db.EndSignInsAsync(personId, except: null, cancellationToken);
    }

    /// <summary>The same on nobody's rights but the server's own, and written down at each site of the person.</summary>
    public static async Task ResetSecondStepAsync(FasterMoneyDb db, Person person, Actor actor, DateTime utcNow, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await TurnOffSecondStepAsync(db, person.Id, cancellationToken);
        await NoteAsync(db, person.Id, actor, utcNow, $"turned off the second step of {person.DisplayName}", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Writes down, at each site where a person has a place, what was done to their sign-in. The caller saves it.</summary>
    public static async Task NoteAsync(FasterMoneyDb db, Guid personId, Actor actor, DateTime utcNow, string whatWasDone, CancellationToken cancellationToken)
    {
        var sites = await (
            from place in db.Memberships
            where place.UserId == personId
            join site in db.Sites on place.SiteId equals site.Id
            select site).ToListAsync(cancellationToken);
        foreach (var site in sites)
            site.Note(ActivityKind.SignInChanged, actor, utcNow, whatWasDone);
    }
}
