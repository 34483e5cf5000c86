using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FasterMoney.Web.Data.Mapping;

public sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.Property(customer => customer.Id).ValueGeneratedNever();
        builder.Property(customer => customer.Version).IsConcurrencyToken();
        builder.HasIndex(customer => new { customer.SiteId, customer.SearchText, customer.Id });
        builder.HasIndex(customer => new { customer.SiteId, customer.ExternalId }).IsUnique();
        // Whether a text for one customer names another is asked with many candidates at once.
        builder.HasIndex(customer => new { customer.SiteId, customer.NameLookup });
        builder.HasIndex(customer => new { customer.SiteId, customer.ContactLookup });
        builder.HasIndex(customer => new { customer.SiteId, customer.EmailLookup });
        builder.HasOne<Site>().WithMany().HasForeignKey(customer => customer.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(customer => customer.NewActivity);
    }
}
