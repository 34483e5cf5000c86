using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class InvoiceMapping : IEntityTypeConfiguration<Invoice>, IEntityTypeConfiguration<InvoiceLine>, IEntityTypeConfiguration<BucketTotal>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.ToTable("Invoices");
        builder.Property(invoice => invoice.Id).ValueGeneratedNever();
        builder.Property(invoice => invoice.Version).IsConcurrencyToken();
        builder.HasOne<Site>().WithMany().HasForeignKey(invoice => invoice.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(invoice => invoice.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(invoice => invoice.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
        builder.HasMany(invoice => invoice.Entries).WithOne().HasForeignKey(entry => entry.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(invoice => invoice.Texts, texts =>
        {
            foreach (var text in InvoiceTexts.All)
                texts.Property<string>(text.Name).HasColumnName(text.Name);
        });
        builder.Ignore(invoice => invoice.NewActivity);
        builder.Ignore(invoice => invoice.Currency);
        builder.Ignore(invoice => invoice.Total);
        builder.Ignore(invoice => invoice.BalanceDue);
        builder.Ignore(invoice => invoice.Balance);
        builder.Ignore(invoice => invoice.Totals);

        builder.HasIndex(invoice => new { invoice.SiteId, invoice.Number }).IsUnique();
        // One for each way to search by a start or a customer. They hold what the tabs and totals read, so that however much is found is summed up
        // from the index alone.
        builder.HasIndex(invoice => new
        {
            invoice.SiteId, invoice.NumberSearch, invoice.Bucket, invoice.DueDate, invoice.CurrencyCode, invoice.TotalMinor, invoice.BalanceMinor,
        }).HasDatabaseName("IX_Invoices_ByNumber");
        builder.HasIndex(invoice => new
        {
            invoice.SiteId, invoice.ReferenceSearch, invoice.Bucket, invoice.DueDate, invoice.CurrencyCode, invoice.TotalMinor, invoice.BalanceMinor,
        }).HasDatabaseName("IX_Invoices_ByReference");
        builder.HasIndex(invoice => new
        {
            invoice.SiteId, invoice.CustomerId, invoice.Bucket, invoice.DueDate, invoice.CurrencyCode, invoice.TotalMinor, invoice.BalanceMinor,
        }).HasDatabaseName("IX_Invoices_ByCustomer");

        // One for each sort of the list, in the list's order. They hold what the tabs read, so that a page's ids come from the index alone.
        // The sorts by link and opening have theirs in ListKeyMapping.
        builder.HasIndex(invoice => new { invoice.SiteId, invoice.NumberSequence, invoice.Id, invoice.Bucket, invoice.DueDate });
        builder.HasIndex(invoice => new { invoice.SiteId, invoice.BilledToSort, invoice.Id, invoice.Bucket, invoice.DueDate });
        builder.HasIndex(invoice => new { invoice.SiteId, invoice.IssueDate, invoice.Id, invoice.Bucket, invoice.DueDate });
        builder.HasIndex(invoice => new { invoice.SiteId, invoice.DueDate, invoice.Id, invoice.Bucket });
        builder.HasIndex(invoice => new { invoice.SiteId, invoice.TotalMinor, invoice.Id, invoice.Bucket, invoice.DueDate });
        builder.HasIndex(invoice => new { invoice.SiteId, invoice.BalanceMinor, invoice.Id, invoice.Bucket, invoice.DueDate });
        builder.HasIndex(invoice => new { invoice.SiteId, invoice.Bucket, invoice.DueDate, invoice.Id });
    }

    public void Configure(EntityTypeBuilder<InvoiceLine> builder)
    {
        builder.ToTable("InvoiceLines");
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.Quantity).HasPrecision(18, 4);
        builder.Property(line => line.DiscountPercent).HasPrecision(5, 2);
        builder.Property(line => line.TaxPercent).HasPrecision(6, 3);
        builder.HasIndex(line => new { line.InvoiceId, line.Position });
    }

    public void Configure(EntityTypeBuilder<BucketTotal> builder)
    {
        builder.ToTable("BucketTotals");
        builder.HasKey(total => new { total.SiteId, total.CurrencyCode, total.Bucket, total.DueDate });
    }
}
