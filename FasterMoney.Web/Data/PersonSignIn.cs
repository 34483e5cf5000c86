using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>One sign-in of a person on one device. When its row goes, it has ended, whatever cookies are still about.</summary>
public sealed class PersonSignIn
{
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the key in the cookie; the key itself is kept nowhere.</summary>
    public byte[] KeyHash { get; init; } = [];

    public Guid UserId { get; init; }

    /// <summary>What the framework would otherwise put into the cookie.</summary>
    public byte[] Ticket { get; set; } = [];

    /// <summary>Browser and system, as the browser says.</summary>
    public string Device { get; init; } = "";

    /// <summary>The address it was last used from.</summary>
    public string Address { get; set; } = "";

    /// <summary>UTC, as are the others.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>To about five minutes.</summary>
    public DateTime LastUsedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    /// <summary>When the person last proved here that it is them; null when not since they came in.</summary>
    public DateTime? ConfirmedAt { get; set; }
}

public static class PersonSignIns
{
    /// <summary>Ends a person's sign-ins at once, all of them or all but one.</summary>
    public static Task<int> EndSignInsAsync(this FasterMoneyDb db, Guid userId, Guid? except, CancellationToken cancellationToken) =>
        db.Set<PersonSignIn>().Where(signIn => signIn.UserId == userId && signIn.Id != except).ExecuteDeleteAsync(cancellationToken);
}

public sealed class PersonSignInMapping : IEntityTypeConfiguration<PersonSignIn>
{
    public void Configure(EntityTypeBuilder<PersonSignIn> builder)
    {
        builder.ToTable("SignIns");
        builder.Property(signIn => signIn.Id).ValueGeneratedNever();
        builder.Property(signIn => signIn.Device).HasMaxLength(100);
        builder.Property(signIn => signIn.Address).HasMaxLength(64);
        builder.HasIndex(signIn => signIn.KeyHash).IsUnique();
        builder.HasIndex(signIn => signIn.ExpiresAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(signIn => signIn.UserId);
    }
}
