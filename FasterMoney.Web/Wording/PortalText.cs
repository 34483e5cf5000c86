using System.Globalization;
using FasterMoney.Domain.Invoices;

namespace FasterMoney.Web.Wording;

/// <summary>Every word of the customer's page in one language.</summary>
public sealed partial record PortalText
{
    private static PortalText[] Languages => field ??= [English, German, French, Spanish, Italian, Dutch, Japanese];

    /// <summary>The two-letter code for the page's <c>lang</c>.</summary>
    public required string Code { get; init; }

    public required string Invoice { get; init; }
    public required string Amount { get; init; }
    public required string Adjustments { get; init; }
    public required string Credits { get; init; }
    public required string Paid { get; init; }
    public required string BalanceDue { get; init; }
    public required string DueDate { get; init; }
    public required string Status { get; init; }
    /// <summary>A term and what stands beside it, on one line.</summary>
    public required Func<string, string, string> Named { get; init; }
    public required string Issued { get; init; }
    public required string Reference { get; init; }
    /// <summary>When the goods or services were supplied.</summary>
    public required string ServicePeriod { get; init; }
    /// <summary>Of the business and of the customer.</summary>
    public required string TaxNumber { get; init; }
    public required string BilledTo { get; init; }
    public required string From { get; init; }

    public required Func<int, string> DueIn { get; init; }
    public required string DueToday { get; init; }
    public required Func<int, string> OverdueBy { get; init; }
    public required string PartiallyPaid { get; init; }
    public required Func<string, string> PaidOn { get; init; }
    public required string Settled { get; init; }
    public required string Refunded { get; init; }
    /// <summary>Of the balance, which is said to be in the customer's favour.</summary>
    public required Func<string, string> InCredit { get; init; }
    public required string Cancelled { get; init; }
    public required string NothingToPay { get; init; }

    public required string Items { get; init; }
    public required string Description { get; init; }
    public required string Quantity { get; init; }
    public required string UnitPrice { get; init; }
    public required string Discount { get; init; }
    public required string Tax { get; init; }
    public required string Net { get; init; }
    /// <summary>The tax by its name, its rate, and the net sum that it is on.</summary>
    public required Func<string, string, string, string> TaxOn { get; init; }
    public required string PricesIncludeTax { get; init; }
    public required string Total { get; init; }

    public required string HowThisBalanceCameAbout { get; init; }
    public required string Date { get; init; }
    public required string Entry { get; init; }
    public required string Balance { get; init; }
    public required string InvoiceTotal { get; init; }
    public required string Payment { get; init; }
    public required string Refund { get; init; }
    public required string CreditNote { get; init; }
    public required string Adjustment { get; init; }
    public required string Reversal { get; init; }
    public required Func<string, string> CorrectedOn { get; init; }
    public required Func<string, string> Processing { get; init; }
    public required string Cancellation { get; init; }
    public required Func<string, string> CreditOf { get; init; }

    public required string Message { get; init; }
    public required string HowToPay { get; init; }
    public required Func<string, string> QuoteNumber { get; init; }
    public required string Questions { get; init; }
    public required Func<string, string> FiguresAsOf { get; init; }

    public required string DownloadPdf { get; init; }
    public required Func<string, string> PrintedAsOf { get; init; }
    public required string CheckCurrentBalance { get; init; }
    public required Func<int, int, string> PageOf { get; init; }

    public required string Preview { get; init; }
    public required string Unavailable { get; init; }
    public required string UnavailableWhy { get; init; }
    public required string AskBusiness { get; init; }

    /// <summary>How the language writes a date in words, after <see cref="DateTimeFormatInfo"/>.</summary>
    public required string DatePattern { get; init; }

    /// <summary>The words for a culture's language; English when there are none.</summary>
    public static PortalText For(CultureInfo culture) => culture.Name switch
    {
        "de-CH" => SwissGerman,
        "fr-CH" => SwissFrench,
        _ => Array.Find(Languages, text => text.Code == culture.TwoLetterISOLanguageName) ?? English,
    };

    public string Of(EntryKind kind) => kind switch
    {
        EntryKind.Payment => Payment,
        EntryKind.Refund => Refund,
        EntryKind.CreditNote => CreditNote,
        EntryKind.Adjustment => Adjustment,
        EntryKind.Reversal => Reversal,
        EntryKind.Cancellation => Cancellation,
        _ => throw new InvalidOperationException($"Customers are shown no entry of the kind {kind}."),
    };
}
