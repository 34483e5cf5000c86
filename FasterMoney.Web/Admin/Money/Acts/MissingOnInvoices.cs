using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>What a customer will miss on a business's invoices. They can be sent all the same.</summary>
public static class MissingOnInvoices
{
    /// <summary>Each with the field of the settings that it is about.</summary>
    public static IReadOnlyList<RuleReason> Of(Site site)
    {
        var missing = new List<RuleReason>();
        if (site.Address.Length == 0)
            missing.Add(new("Your business's address is missing.", nameof(SiteContent.Address)));
        if (site.TaxNumber.Length == 0 && Country.Find(site.Country) is { AsksForTaxNumber: true } country)
            missing.Add(new($"Your tax number is missing. Invoices in {country.Name} mostly need one.", nameof(SiteContent.TaxNumber)));
        if (site.PaymentInstructions.Length == 0)
            missing.Add(new("A way to pay is missing.", nameof(SiteContent.PaymentInstructions)));

        return missing;
    }

    /// <summary>Where it is added.</summary>
    public static string AddressOf(string? field) => $"/settings/site?missing={field}";
}
