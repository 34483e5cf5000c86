using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Web.Wording;

/// <summary>How the workspace writes what the domain holds, in the site's language.</summary>
public static class SiteText
{
    public static CultureInfo CultureOf(Site site) => CultureInfo.GetCultureInfo(site.Culture);

    public static string Date(DateOnly date, CultureInfo culture) => WrittenDate.Of(date, culture.TwoLetterISOLanguageName switch
    {
        "de" or "da" or "nb" or "fi" or "cs" => "d. MMM yyyy",
        "ja" => "yyyy年M月d日",
        _ => "d MMM yyyy",
    }, culture);

    /// <summary>A format by what it writes, for choosing one.</summary>
    public static string ExampleOf(string tag)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        return $"{1234.5m.ToString("N2", NumberFormats.Of(culture))} · {Date(new DateOnly(2026, 10, 1), culture)} ({culture.EnglishName})";
    }

    /// <summary>With the sign in front, so that what lowers a balance can be told from what raises it.</summary>
    public static string Change(Money change, CultureInfo culture) =>
        (change.IsNegative ? "−" : change.IsPositive ? "+" : "") + change.Absolute.Format(culture);

    /// <summary>What an entry does; of money on its way, what is coming.</summary>
    public static string Amount(StatementEntry entry, CultureInfo culture) =>
        entry.Kind == EntryKind.PendingPayment ? entry.Amount.Format(culture) : Change(entry.Effect, culture);

    public static string Of(InvoiceStatus status) => status switch
    {
        InvoiceStatus.PartiallyPaid => "Partially paid",
        InvoiceStatus.InCredit => "In credit",
        _ => status.ToString(),
    };
}
