using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;

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

/// <param name="Entries">Without what ties them to each other: no id of an entry leaves the database.</param>
/// <param name="FirstOpened">When a customer first opened the page, under whichever link, in UTC; read only when something was corrected, and null when none did.</param>
public sealed record PortalRead(PortalRow Row, IReadOnlyList<PortalLineRow> Lines, IReadOnlyList<EntryFacts> Entries, DateTime? FirstOpened)
{
    public InvoiceStatement StatementOn(DateOnly today) => new(new StatementFacts
    {
        Currency = Currency.Of(Row.CurrencyCode),
        SendState = Row.SendState,
        DueDate = Row.DueDate,
        SettledOn = Row.SettledOn,
        VoidedOn = Row.VoidedOn,
        Balance = Row.Balance,
        PendingMinor = Row.PendingMinor,
        Today = today,
        FirstOpened = FirstOpened,
        Entries = Entries,
    });
}
