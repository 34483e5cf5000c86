using System.Globalization;
using FasterMoney.Domain.Amounts;

namespace FasterMoney.Web.Wording;

/// <summary>Currencies and time zones to choose from.</summary>
public static class SetupChoices
{
    /// <summary>Code and English name, by code.</summary>
    public static IReadOnlyList<(string Code, string Text)> Currencies { get; } = [.. Currency.All.Select(currency =>
        (currency.Code, Names.TryGetValue(currency.Code, out var name) ? $"{currency.Code} – {name}" : currency.Code))];

    /// <summary>IANA names by region, as in <c>Europe</c> and <c>Europe/Berlin</c>.</summary>
    public static IReadOnlyList<IGrouping<string, string>> TimeZones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Where(id => Regions.Contains(id.Split('/')[0]) && id.Contains('/'))
            .Order(StringComparer.Ordinal)
            .GroupBy(id => id.Split('/')[0])];

    /// <summary>The zone of this computer, when it is one of the list.</summary>
    public static string LocalTimeZone => TimeZones.Any(region => region.Contains(TimeZoneInfo.Local.Id)) ? TimeZoneInfo.Local.Id : "UTC";

    private static string[] Regions =>
        ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    private static Dictionary<string, string> Names => field ??= CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .GroupBy(region => region.ISOCurrencySymbol)
        .ToDictionary(group => group.Key, group => group.First().CurrencyEnglishName);
}
