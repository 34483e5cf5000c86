using System.Collections.Concurrent;
using System.Globalization;

namespace FasterMoney.Domain.Amounts;

/// <summary>How each culture writes each currency; worked out once a pair.</summary>
internal static class MoneyFormats
{
    private static readonly ConcurrentDictionary<(string, Currency), NumberFormatInfo> Cache = new();

    public static NumberFormatInfo For(CultureInfo culture, Currency currency) =>
        Cache.GetOrAdd((culture.Name, currency), _ => Create(culture, currency));

    private static NumberFormatInfo Create(CultureInfo culture, Currency currency)
    {
        var specific = culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name) : culture;
        var format = (NumberFormatInfo)NumberFormats.Of(specific).Clone();
        format.CurrencyDecimalDigits = currency.Exponent;
        var isHome = specific.Name.Length > 0 && new RegionInfo(specific.Name).ISOCurrencySymbol == currency.Code;
        if (NumberFormats.IsSwiss(specific))
        {
            format.CurrencySymbol = currency.Code;
            (format.CurrencyPositivePattern, format.CurrencyNegativePattern) = (2, 12);
        }
        else if (!isHome)
        {
            var symbolFirst = format.CurrencyPositivePattern is 0 or 2;
            format.CurrencySymbol = currency.Code;
            format.CurrencyPositivePattern = symbolFirst ? 2 : 3;
            format.CurrencyNegativePattern = symbolFirst ? 9 : 8;
        }

        return NumberFormatInfo.ReadOnly(format);
    }
}
