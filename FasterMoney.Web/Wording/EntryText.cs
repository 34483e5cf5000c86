using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;

namespace FasterMoney.Web.Wording;

/// <summary>What the people of a site call movements.</summary>
public static class EntryText
{
    public static IReadOnlyList<(PaymentMethod Method, string Name)> Methods { get; } =
    [
        (PaymentMethod.BankTransfer, "Bank transfer"),
        (PaymentMethod.Card, "Card"),
        (PaymentMethod.Cash, "Cash"),
        (PaymentMethod.Cheque, "Cheque"),
        (PaymentMethod.Other, "Other"),
    ];

    public static string NameOf(PaymentMethod method) => Methods.First(known => known.Method == method).Name;

    public static string NameOf(BalanceEntry entry) => entry switch
    {
        Payment => "Payment",
        PendingPayment => "Processing payment",
        Refund => "Refund",
        CreditNote note => $"Credit note {note.Number}",
        Reversal => "Reversal",
        _ => "Adjustment",
    };

    /// <summary>The entry in a few words, to tell it from its neighbours.</summary>
    public static string Describe(BalanceEntry entry, CultureInfo culture, Currency currency)
    {
        var text = $"{NameOf(entry)} of {new Money(Math.Abs(entry.AmountMinor), currency).Format(culture)}, {SiteText.Date(entry.Date, culture)}";
        return entry.PublicText.Length == 0 ? text : $"{text}, {entry.PublicText}";
    }
}
