using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Invitations;

/// <summary>An invitation that can be accepted now.</summary>
public sealed record OpenInvitation(Guid Id, Guid SiteId, string SiteName, string RoleName, string EmailHint);

/// <summary>Accepts invitations: makes the account if there is none, and the membership, and uses the code up, all or nothing.</summary>
internal sealed class InvitationCommands(FasterMoneyDb db, UserManager<Person> people, TimeProvider time)
{
    public async Task<OpenInvitation?> FindAsync(string? code, CancellationToken cancellationToken)
    {
        if (!SecretCode.IsWellFormed(code))
            return null;

        var hash = SecretCode.HashOf(code!);
        var now = time.GetUtcNow().UtcDateTime;
        var found = await (
            from invitation in db.Set<Invitation>()
            join site in db.Sites on invitation.SiteId equals site.Id
            join maker in db.Memberships on new { invitation.SiteId, UserId = invitation.CreatedBy } equals new { maker.SiteId, maker.UserId }
            where invitation.CodeHash == hash && invitation.UsedAt == null && invitation.ExpiresAt > now
            select new { Open = new OpenInvitation(invitation.Id, site.Id, site.Name, invitation.RoleName, invitation.EmailHint), Maker = maker })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is not null && found.Maker.CanInvite(Enum.Parse<SiteRole>(found.Open.RoleName)).IsAllowed ? found.Open : null;
    }

    /// <summary>Marks what a new account cannot be made from.</summary>
    public static void Check(TypedForm form)
    {
        form.RefuseWhen(form["name"].Length is 0 or > 100 || !TextRule.IsOneLine(form["name"]), "name", "Enter your name, in one line.");
        form.RefuseWhen(form["email"].Length == 0, "email", "Enter your e-mail address.");
        form.RefuseWhen(!EmailAddress.Check(form["email"]).IsAllowed, "email", EmailAddress.Check(form["email"]).Text);
        if (PasswordRule.Against(form.Raw("password"), form["email"]) is { } weak)
            form.Refuse("password", weak);
    }

    /// <summary>Somebody new joins. Null when it was refused, as the form then says.</summary>
    public async Task<Person?> JoinAsNewAsync(OpenInvitation invitation, TypedForm form, CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync(form["email"]) is not null)
        {
            form.Refuse("email", "There is already an account with this e-mail address. Sign in to join with it.");
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var person = Person.New(form["name"], form["email"], time.GetUtcNow().UtcDateTime);
        var created = await people.CreateAsync(person, form.Raw("password"));
        if (!created.Succeeded)
        {
            form.Refusal = string.Join(" ", created.Errors.Select(error => error.Description));
            return null;
        }

        if (!await UseAsync(invitation, person, cancellationToken))
        {
            form.Refusal = Gone;
            return null;
        }

        await transaction.CommitAsync(cancellationToken);
        return person;
    }

    /// <summary>Somebody with an account joins. The reason when they cannot, null when they did.</summary>
    public async Task<string?> JoinAsync(OpenInvitation invitation, Person person, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.Memberships.AsNoTracking()
            .SingleOrDefaultAsync(membership => membership.SiteId == invitation.SiteId && membership.UserId == person.Id, cancellationToken);
        if (known is not null)
        {
            return known.Disabled
                ? $"Your access to {invitation.SiteName} is turned off. Ask an owner to turn it on again."
                : $"You already belong to {invitation.SiteName}.";
        }

        if (!await UseAsync(invitation, person, cancellationToken))
            return Gone;

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private const string Gone = "This invitation does not work any more. Ask for a new one.";

    // One UPDATE decides, whoever else tries at the same moment. It is worth what its maker may grant now: the site's row is locked first,
    // as it is when a place is changed, so that nobody comes in by a right that is being taken away.
    private async Task<bool> UseAsync(OpenInvitation invitation, Person person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var role = Enum.Parse<SiteRole>(invitation.RoleName);
        await ActivityChain.HoldAsync(db, [invitation.SiteId], cancellationToken);
        await db.Sites.Where(known => known.Id == invitation.SiteId)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.NextInvoiceNumber, known => known.NextInvoiceNumber), cancellationToken);
        var maker = await (
            from open in db.Set<Invitation>()
            join place in db.Memberships on new { open.SiteId, UserId = open.CreatedBy } equals new { place.SiteId, place.UserId }
            where open.Id == invitation.Id
            select place).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (maker?.CanInvite(role).IsAllowed != true)
            return false;

        var used = await db.Set<Invitation>()
            .Where(open => open.Id == invitation.Id && open.UsedAt == null && open.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(open => open.UsedAt, now).SetProperty(open => open.UsedBy, person.Id), cancellationToken);
        if (used != 1)
            return false;

        var site = await db.Sites.SingleAsync(known => known.Id == invitation.SiteId, cancellationToken);
        site.Note(ActivityKind.PeopleChanged, new Actor(person.Id, person.DisplayName), now, $"{person.DisplayName} joined as {role}");
        db.Add(new Membership(site.Id, person.Id, role));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
