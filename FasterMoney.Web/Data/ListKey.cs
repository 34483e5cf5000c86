using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data;

/// <summary>
/// What the list sorts invoices by and no invoice holds: how long its link works, and when its customer last looked. Kept beside the
/// invoice, so that neither a link nor an opening ever changes it, and written with each save and each counted opening.
/// </summary>
public sealed class ListKey
{
    /// <summary>The day of links that do not work, however late it gets. A day, because the two databases sort nulls differently.</summary>
    public static readonly DateOnly NoDay = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>The moment of pages that no customer opened yet. A moment, for the same reason.</summary>
    public static readonly DateTime NotOpened = DateTime.UnixEpoch;

    public Guid InvoiceId { get; init; }

    public Guid SiteId { get; init; }

    /// <summary>The invoice's.</summary>
    public InvoiceBucket Bucket { get; init; }

    /// <summary>The invoice's.</summary>
    public DateOnly DueDate { get; init; }

    /// <summary>The last day that the link works, whatever becomes of the portal route; <see cref="NoDay"/> when it does not work.</summary>
    public DateOnly LinkThrough { get; init; }

    /// <summary>UTC; <see cref="NotOpened"/> while no customer looked.</summary>
    public DateTime LastOpened { get; init; } = NotOpened;

    public static ListKey Of(Invoice invoice, PortalLink? link, Site site, DateTime? lastOpened) => new()
    {
        InvoiceId = invoice.Id,
        SiteId = invoice.SiteId,
        Bucket = invoice.Bucket,
        DueDate = invoice.DueDate,
        // The moment does not matter: what is kept is a day to be compared with today.
        LinkThrough = ThroughOf(LinkFacts.Of(invoice, site, link, invoice.CreatedAt)),
        LastOpened = lastOpened ?? NotOpened,
    };

    internal static DateOnly ThroughOf(LinkFacts facts) => PortalLinkAvailability.WorksThroughWithRoute(facts) ?? NoDay;
}

public sealed class ListKeyMapping : IEntityTypeConfiguration<ListKey>
{
    public void Configure(EntityTypeBuilder<ListKey> builder)
    {
        builder.ToTable("ListKeys");
        builder.HasKey(key => key.InvoiceId);
        builder.Property(key => key.InvoiceId).ValueGeneratedNever();
        builder.HasOne<Invoice>().WithOne().HasForeignKey<ListKey>(key => key.InvoiceId).OnDelete(DeleteBehavior.Cascade);
        // As the invoice's own: in the list's order, and with what the tabs read.
        builder.HasIndex(key => new { key.SiteId, key.LinkThrough, key.InvoiceId, key.Bucket, key.DueDate });
        builder.HasIndex(key => new { key.SiteId, key.LastOpened, key.InvoiceId, key.Bucket, key.DueDate });
    }
}
