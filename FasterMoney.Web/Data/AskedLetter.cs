using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>
/// Somebody asked at the sign-in page for a link to set a new password. It is kept until the letter left, whether or not there is such an
/// account: that is looked up later, so that the answer tells nothing.
/// </summary>
public sealed class AskedLetter
{
    /// <summary>How long a letter that cannot be handed over is tried again. Who misses it asks again.</summary>
    public static readonly TimeSpan Lifetime = PasswordLink.Lifetime;

    public Guid Id { get; init; }

    /// <summary>The e-mail address as it was typed and the code of the link, encrypted: whoever reads the row can use neither.</summary>
    public string ProtectedRequest { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>UTC. Whoever moves it on first has the next try.</summary>
    public DateTime NextTryAt { get; set; }

    /// <summary>Whether a link was made for it. When that link is gone it was used, or ended with another, and no letter follows.</summary>
    public bool LinkMade { get; set; }
}

public sealed class AskedLetterMapping : IEntityTypeConfiguration<AskedLetter>
{
    public void Configure(EntityTypeBuilder<AskedLetter> builder)
    {
        builder.ToTable("AskedLetters");
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        builder.HasIndex(letter => letter.NextTryAt);
    }
}
