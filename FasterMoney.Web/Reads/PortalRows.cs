using FasterMoney.Domain.Invoices;

namespace FasterMoney.Web.Reads;

/// <summary>What the portal reads of a link, its site and its invoice. Private notes and names of staff are not selected.</summary>
public sealed record PortalRow
{
    public required Guid SiteId { get; init; }
    public required string SiteName { get; init; }
    public required string LegalName { get; init; }
    public required string SiteAddress { get; init; }
    public required string ContactEmail { get; init; }
    public required string ContactPhone { get; init; }
    public required string TimeZoneId { get; init; }
    public required string SiteLanguage { get; init; }
    public required string PaymentInstructions { get; init; }
    public required int LinkUnpaidDays { get; init; }
    public required int LinkSettledDays { get; init; }
    public required bool PortalOn { get; init; }
    public required string? RouteBaseUrl { get; init; }
    public required string? RouteSegment { get; init; }
    public required bool HasLogo { get; init; }

    public required Guid LinkId { get; init; }
    public required bool LinkTurnedOff { get; init; }
    public required bool LinkReplaced { get; init; }
    public required DateOnly? GuaranteedThrough { get; init; }

    public required Guid InvoiceId { get; init; }
    public required long Version { get; init; }
    public required SendState SendState { get; init; }
    public required string? Number { get; init; }
    public required string Reference { get; init; }
    public required string BilledTo { get; init; }
    public required string BilledToAddress { get; init; }
    public required string Language { get; init; }
    public required string CurrencyCode { get; init; }
    public required DateOnly IssueDate { get; init; }
    public required DateOnly DueDate { get; init; }
    public required DateOnly? SettledOn { get; init; }
    public required DateOnly? VoidedOn { get; init; }
    public required string Memo { get; init; }
    public required bool PricesIncludeTax { get; init; }
    public required Balance Balance { get; init; }
    public required long PendingMinor { get; init; }
}

public sealed record PortalLineRow(string Description, decimal Quantity, long UnitPriceMinor, decimal DiscountPercent, decimal TaxPercent, long AmountMinor);

/// <param name="Number">A credit note's own number.</param>
/// <param name="RecordedAt">UTC.</param>
public sealed record PortalEntryRow(string Kind, DateOnly Date, long AmountMinor, string PublicText, string? Number, DateTime RecordedAt)
{
    /// <summary>What was paid is no correction; what was taken back, credited or adjusted is.</summary>
    public bool IsCorrection => Kind is nameof(Refund) or nameof(CreditNote) or nameof(Adjustment) || (Kind == nameof(Reversal) && AmountMinor != 0);
}

/// <param name="FirstOpened">When a customer opened this link for the first time, in UTC; read only when something was corrected, and null when none did.</param>
public sealed record PortalRead(PortalRow Row, IReadOnlyList<PortalLineRow> Lines, IReadOnlyList<PortalEntryRow> Entries, DateTime? FirstOpened);
