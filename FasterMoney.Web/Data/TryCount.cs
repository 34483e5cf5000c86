using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>How often somebody failed to prove who they are, and from when on they may try again. In the database, so that all instances count together.</summary>
public sealed class TryCount
{
    /// <summary>Who, as a hash: an address, an account seen from an address, a device.</summary>
    public string Key { get; init; } = "";

    public int Count { get; set; }

    /// <summary>UTC, as is the other.</summary>
    public DateTime NextAt { get; set; }

    public DateTime ForgottenAt { get; set; }
}

public sealed class TryCountMapping : IEntityTypeConfiguration<TryCount>
{
    public void Configure(EntityTypeBuilder<TryCount> builder)
    {
        builder.ToTable("TryCounts");
        builder.HasKey(tries => tries.Key);
        builder.Property(tries => tries.Key).HasMaxLength(60);
        builder.HasIndex(tries => tries.ForgottenAt);
    }
}
