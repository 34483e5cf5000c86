using System.Globalization;
using FasterMoney.Web.Import;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Admin.Importing;

/// <summary>What people read about an import.</summary>
public static class ImportText
{
    public static string Of(ImportResult result, CultureInfo culture) => string.Join(" ", new[]
    {
        $"{Count(result.Added, result.Kind, culture)}{With(result.Payments, culture)} {Counted.Fitting(result.Added, "was", "were")} imported.",
        Known(result.Known, culture),
    }.Where(sentence => sentence.Length > 0));

    public static string Of(ImportPreview preview, CultureInfo culture) => string.Join(" ", new[]
    {
        preview.New == 0 ? "There is nothing new in this file." : $"{Count(preview.New, preview.Kind!.Value, culture)}{With(preview.Payments, culture)} will be imported.",
        Known(preview.Known, culture),
    }.Where(sentence => sentence.Length > 0));

    public static string Count(int count, ImportKind kind, CultureInfo culture) =>
        Counted.Of(count, kind == ImportKind.Customers ? "customer" : "invoice", culture: culture);

    private static string With(int payments, CultureInfo culture) =>
        payments == 0 ? "" : $" with {Counted.Of(payments, "payment", culture: culture)}";

    private static string Known(int known, CultureInfo culture) => known == 0
        ? ""
        : $"{Counted.Of(known, "is", "are", culture)} here already and {Counted.Fitting(known, "stays as it is", "stay as they are")}.";
}
