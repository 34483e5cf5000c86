using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Web.Reads;

/// <summary>The business as its customers know it.</summary>
public sealed record PortalBusiness(string Name, string LegalName, string Address, string Contact)
{
    public static PortalBusiness Of(PortalRow row) => new(
        row.SiteName, row.LegalName, row.SiteAddress, string.Join('\n', new[] { row.ContactEmail, row.ContactPhone }.Where(way => way.Length > 0)));
}

public enum PaperSize
{
    A4,
    Letter,
}

/// <summary>One line of the invoice. <paramref name="DiscountPercent"/> and <paramref name="TaxPercent"/> are percentages: 19 means 19 %.</summary>
public sealed record PortalLine(string Description, decimal Quantity, Money UnitPrice, decimal DiscountPercent, decimal TaxPercent, Money Amount);

public sealed record PortalTax(decimal Percent, Money Net, Money Tax);

/// <summary>
/// Everything a customer may see of an invoice. What has no property here cannot reach the page:
/// private notes, ids, names of staff and other customers have none.
/// </summary>
public sealed partial record PortalInvoice
{
    public required PortalBusiness Business { get; init; }

    /// <summary>Address of the logo on this page's own host, or null.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Address of the same invoice as PDF on this page's own host, or null.</summary>
    public string? DocumentUrl { get; init; }

    /// <summary>What the business prints on.</summary>
    public PaperSize Paper { get; init; }

    public required string CustomerName { get; init; }

    public string CustomerAddress { get; init; } = "";

    public required string Number { get; init; }

    public string Reference { get; init; } = "";

    /// <summary>What it says of its money.</summary>
    public required InvoiceStatement Statement { get; init; }

    /// <summary>The day of the last correction that came after a customer had opened the page, in the site's time zone; null when none did.</summary>
    public DateOnly? CorrectedOn { get; init; }

    public required DateOnly IssueDate { get; init; }

    public IReadOnlyList<PortalLine> Lines { get; init; } = [];

    public bool PricesIncludeTax { get; init; }

    public required Money Net { get; init; }

    public IReadOnlyList<PortalTax> Taxes { get; init; } = [];

    public string Memo { get; init; } = "";

    public string PaymentInstructions { get; init; } = "";

    /// <summary>When the figures were read, in the site's time zone.</summary>
    public required DateTimeOffset ReadAt { get; init; }
}
