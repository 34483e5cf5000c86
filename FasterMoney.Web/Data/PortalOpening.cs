using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>Who opened a customer's page, as far as one can tell.</summary>
public enum PortalOpeningKind
{
    /// <summary>A person at a browser: it says of itself that it is one, and that somebody navigated here.</summary>
    Customer = 0,
    StaffPreview = 1,
    Robot = 2,

    /// <summary>Neither a browser that says enough of itself, nor a program that says what it is.</summary>
    Unclear = 3,
}

/// <summary>
/// How often one kind of visitor opened one link on one day of the site. An approximate fact beside the books:
/// nothing reads it to decide anything, so it has no foreign key and may be lost.
/// </summary>
public sealed class PortalOpening
{
    public Guid LinkId { get; init; }

    public DateOnly Day { get; init; }

    public PortalOpeningKind Kind { get; init; }

    public Guid SiteId { get; init; }

    public Guid InvoiceId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime First { get; init; }

    /// <summary>UTC.</summary>
    public DateTime Last { get; set; }

    public long Count { get; set; }
}

public sealed class PortalOpeningMapping : IEntityTypeConfiguration<PortalOpening>
{
    public void Configure(EntityTypeBuilder<PortalOpening> builder)
    {
        builder.ToTable("PortalOpenings");
        builder.HasKey(opening => new { opening.LinkId, opening.Day, opening.Kind });
        builder.HasIndex(opening => new { opening.SiteId, opening.InvoiceId, opening.Kind, opening.Last });
    }
}
