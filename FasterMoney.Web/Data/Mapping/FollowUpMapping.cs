using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("FollowUps");
        builder.Property(followUp => followUp.Id).ValueGeneratedNever();
        builder.Property(followUp => followUp.Version).IsConcurrencyToken();
        builder.Property(followUp => followUp.State).HasConversion<string>();
        // Only a draft that was never sent is deleted, and its follow-ups go with it.
        builder.HasOne<Invoice>().WithMany().HasForeignKey(followUp => followUp.InvoiceId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(followUp => followUp.NewActivity);

        // One for each tab, in the tab's order, so that counts and a page's ids come from the index alone.
        builder.HasIndex(followUp => new { followUp.SiteId, followUp.State, followUp.DueOn, followUp.Id });
        builder.HasIndex(followUp => new { followUp.SiteId, followUp.AssigneeUserId, followUp.State, followUp.DueOn, followUp.Id });
        builder.HasIndex(followUp => new { followUp.SiteId, followUp.State, followUp.DoneAt, followUp.Id });
        builder.HasIndex(followUp => new { followUp.InvoiceId, followUp.State, followUp.DueOn });
    }
}
