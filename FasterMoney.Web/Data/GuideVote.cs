using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>What is wrong with a guide that did not help.</summary>
public enum GuideFault
{
    CannotFind = 0,
    HardToUnderstand = 1,
    OutOfDate = 2,
    DoesNotWork = 3,
}

/// <summary>Whether a guide helped one person of a business. A changed text is voted on anew.</summary>
public sealed class GuideVote
{
    public const int LongestSentence = 500;

    public Guid SiteId { get; init; }

    public Guid UserId { get; init; }

    /// <summary>The guide's name.</summary>
    public string Guide { get; init; } = "";

    /// <summary>Which state of its text.</summary>
    public string Version { get; init; } = "";

    public bool IsHelpful { get; set; }

    /// <summary>Null when it helped, and when nothing was said.</summary>
    public GuideFault? Fault { get; set; }

    public string Sentence { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }
}

/// <summary>Words that were searched for in the help of a business, and found nothing.</summary>
public sealed class GuideMiss
{
    public const int LongestWords = 100;

    public Guid SiteId { get; init; }

    /// <summary>In small letters.</summary>
    public string Words { get; init; } = "";

    public int Count { get; set; }

    /// <summary>UTC.</summary>
    public DateTime LastAt { get; set; }
}

public sealed class GuideVoteMapping : IEntityTypeConfiguration<GuideVote>
{
    public void Configure(EntityTypeBuilder<GuideVote> builder)
    {
        builder.ToTable("GuideVotes");
        builder.HasKey(vote => new { vote.SiteId, vote.UserId, vote.Guide, vote.Version });
        builder.Property(vote => vote.Guide).HasMaxLength(60);
        builder.Property(vote => vote.Version).HasMaxLength(20);
        builder.Property(vote => vote.Sentence).HasMaxLength(GuideVote.LongestSentence);
    }
}

public sealed class GuideMissMapping : IEntityTypeConfiguration<GuideMiss>
{
    public void Configure(EntityTypeBuilder<GuideMiss> builder)
    {
        builder.ToTable("GuideMisses");
        builder.HasKey(miss => new { miss.SiteId, miss.Words });
        builder.Property(miss => miss.Words).HasMaxLength(GuideMiss.LongestWords);
        builder.HasIndex(miss => new { miss.SiteId, miss.LastAt });
    }
}
