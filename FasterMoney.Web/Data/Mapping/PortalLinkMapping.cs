using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class PortalLinkMapping : IEntityTypeConfiguration<PortalLink>, IEntityTypeConfiguration<ActivityEntry>
{
    public void Configure(EntityTypeBuilder<PortalLink> builder)
    {
        builder.ToTable("PortalLinks");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.HasOne<Invoice>().WithMany().HasForeignKey(link => link.InvoiceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(link => new { link.SiteId, link.TokenHash }).IsUnique();
        // Whether a link in a text is another site's.
        builder.HasIndex(link => link.TokenHash);
        // At most one current link an invoice.
        builder.HasIndex(link => link.InvoiceId).IsUnique().HasFilter("\"ReplacedAt\" IS NULL").HasDatabaseName("IX_PortalLinks_Current");
        // Whoever ends, turns off or uses a link is told when somebody else ended it or turned it in the meantime.
        builder.Property(link => link.ReplacedAt).IsConcurrencyToken();
        builder.Property(link => link.TurnedOffAt).IsConcurrencyToken();
        builder.Ignore(link => link.NewActivity);
    }

    public void Configure(EntityTypeBuilder<ActivityEntry> builder)
    {
        builder.ToTable("Activity");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasConversion<string>();
        builder.HasOne<Site>().WithMany().HasForeignKey(entry => entry.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.SiteId, entry.InvoiceId, entry.At });
        // No place is taken twice: a fork of the chain cannot be stored. The other index finds at each start what is not in it yet.
        builder.HasIndex(entry => new { entry.SiteId, entry.Sequence }).IsUnique().HasFilter("\"Sequence\" > 0");
        builder.HasIndex(entry => entry.Sequence).HasFilter("\"Sequence\" = 0").HasDatabaseName("IX_Activity_Unchained");
    }
}
