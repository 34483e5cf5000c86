using System.Globalization;

namespace FasterMoney.Domain.Amounts;

/// <summary>How a culture writes figures, where the runtime's data differs from what businesses there write.</summary>
public static class NumberFormats
{
    private static readonly NumberFormatInfo Swiss = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ".",
        NumberGroupSeparator = "'",
        CurrencyDecimalSeparator = ".",
        CurrencyGroupSeparator = "'",
    });

    /// <summary>The marks in figures: Swiss invoices have <c>1'334.55</c> in every language, with the apostrophe of the keyboard, so that a figure can be copied.</summary>
    public static NumberFormatInfo Of(CultureInfo culture) => IsSwiss(culture) ? Swiss : culture.NumberFormat;

    internal static bool IsSwiss(CultureInfo culture) => culture.Name.EndsWith("-CH", StringComparison.Ordinal);
}
