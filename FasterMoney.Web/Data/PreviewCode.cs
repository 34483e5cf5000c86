using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>A one-time code with which a member of staff opens a customer's page without counting as the customer.</summary>
public sealed class PreviewCode
{
    /// <summary>SHA-256 of the code; the code itself is kept nowhere.</summary>
    public byte[] Hash { get; init; } = [];

    public Guid LinkId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; init; }
}

public sealed class PreviewCodeMapping : IEntityTypeConfiguration<PreviewCode>
{
    public void Configure(EntityTypeBuilder<PreviewCode> builder)
    {
        builder.ToTable("PreviewCodes");
        builder.HasKey(code => code.Hash);
        builder.HasIndex(code => code.ExpiresAt);
    }
}
