using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class SiteMapping : IEntityTypeConfiguration<Site>, IEntityTypeConfiguration<SiteLogo>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.ToTable("Sites");
        builder.Property(site => site.Id).ValueGeneratedNever();
        builder.Property(site => site.Version).IsConcurrencyToken();
        builder.HasIndex(site => new { site.RouteAuthority, site.RouteSegment }).IsUnique();
        builder.Ignore(site => site.NewActivity);
        builder.Property(site => site.Paper).HasConversion<string>();
        builder.Ignore(site => site.Currency);
        builder.Ignore(site => site.Culture);
        builder.Ignore(site => site.LinkPolicy);
        builder.Ignore(site => site.Portal);
        builder.Ignore(site => site.TimeZone);
    }

    public void Configure(EntityTypeBuilder<SiteLogo> builder)
    {
        builder.ToTable("SiteLogos");
        builder.HasKey(logo => logo.SiteId);
        builder.Property(logo => logo.SiteId).ValueGeneratedNever();
        builder.HasOne<Site>().WithOne().HasForeignKey<SiteLogo>(logo => logo.SiteId);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(membership => new { membership.SiteId, membership.UserId });
        builder.HasOne<Site>().WithMany().HasForeignKey(membership => membership.SiteId);
        builder.HasOne<Person>().WithMany().HasForeignKey(membership => membership.UserId);
    }
}
