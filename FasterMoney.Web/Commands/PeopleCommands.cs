using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>A new invitation. The path holds the code and is shown this once; it belongs after the application's own address.</summary>
public sealed record InvitationMade(Guid Id, string Path, DateTime ExpiresAt);

/// <summary>A new link for a new password. The path holds the code and is shown this once.</summary>
public sealed record PasswordLinkMade(string Path, DateTime ExpiresAt);

/// <summary>What a change of a person's place brought with it.</summary>
/// <param name="InvitationsEnded">How many open invitations of theirs ended, because they could no longer make them.</param>
public sealed record PlaceChanged(int InvitationsEnded);

/// <summary>Changes who belongs to a site, and with which role. Owners only.</summary>
public sealed class PeopleCommands(SiteAccess access)
{
    /// <summary>Makes a one-time link to hand over.</summary>
    public async Task<InvitationMade> InviteAsync(Caller caller, SiteRole role, string? email, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        EmailAddress.Check(email).And(RuleCheck.Unless(!Enum.IsDefined(role), "Choose a role.", "Role")).Insist();
        var code = SecretCode.New();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(session.Now),
            SiteId = session.Site.Id,
            RoleName = role.ToString(),
            EmailHint = TextRule.Tidy(email),
            CodeHash = SecretCode.HashOf(code),
            CreatedBy = caller.UserId,
            CreatedAt = session.Now,
            ExpiresAt = session.Now + Invitation.Lifetime,
        };
        session.Db.Add(invitation);
        Note(session, invitation.EmailHint.Length > 0 ? $"invited {invitation.EmailHint} as {role}" : $"invited somebody as {role}");
        await session.SaveAsync(cancellationToken);
        return new InvitationMade(invitation.Id, Invitation.Path + code, invitation.ExpiresAt);
    }

    /// <summary>Takes an invitation back that nobody has used.</summary>
    public async Task WithdrawInvitationAsync(Caller caller, Guid invitationId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var invitation = await session.Db.Set<Invitation>().SingleOrDefaultAsync(
            open => open.SiteId == session.Site.Id && open.Id == invitationId && open.UsedAt == null, cancellationToken)
            ?? throw new NotFoundOnSite("invitation");
        session.Db.Remove(invitation);
        Note(session, "took an invitation back");
        await session.SaveAsync(cancellationToken);
    }

    public Task<PlaceChanged> ChangeRoleAsync(Caller caller, Guid userId, SiteRole role, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, userId, (membership, owners) => membership.ChangeRole(role, owners), name => $"{name} is now {role}", cancellationToken);

    /// <summary>Keeps a person out, and signs them out when this was their last place. What they did stays.</summary>
    public Task<PlaceChanged> DisableAsync(Caller caller, Guid userId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, userId, (membership, owners) => membership.Disable(owners), name => $"turned off {name}'s access", cancellationToken);

    public Task<PlaceChanged> EnableAsync(Caller caller, Guid userId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, userId, (membership, _) => membership.Enable(), name => $"turned on {name}'s access", cancellationToken);

    /// <summary>Makes a one-time link at which another person of the site sets a new password.</summary>
    public async Task<PasswordLinkMade> MakePasswordLinkAsync(Caller caller, Guid userId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var name = await RecoverableAsync(session, userId, cancellationToken);
        var path = Recovery.AddLink(session.Db, userId, SecretCode.New(), caller.UserId, session.Site.Id, session.Now);
        session.Site.Note(ActivityKind.SignInChanged, session.Actor, session.Now, $"made a link by which {name} sets a new password");
        await session.SaveAsync(cancellationToken);
        return new PasswordLinkMade(path, session.Now + PasswordLink.Lifetime);
    }

    /// <summary>Turns off the second step of another person of the site, who lost the phone and the recovery codes, and signs them out.</summary>
    public async Task TurnOffSecondStepAsync(Caller caller, Guid userId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Owner, cancellationToken);
        var name = await RecoverableAsync(session, userId, cancellationToken);
        await Recovery.TurnOffSecondStepAsync(session.Db, userId, cancellationToken);
        session.Site.Note(ActivityKind.SignInChanged, session.Actor, session.Now, $"turned off the second step of {name}");
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>Asks everybody of the site to sign in in two steps, or leaves it to each of them.</summary>
    public async Task RequireSecondStepAsync(Caller caller, bool on, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Owner, cancellationToken);
        var hasOne = await session.Db.Users.AnyAsync(
            person => person.Id == caller.UserId
                && (person.TwoFactorEnabled || session.Db.UserPasskeys.Any(passkey => passkey.UserId == caller.UserId)), cancellationToken);
        RuleCheck.Unless(on && !hasOne, "Set up your own second step or a passkey first, under Account: otherwise this would send you away at once.").Insist();
        session.Site.RequireSecondFactor(on, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
    }

    // The name of somebody of the site whom the caller may let in again.
    private static async Task<string> RecoverableAsync(SiteSession session, Guid userId, CancellationToken cancellationToken)
    {
        var name = await (
            from place in session.Db.Memberships
            where place.SiteId == session.Site.Id && place.UserId == userId
            join person in session.Db.Users on place.UserId equals person.Id
            select person.DisplayName).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundOnSite("person");
        (await Recovery.CheckAsync(session.Db, session.Site.Id, session.Actor.UserId!.Value, userId, cancellationToken)).Insist();
        return name;
    }

    // Alone on the site, so that two owners who demote each other at the same moment do not leave it without one.
    private async Task<PlaceChanged> ChangeAsync(
        Caller caller, Guid userId, Action<Membership, int> change, Func<string, string> detail, CancellationToken cancellationToken)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Owner, cancellationToken);
        var membership = await session.Db.Memberships.SingleOrDefaultAsync(
            known => known.SiteId == session.Site.Id && known.UserId == userId, cancellationToken)
            ?? throw new NotFoundOnSite("person");
        var owners = await session.Db.Memberships.CountAsync(
            known => known.SiteId == session.Site.Id && known.Role == SiteRole.Owner && !known.Disabled, cancellationToken);
        change(membership, owners);
        var ended = await EndInvitationsAsync(session, membership, cancellationToken);
        if (membership.Disabled && !await session.Db.Memberships.AnyAsync(
            known => known.UserId == userId && known.SiteId != session.Site.Id && !known.Disabled, cancellationToken))
        {
            await session.Db.EndSignInsAsync(userId, except: null, cancellationToken);
        }

        var name = await session.Db.Users.Where(person => person.Id == userId).Select(person => person.DisplayName).SingleAsync(cancellationToken);
        Note(session, detail(name) + (ended == 0 ? "" : $", which ended {Counted.Of(ended, "open invitation")} of theirs"));
        await session.SaveAsync(cancellationToken);
        return new PlaceChanged(ended);
    }

    private static async Task<int> EndInvitationsAsync(SiteSession session, Membership maker, CancellationToken cancellationToken)
    {
        var open = await session.Db.Set<Invitation>()
            .Where(invitation => invitation.SiteId == session.Site.Id && invitation.CreatedBy == maker.UserId && invitation.UsedAt == null && invitation.ExpiresAt > session.Now)
            .ToListAsync(cancellationToken);
        var ended = open.FindAll(invitation => !maker.CanInvite(Enum.Parse<SiteRole>(invitation.RoleName)).IsAllowed);
        session.Db.RemoveRange(ended);
        return ended.Count;
    }

    private static void Note(SiteSession session, string detail) => session.Site.Note(ActivityKind.PeopleChanged, session.Actor, session.Now, detail);
}
