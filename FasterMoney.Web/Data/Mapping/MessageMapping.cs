using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class MessageMapping : IEntityTypeConfiguration<MessageDraft>
{
    public void Configure(EntityTypeBuilder<MessageDraft> builder)
    {
        builder.ToTable("Messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Version).IsConcurrencyToken();
        builder.Property(message => message.State).HasConversion<string>();
        builder.Property(message => message.Template).HasConversion<string>();
        builder.Property(message => message.Recipients).AsJson();
        builder.HasOne<Invoice>().WithMany().HasForeignKey(message => message.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(message => message.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(message => message.NewActivity);
        builder.Ignore(message => message.Content);

        // The queue's tabs, newest first, alone and of what a search found: counts and a page's ids come from the index alone.
        builder.HasIndex(message => new { message.SiteId, message.State, message.ChangedAt, message.Id });
        builder.HasIndex(message => new { message.SiteId, message.CustomerId, message.State, message.ChangedAt, message.Id });
        builder.HasIndex(message => new { message.SiteId, message.InvoiceId, message.State, message.ChangedAt, message.Id });
    }
}
