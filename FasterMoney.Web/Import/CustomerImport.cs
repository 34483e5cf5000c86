using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Web.Import;

/// <summary>A customer that a file holds.</summary>
public sealed record CustomerImport(int Row, string ExternalId, CustomerContent Content)
{
    /// <summary>The customer that a row holds; what stands against it becomes problems.</summary>
    public static CustomerImport Read(ImportRow row, Site site, ImportProblems problems)
    {
        var id = row.Text("customer_id");
        var content = new CustomerContent(
            row.Text("name"), row.Text("contact_name"), row.Text("email"), Language(row) ?? site.Language, row.Text("billing_address"), row.Text("private_note"));
        problems.Add(Customer.CheckExternalId(id).And(content.Check()), field => (row.Number, ColumnOf(field)));
        return new CustomerImport(row.Number, id, content);
    }

    private static string? Language(ImportRow row)
    {
        var text = row.Text("language");
        var tag = CustomerLanguage.All.FirstOrDefault(tag => string.Equals(tag, text, StringComparison.OrdinalIgnoreCase));
        if (tag is null && text.Length > 0)
            row.Refuse("language", $"Write one of {string.Join(", ", CustomerLanguage.All)}, or leave it empty.");

        return tag;
    }

    private static string ColumnOf(string? field) => field switch
    {
        nameof(Customer.ExternalId) => "customer_id",
        nameof(CustomerContent.Name) => "name",
        nameof(CustomerContent.ContactName) => "contact_name",
        nameof(CustomerContent.Email) => "email",
        nameof(CustomerContent.Language) => "language",
        nameof(CustomerContent.BillingAddress) => "billing_address",
        nameof(CustomerContent.PrivateNote) => "private_note",
        _ => "",
    };
}
