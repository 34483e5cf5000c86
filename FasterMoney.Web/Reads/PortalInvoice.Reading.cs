using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Web.Reads;

public sealed partial record PortalInvoice
{
    /// <summary>The invoice as its customer may see it, from what was read at a moment of the site's clocks.</summary>
    public static PortalInvoice Of(PortalRead read, DateTimeOffset readAt, string? logoUrl = null, string? documentUrl = null)
    {
        var row = read.Row;
        var statement = read.StatementOn(DateOnly.FromDateTime(readAt.DateTime));
        var totals = InvoiceTotals.Of(read.Lines.Select(line => (line.TaxPercent, line.AmountMinor)), row.PricesIncludeTax);
        return new PortalInvoice
        {
            Business = PortalBusiness.Of(row),
            LogoUrl = logoUrl,
            DocumentUrl = documentUrl,
            // The one region of the languages we speak that does not print on A4.
            Paper = row.SiteLanguage == "en-US" ? PaperSize.Letter : PaperSize.A4,
            CustomerName = row.BilledTo,
            CustomerAddress = row.BilledToAddress,
            Number = row.Number ?? "",
            Reference = row.Reference,
            Statement = statement,
            CorrectedOn = statement.Corrected is { } correction ? DateOnly.FromDateTime(LocalTo(row, correction.At)) : null,
            IssueDate = row.IssueDate,
            Lines = [.. read.Lines.Select(line => new PortalLine(
                line.Description, line.Quantity, Money(line.UnitPriceMinor), line.DiscountPercent, line.TaxPercent, Money(line.AmountMinor)))],
            PricesIncludeTax = row.PricesIncludeTax,
            Net = Money(totals.NetMinor),
            Taxes = [.. totals.Taxes.Select(tax => new PortalTax(tax.Percent, Money(tax.NetMinor), Money(tax.TaxMinor)))],
            Memo = row.Memo,
            PaymentInstructions = row.PaymentInstructions,
            ReadAt = readAt,
        };

        Money Money(long minor) => new(minor, statement.Currency);
    }

    private static DateTime LocalTo(PortalRow row, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(row.TimeZoneId));
}
