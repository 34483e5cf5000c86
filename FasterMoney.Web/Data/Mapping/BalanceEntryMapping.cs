using FasterMoney.Domain.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class BalanceEntryMapping : IEntityTypeConfiguration<BalanceEntry>, IEntityTypeConfiguration<Reversal>, IEntityTypeConfiguration<CreditNote>,
    IEntityTypeConfiguration<CreditNoteDraft>
{
    public void Configure(EntityTypeBuilder<BalanceEntry> builder)
    {
        builder.ToTable("BalanceEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Ignore(entry => entry.EffectMinor);
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(21);
        builder.HasDiscriminator(entry => entry.Kind)
            .HasValue<Payment>(EntryKind.Payment)
            .HasValue<PendingPayment>(EntryKind.PendingPayment)
            .HasValue<Refund>(EntryKind.Refund)
            .HasValue<CreditNote>(EntryKind.CreditNote)
            .HasValue<Adjustment>(EntryKind.Adjustment)
            .HasValue<Reversal>(EntryKind.Reversal);
        builder.HasIndex(entry => new { entry.InvoiceId, entry.Sequence }).IsUnique();
        builder.HasIndex(entry => new { entry.SiteId, entry.CommandId }).IsUnique();
    }

    // An entry is reversed once, whoever tries.
    public void Configure(EntityTypeBuilder<Reversal> builder) =>
        builder.HasIndex(reversal => reversal.ReversedEntryId).IsUnique();

    public void Configure(EntityTypeBuilder<CreditNote> builder)
    {
        builder.Property(note => note.Lines).AsJson();
        builder.Property(note => note.Taxes).AsJson();
        builder.Property(note => note.Number).HasColumnName("Number");
        builder.HasIndex(note => new { note.SiteId, note.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CreditNoteDraft> builder)
    {
        builder.ToTable("CreditNoteDrafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Version).IsConcurrencyToken();
        builder.Property(draft => draft.Content).AsJson();
        builder.HasIndex(draft => draft.InvoiceId).IsUnique();
        builder.HasOne<Invoice>().WithMany().HasForeignKey(draft => draft.InvoiceId);
    }
}
