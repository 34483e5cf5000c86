using System.Globalization;
using FasterMoney.Web.Import;

namespace FasterMoney.Web.Admin.Importing;

/// <summary>What people read about an import.</summary>
public static class ImportText
{
    public static string Of(ImportResult result, CultureInfo culture) => string.Join(" ", new[]
    {
        $"{Count(result.Added, result.Kind, culture)}{With(result.Payments, culture)} {(result.Added == 1 ? "was" : "were")} imported.",
        Known(result.Known, culture),
    }.Where(sentence => sentence.Length > 0));

    public static string Of(ImportPreview preview, CultureInfo culture) => string.Join(" ", new[]
    {
        preview.New == 0 ? "There is nothing new in this file." : $"{Count(preview.New, preview.Kind!.Value, culture)}{With(preview.Payments, culture)} will be imported.",
        Known(preview.Known, culture),
    }.Where(sentence => sentence.Length > 0));

    public static string Count(int count, ImportKind kind, CultureInfo culture) =>
        $"{count.ToString("N0", culture)} {(kind == ImportKind.Customers ? "customer" : "invoice")}{(count == 1 ? "" : "s")}";

    private static string With(int payments, CultureInfo culture) =>
        payments == 0 ? "" : $" with {payments.ToString("N0", culture)} payment{(payments == 1 ? "" : "s")}";

    private static string Known(int known, CultureInfo culture) => known switch
    {
        0 => "",
        1 => "1 is here already and stays as it is.",
        _ => $"{known.ToString("N0", culture)} are here already and stay as they are.",
    };
}
