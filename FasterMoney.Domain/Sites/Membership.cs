using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Sites;

/// <summary>A person's place on a site: their role, and whether it is in force.</summary>
public sealed class Membership
{
    public Membership(Guid siteId, Guid userId, SiteRole role)
    {
        SiteId = siteId;
        UserId = userId;
        Role = role;
    }

    public Guid SiteId { get; private set; }

    public Guid UserId { get; private set; }

    public SiteRole Role { get; private set; }

    /// <summary>True when the person is kept out for now; nothing they did is lost.</summary>
    public bool Disabled { get; private set; }

    /// <summary>Whether the role may become <paramref name="role"/>. The last owner in force stays owner.</summary>
    public RuleCheck CanChangeRole(SiteRole role, int ownersInForce) => RuleCheck.Unless(
        IsLastOwner(ownersInForce) && role != SiteRole.Owner,
        "This is the last owner. Make somebody else an owner first.");

    public void ChangeRole(SiteRole role, int ownersInForce)
    {
        CanChangeRole(role, ownersInForce).Insist();
        Role = role;
    }

    /// <summary>Whether the person may be kept out. The last owner in force may not.</summary>
    public RuleCheck CanDisable(int ownersInForce) => RuleCheck.Unless(
        IsLastOwner(ownersInForce),
        "This is the last owner. Make somebody else an owner first.");

    /// <summary>Keeps the person out.</summary>
    public void Disable(int ownersInForce)
    {
        CanDisable(ownersInForce).Insist();
        Disabled = true;
    }

    /// <summary>Lets the person in again.</summary>
    public void Enable() => Disabled = false;

    /// <summary>Whether the person may invite somebody as <paramref name="role"/>. Asked when an invitation is made and again when it is accepted.</summary>
    public RuleCheck CanInvite(SiteRole role) => RuleCheck.Unless(
        Disabled || Role != SiteRole.Owner || role > Role,
        "Only an owner in force may invite.");

    private bool IsLastOwner(int ownersInForce) => Role == SiteRole.Owner && !Disabled && ownersInForce <= 1;
}
