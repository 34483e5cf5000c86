using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class MailMapping : IEntityTypeConfiguration<MailSettings>
{
    public void Configure(EntityTypeBuilder<MailSettings> builder)
    {
        builder.ToTable("MailSettings");
        builder.HasKey(mail => mail.SiteId);
        builder.Property(mail => mail.SiteId).ValueGeneratedNever();
        builder.Property(mail => mail.Security).HasConversion<string>();
        builder.Property(mail => mail.Version).IsConcurrencyToken();
        builder.HasOne<Site>().WithOne().HasForeignKey<MailSettings>(mail => mail.SiteId);
        builder.Ignore(mail => mail.NewActivity);
    }
}
