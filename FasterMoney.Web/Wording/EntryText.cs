using System.Globalization;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Web.Wording;

/// <summary>What the people of a site call entries.</summary>
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

    public static string NameOf(StatementEntry entry)
    {
        if (entry.Reversed is { } reversed)
            return $"Reversal of {Lowered(NameOf(reversed))}";

        return entry.Kind switch
        {
            EntryKind.PendingPayment => "Processing payment",
            EntryKind.CreditNote => $"Credit note {entry.Number}",
            _ => entry.Kind.ToString(),
        };
    }

    /// <summary>The entry in a few words, to point at it.</summary>
    public static string Point(StatementEntry entry, CultureInfo culture) =>
        $"{NameOf(entry)} of {entry.Amount.Absolute.Format(culture)}, {SiteText.Date(entry.Date, culture)}";

    /// <summary>The same with what the customer reads, to tell it from its neighbours.</summary>
    public static string Describe(StatementEntry entry, CultureInfo culture) =>
        entry.PublicText.Length == 0 ? Point(entry, culture) : $"{Point(entry, culture)}, {entry.PublicText}";

    private static string Lowered(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";
}
