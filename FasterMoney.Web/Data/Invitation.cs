using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>A one-time link by which somebody joins a site with a role. Who holds the link may use it, once, for seven days.</summary>
public sealed class Invitation
{
    /// <summary>Where the page is at which it is accepted; the code follows.</summary>
    public const string Path = "/account/invite/";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Guid Id { get; init; }

    public Guid SiteId { get; init; }

    public string RoleName { get; init; } = "";

    /// <summary>For whom it was meant; fills the form and binds nobody. May be empty.</summary>
    public string EmailHint { get; init; } = "";

    /// <summary>SHA-256 of the code; the code itself is kept nowhere.</summary>
    public byte[] CodeHash { get; init; } = [];

    public Guid CreatedBy { get; init; }

    /// <summary>UTC, as are the other two.</summary>
    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    /// <summary>A restore brought it back, and ended it: it may have been used or taken back since. It then expired when it was made.</summary>
    public bool EndedByRestore => UsedAt is null && ExpiresAt <= CreatedAt;

    public DateTime? UsedAt { get; set; }

    public Guid? UsedBy { get; set; }
}

public sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Ignore(invitation => invitation.EndedByRestore);
        builder.Property(invitation => invitation.RoleName).HasMaxLength(20);
        builder.Property(invitation => invitation.EmailHint).HasMaxLength(254);
        builder.HasIndex(invitation => invitation.CodeHash).IsUnique();
        builder.HasIndex(invitation => new { invitation.SiteId, invitation.ExpiresAt });
    }
}
