using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class MailMapping : IEntityTypeConfiguration<MailSettings>, IEntityTypeConfiguration<OutboxMessage>
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

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.State).HasConversion<string>();
        builder.Property(message => message.Version).IsConcurrencyToken();
        builder.Property(message => message.Recipients).AsJson();
        builder.HasOne<MessageDraft>().WithOne().HasForeignKey<OutboxMessage>(message => message.DraftId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(message => message.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        // A draft is here once at most.
        builder.HasIndex(message => message.DraftId).IsUnique();
        builder.HasIndex(message => new { message.SiteId, message.State, message.NextAttemptAt });
        // What has been sent is most of it, and the sender never looks at it.
        builder.HasIndex(message => new { message.State, message.NextAttemptAt }).HasFilter("\"State\" <> 'Sent'").HasDatabaseName("IX_Outbox_Open");
        builder.Ignore(message => message.NewActivity);
        builder.Ignore(message => message.Asker);
    }
}
