using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>Who belongs to the site, and who is invited.</summary>
public sealed record PeopleDetails(IReadOnlyList<SitePerson> People, IReadOnlyList<PendingInvitation> Invitations, bool RequiresSecondStep)
{
    public int OwnersInForce => People.Count(person => person.Membership is { Role: SiteRole.Owner, Disabled: false });
}

/// <param name="Membership">Their place.</param>
/// <param name="HasSecondStep">Whether they sign in with a code besides the password.</param>
/// <param name="HasPasskey">Whether they have a passkey, which counts as both.</param>
public sealed record SitePerson(Membership Membership, string Name, string Email, bool HasSecondStep, bool HasPasskey);

/// <summary>An invitation that nobody has used. Its moments are in the site's time zone.</summary>
public sealed record PendingInvitation(Guid Id, string Role, string Email, string InvitedBy, DateTime ExpiresAt, bool IsExpired, bool EndedByRestore);

public sealed class SitePeople(SiteAccess access)
{
    /// <exception cref="AccessDenied">The caller is not an owner: colleagues' addresses are not for everybody.</exception>
    public async Task<PeopleDetails> ReadAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        if (session.Role != SiteRole.Owner)
            throw new AccessDenied("Only owners see and change who belongs to this business.");

        var people = await (
            from membership in session.Db.Memberships
            where membership.SiteId == session.Site.Id
            join person in session.Db.Users on membership.UserId equals person.Id
            orderby person.DisplayName
            select new SitePerson(
                membership, person.DisplayName, person.Email ?? "", person.TwoFactorEnabled,
                session.Db.UserPasskeys.Any(passkey => passkey.UserId == person.Id))).ToListAsync(cancellationToken);
        var invitations = await (
            from invitation in session.Db.Set<Invitation>()
            where invitation.SiteId == session.Site.Id && invitation.UsedAt == null
            join person in session.Db.Users on invitation.CreatedBy equals person.Id
            orderby invitation.ExpiresAt descending
            select new { Open = invitation, person.DisplayName }).AsNoTracking().ToListAsync(cancellationToken);

        return new PeopleDetails(people, [.. invitations.Select(open => new PendingInvitation(
            open.Open.Id, open.Open.RoleName, open.Open.EmailHint, open.DisplayName, session.Site.ToLocal(open.Open.ExpiresAt), open.Open.ExpiresAt <= session.Now,
            open.Open.EndedByRestore))], session.Site.RequiresSecondFactor);
    }
}
