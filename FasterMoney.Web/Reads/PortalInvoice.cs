using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Web.Reads;

/// <summary>The business as its customers know it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="LegalName">The name in the register; may be empty.</param>
/// <param name="Address">In lines.</param>
/// <param name="Contact">Where customers ask, one way a line; may be empty.</param>
public sealed record PortalBusiness(string Name, string LegalName, string Address, string Contact);

public enum PaperSize
{
    A4,
    Letter,
}

/// <summary>One line of the invoice. <paramref name="DiscountPercent"/> and <paramref name="TaxPercent"/> are percentages: 19 means 19 %.</summary>
public sealed record PortalLine(string Description, decimal Quantity, Money UnitPrice, decimal DiscountPercent, decimal TaxPercent, Money Amount);

public sealed record PortalTax(decimal Percent, Money Net, Money Tax);

/// <summary>What an invoice says beside its lines and its money. Read from the database as it is, and shown as it is.</summary>
public sealed record PortalHead
{
    public required PortalBusiness Business { get; init; }

    /// <summary>What the business prints on.</summary>
    public PaperSize Paper { get; init; }

    public required string CustomerName { get; init; }

    public string CustomerAddress { get; init; } = "";

    /// <summary>Empty for a draft that was never sent.</summary>
    public required string Number { get; init; }

    public required DateOnly IssueDate { get; init; }

    public InvoiceTexts Texts { get; init; } = new();

    public bool PricesIncludeTax { get; init; }

    public string PaymentInstructions { get; init; } = "";
}

/// <summary>
/// Everything a customer may see of an invoice. What has no property here cannot reach the page:
/// private notes, ids, names of staff and other customers have none.
/// </summary>
public sealed record PortalInvoice
{
    public required PortalHead Head { get; init; }

    /// <summary>Address of the logo on this page's own host, or null.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Address of the page that says how to tell a genuine one, on this page's own host, or null.</summary>
    public string? GenuineUrl { get; init; }

    /// <summary>Address of the same invoice as PDF on this page's own host, or null.</summary>
    public string? DocumentUrl { get; init; }

    /// <summary>What it says of its money.</summary>
    public required InvoiceStatement Statement { get; init; }

    /// <summary>The day of the last correction that came after a customer had opened the page, in the site's time zone; null when none did.</summary>
    public DateOnly? CorrectedOn { get; init; }

    public IReadOnlyList<PortalLine> Lines { get; init; } = [];

    public required Money Net { get; init; }

    public IReadOnlyList<PortalTax> Taxes { get; init; } = [];

    /// <summary>When the figures were read, in the site's time zone.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The invoice as its customer may see it, from what was read at a moment of the site's clocks.</summary>
    public static PortalInvoice Of(PortalRead read, DateTimeOffset readAt, string? logoUrl = null, string? documentUrl = null)
    {
        var statement = read.StatementOn(DateOnly.FromDateTime(readAt.DateTime));
        var totals = InvoiceTotals.Of(read.Lines.Select(line => (line.TaxPercent, line.Amount.Minor)), read.Row.Head.PricesIncludeTax);
        return new PortalInvoice
        {
            Head = read.Row.Head,
            LogoUrl = logoUrl,
            DocumentUrl = documentUrl,
            Statement = statement,
            CorrectedOn = statement.Corrected is { } correction
                ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(correction.At, TimeZoneInfo.FindSystemTimeZoneById(read.Row.TimeZoneId)))
                : null,
            Lines = read.Lines,
            Net = Money(totals.NetMinor),
            Taxes = [.. totals.Taxes.Select(tax => new PortalTax(tax.Percent, Money(tax.NetMinor), Money(tax.TaxMinor)))],
            ReadAt = readAt,
        };

        Money Money(long minor) => new(minor, statement.Currency);
    }
}
