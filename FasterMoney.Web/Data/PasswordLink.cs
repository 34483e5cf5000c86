using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>A one-time link at which a person sets a new password without the old one.</summary>
public sealed class PasswordLink
{
    /// <summary>Where the page is; the code follows.</summary>
    public const string Path = "/account/new-password/";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>SHA-256 of the code; the code itself is kept nowhere.</summary>
    public byte[] CodeHash { get; init; } = [];

    /// <summary>The owner who made it, on whose rights it rests; null when it was asked for by mail or made at the command line.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>The site whose owner made it; null as above.</summary>
    public Guid? SiteId { get; init; }

    /// <summary>UTC, as are the other two.</summary>
    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }
}

public sealed class PasswordLinkMapping : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("PasswordLinks");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.HasIndex(link => link.CodeHash).IsUnique();
        builder.HasIndex(link => link.ExpiresAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.UserId);
    }
}
