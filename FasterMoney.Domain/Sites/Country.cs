using FasterMoney.Domain.Amounts;

namespace FasterMoney.Domain.Sites;

/// <summary>
/// What is usual in a country: a new business starts with it, and can change each of it. Rates in percent as of 1 January 2025: the EU's
/// after the European Commission's Taxes in Europe Database, Switzerland's and Liechtenstein's after the ESTV (art. 25 MWSTG), the United
/// Kingdom's after GOV.UK, Japan's after the National Tax Agency (No. 6102), the others' after their revenue services. The United States
/// have no federal rate and Canada's provinces add their own, so that no rate or the federal one alone is offered there.
/// </summary>
/// <param name="Code">ISO 3166-1, two letters.</param>
/// <param name="Name">In English.</param>
/// <param name="CurrencyCode">ISO 4217.</param>
/// <param name="TimeZones">IANA names, the one with most people first.</param>
/// <param name="Languages">Tags of customers' languages, the one that most write first.</param>
/// <param name="NumberFormat">Tag of the culture whose figures and dates the workspace writes.</param>
/// <param name="Paper">What is printed on.</param>
/// <param name="TaxName">What the tax on sales is called there.</param>
/// <param name="Rates">Percent, the usual one first.</param>
/// <param name="AsksForTaxNumber">Whether an invoice there bears the seller's number for this tax (in the EU Directive 2006/112/EC, article 226 point 3).</param>
public sealed record Country(
    string Code,
    string Name,
    string CurrencyCode,
    IReadOnlyList<string> TimeZones,
    IReadOnlyList<string> Languages,
    string NumberFormat,
    Paper Paper,
    string TaxName,
    string Rates,
    bool AsksForTaxNumber = true)
{
    private static readonly string[] English = ["en-GB"];

    /// <summary>By name.</summary>
    public static IReadOnlyList<Country> All { get; } =
    [
        new("AU", "Australia", "AUD", ["Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Perth", "Australia/Adelaide", "Australia/Hobart", "Australia/Darwin"],
            English, "en-AU", Paper.A4, "GST", "10;0"),
        new("AT", "Austria", "EUR", ["Europe/Vienna"], ["de-DE", "en-GB"], "de-AT", Paper.A4, "USt.", "20;13;10;0"),
        new("BE", "Belgium", "EUR", ["Europe/Brussels"], ["nl", "fr-FR", "de-DE", "en-GB"], "nl-BE", Paper.A4, "Btw", "21;12;6;0"),
        new("CA", "Canada", "CAD", ["America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax", "America/Regina", "America/St_Johns"],
            ["en-US", "fr-FR"], "en-CA", Paper.Letter, "GST", "5;0"),
        new("CZ", "Czechia", "CZK", ["Europe/Prague"], ["en-GB", "de-DE"], "cs-CZ", Paper.A4, "VAT", "21;12;0"),
        new("DK", "Denmark", "DKK", ["Europe/Copenhagen"], English, "da-DK", Paper.A4, "VAT", "25;0"),
        new("FI", "Finland", "EUR", ["Europe/Helsinki"], English, "fi-FI", Paper.A4, "VAT", "25.5;14;10;0"),
        new("FR", "France", "EUR", ["Europe/Paris"], ["fr-FR", "en-GB"], "fr-FR", Paper.A4, "TVA", "20;10;5.5;2.1;0"),
        new("DE", "Germany", "EUR", ["Europe/Berlin"], ["de-DE", "en-GB"], "de-DE", Paper.A4, "USt.", "19;7;0"),
        new("IE", "Ireland", "EUR", ["Europe/Dublin"], English, "en-IE", Paper.A4, "VAT", "23;13.5;9;0"),
        new("IT", "Italy", "EUR", ["Europe/Rome"], ["it", "de-DE", "en-GB"], "it-IT", Paper.A4, "IVA", "22;10;5;4;0"),
        new("JP", "Japan", "JPY", ["Asia/Tokyo"], ["ja", "en-US"], "ja-JP", Paper.A4, "消費税", "10;8;0"),
        new("LI", "Liechtenstein", "CHF", ["Europe/Vaduz"], ["de-CH", "en-GB"], "de-CH", Paper.A4, "MwSt.", "8.1;2.6;3.8;0"),
        new("LU", "Luxembourg", "EUR", ["Europe/Luxembourg"], ["fr-FR", "de-DE", "en-GB"], "fr-LU", Paper.A4, "TVA", "17;14;8;3;0"),
        new("NL", "Netherlands", "EUR", ["Europe/Amsterdam"], ["nl", "en-GB"], "nl-NL", Paper.A4, "Btw", "21;9;0"),
        new("NZ", "New Zealand", "NZD", ["Pacific/Auckland"], English, "en-NZ", Paper.A4, "GST", "15;0"),
        new("NO", "Norway", "NOK", ["Europe/Oslo"], English, "nb-NO", Paper.A4, "VAT", "25;15;12;0"),
        new("PL", "Poland", "PLN", ["Europe/Warsaw"], ["en-GB", "de-DE"], "pl-PL", Paper.A4, "VAT", "23;8;5;0"),
        new("PT", "Portugal", "EUR", ["Europe/Lisbon", "Atlantic/Azores", "Atlantic/Madeira"], ["en-GB", "es-ES"], "pt-PT", Paper.A4, "IVA", "23;13;6;0"),
        new("SG", "Singapore", "SGD", ["Asia/Singapore"], English, "en-SG", Paper.A4, "GST", "9;0"),
        new("ZA", "South Africa", "ZAR", ["Africa/Johannesburg"], English, "en-ZA", Paper.A4, "VAT", "15;0"),
        new("ES", "Spain", "EUR", ["Europe/Madrid", "Atlantic/Canary"], ["es-ES", "en-GB"], "es-ES", Paper.A4, "IVA", "21;10;4;0"),
        new("SE", "Sweden", "SEK", ["Europe/Stockholm"], English, "sv-SE", Paper.A4, "VAT", "25;12;6;0"),
        new("CH", "Switzerland", "CHF", ["Europe/Zurich"], ["de-CH", "fr-CH", "it", "en-GB"], "de-CH", Paper.A4, "MwSt.", "8.1;2.6;3.8;0"),
        new("GB", "United Kingdom", "GBP", ["Europe/London"], English, "en-GB", Paper.A4, "VAT", "20;5;0"),
        new("US", "United States", "USD", ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"],
            ["en-US", "es-ES"], "en-US", Paper.Letter, "Sales tax", "", AsksForTaxNumber: false),
    ];

    /// <summary>The country of a code, or null.</summary>
    public static Country? Find(string? code) => All.FirstOrDefault(country => country.Code == code);

    /// <summary>What the workspace's figures and dates can be written like.</summary>
    public static IReadOnlyList<string> NumberFormats { get; } =
        [.. All.Select(country => country.NumberFormat).Append("fr-CH").Append("it-CH").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The content with what is usual here, and the language of most customers. What has nothing to do with the country stays.</summary>
    /// <param name="content">What there is.</param>
    /// <param name="language">One of the customers' languages; the country's first when it is empty.</param>
    /// <param name="here">The zone that is taken when the country has it among several.</param>
    public SiteContent Usual(SiteContent content, string? language = null, string? here = null)
    {
        var tag = string.IsNullOrEmpty(language) ? Languages[0] : language;
        return content with
        {
            Country = Code,
            CurrencyCode = CurrencyCode,
            TimeZoneId = here is not null && TimeZones.Contains(here) ? here : TimeZones[0],
            Language = tag,
            // Switzerland writes as the business speaks.
            NumberFormat = tag is "fr-CH" ? tag : NumberFormat,
            Paper = Paper,
            TaxName = (Code, tag) switch
            {
                ("CH" or "BE" or "LU", "fr-FR" or "fr-CH") => "TVA",
                ("CH", "it") => "IVA",
                _ => TaxName,
            },
            TaxRates = Rates,
        };
    }
}
