using FasterMoney.Domain.Customers;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Admin.Customers;

/// <summary>What is typed about a customer.</summary>
public sealed class CustomerForm(CustomerContent content)
{
    public string? Name { get; set; } = content.Name;

    public string? ContactName { get; set; } = content.ContactName;

    public string? Email { get; set; } = content.Email;

    public string Language { get; set; } = content.Language;

    public string? BillingAddress { get; set; } = content.BillingAddress;

    public string? TaxNumber { get; set; } = content.TaxNumber;

    public string? PrivateNote { get; set; } = content.PrivateNote;

    public static IReadOnlyList<FormPart<CustomerForm>> Parts { get; } =
    [
        new("Name", form => form.Name ?? "", (from, to) => to.Name = from.Name),
        new("Contact", form => form.ContactName ?? "", (from, to) => to.ContactName = from.ContactName),
        new("E-mail", form => form.Email ?? "", (from, to) => to.Email = from.Email),
        new("Language", form => NameOf(form.Language), (from, to) => to.Language = from.Language),
        new("Billing address", form => form.BillingAddress ?? "", (from, to) => to.BillingAddress = from.BillingAddress),
        new("Tax number", form => form.TaxNumber ?? "", (from, to) => to.TaxNumber = from.TaxNumber),
        new("Private note", form => form.PrivateNote ?? "", (from, to) => to.PrivateNote = from.PrivateNote),
    ];

    public CustomerContent ToContent() =>
        new(Name ?? "", ContactName ?? "", Email ?? "", Language, BillingAddress ?? "", PrivateNote ?? "") { TaxNumber = TaxNumber ?? "" };

    /// <summary>A language by its English name.</summary>
    public static string NameOf(string language) => LanguageNames.Of(language);
}
