using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>What is kept of a business's first steps because nothing else tells it.</summary>
public sealed class FirstSteps
{
    public Guid SiteId { get; init; }

    /// <summary>The address that was last found to answer customers; another one is to be checked anew.</summary>
    public string CheckedRoute { get; set; } = "";

    /// <summary>UTC; null while they are shown.</summary>
    public DateTime? DismissedAt { get; set; }
}

public sealed class FirstStepsMapping : IEntityTypeConfiguration<FirstSteps>
{
    public void Configure(EntityTypeBuilder<FirstSteps> builder)
    {
        builder.ToTable("FirstSteps");
        builder.HasKey(steps => steps.SiteId);
        builder.Property(steps => steps.SiteId).ValueGeneratedNever();
        builder.Property(steps => steps.CheckedRoute).HasMaxLength(400);
    }
}
