using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Admin.Controls;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>What is typed about the business. Numbers stay texts until they are checked, so that nothing typed is lost.</summary>
public sealed class SiteForm(SiteContent content, long nextInvoiceNumber)
{
    public string? Name { get; set; } = content.Name;

    public string? LegalName { get; set; } = content.LegalName;

    public string? Address { get; set; } = content.Address;

    public string? ContactEmail { get; set; } = content.ContactEmail;

    public string? ContactPhone { get; set; } = content.ContactPhone;

    public string CurrencyCode { get; set; } = content.CurrencyCode;

    public string? TimeZoneId { get; set; } = content.TimeZoneId;

    public string Language { get; set; } = content.Language;

    public string Country { get; set; } = content.Country;

    public string NumberFormat { get; set; } = content.NumberFormat;

    public Paper Paper { get; set; } = content.Paper;

    public string? TaxName { get; set; } = content.TaxName;

    public string? TaxNumber { get; set; } = content.TaxNumber;

    /// <summary>As people of the business write rates, with a semicolon between.</summary>
    public string? TaxRates { get; set; } = Write(content.TaxRates, CultureOf(content.NumberFormat, content.Language));

    public string? NumberPrefix { get; set; } = content.NumberPrefix;

    public string? NextInvoiceNumber { get; set; } = Write(nextInvoiceNumber);

    public string? PaymentTermDays { get; set; } = Write(content.PaymentTermDays);

    public string? PaymentInstructions { get; set; } = content.PaymentInstructions;

    public string? UnpaidDays { get; set; } = Write(content.LinkPolicy.UnpaidDays);

    public string? SettledDays { get; set; } = Write(content.LinkPolicy.SettledDays);

    public static IReadOnlyList<FormPart<SiteForm>> Parts { get; } =
    [
        new("Name", form => form.Name ?? "", (from, to) => to.Name = from.Name),
        new("Legal name", form => form.LegalName ?? "", (from, to) => to.LegalName = from.LegalName),
        new("Address", form => form.Address ?? "", (from, to) => to.Address = from.Address),
        new("Public e-mail", form => form.ContactEmail ?? "", (from, to) => to.ContactEmail = from.ContactEmail),
        new("Public phone", form => form.ContactPhone ?? "", (from, to) => to.ContactPhone = from.ContactPhone),
        new("Currency", form => form.CurrencyCode, (from, to) => to.CurrencyCode = from.CurrencyCode),
        new("Time zone", form => form.TimeZoneId ?? "", (from, to) => to.TimeZoneId = from.TimeZoneId),
        new("Language", form => form.Language, (from, to) => to.Language = from.Language),
        new("Country", form => form.Country, (from, to) => to.Country = from.Country),
        new("Figures and dates", form => form.NumberFormat, (from, to) => to.NumberFormat = from.NumberFormat),
        new("Paper", form => form.Paper.ToString(), (from, to) => to.Paper = from.Paper),
        new("Name of the tax", form => form.TaxName ?? "", (from, to) => to.TaxName = from.TaxName),
        new("Tax number", form => form.TaxNumber ?? "", (from, to) => to.TaxNumber = from.TaxNumber),
        new("Tax rates", form => form.TaxRates ?? "", (from, to) => to.TaxRates = from.TaxRates),
        new("Number prefix", form => form.NumberPrefix ?? "", (from, to) => to.NumberPrefix = from.NumberPrefix),
        new("Next number", form => form.NextInvoiceNumber ?? "", (from, to) => to.NextInvoiceNumber = from.NextInvoiceNumber),
        new("Payment terms", form => form.PaymentTermDays ?? "", (from, to) => to.PaymentTermDays = from.PaymentTermDays),
        new("Payment instructions", form => form.PaymentInstructions ?? "", (from, to) => to.PaymentInstructions = from.PaymentInstructions),
        new("Days after the due date", form => form.UnpaidDays ?? "", (from, to) => to.UnpaidDays = from.UnpaidDays),
        new("Days after settling", form => form.SettledDays ?? "", (from, to) => to.SettledDays = from.SettledDays),
    ];

    /// <summary>The next number; one that every rule refuses when it is no number.</summary>
    public long NextNumber => Number(NextInvoiceNumber);

    public bool Differs(SiteForm other) => Parts.Any(part => part.Differs(this, other));

    public SiteContent ToContent() => new(
        Name ?? "", LegalName ?? "", Address ?? "", ContactEmail ?? "", ContactPhone ?? "", CurrencyCode, TimeZoneId ?? "", Language,
        NumberPrefix ?? "", Number(PaymentTermDays), PaymentInstructions ?? "", new LinkPolicy(Number(UnpaidDays), Number(SettledDays)))
    {
        Country = Country,
        NumberFormat = NumberFormat,
        Paper = Paper,
        TaxName = TaxName ?? "",
        TaxNumber = TaxNumber ?? "",
        TaxRates = KeptRates,
    };

    /// <summary>Takes over what is usual in the chosen country.</summary>
    public void TakeUsual(Country country, string here)
    {
        var usual = country.Usual(ToContent(), language: null, here);
        (CurrencyCode, TimeZoneId, Language, NumberFormat, Paper) = (usual.CurrencyCode, usual.TimeZoneId, usual.Language, usual.NumberFormat, usual.Paper);
        (TaxName, TaxRates) = (usual.TaxName, Write(usual.TaxRates, Culture));
    }

    private CultureInfo Culture => CultureOf(NumberFormat, Language);

    // What cannot be read goes on as it is, and the domain's own sentence says what to write.
    private string KeptRates
    {
        get
        {
            var typed = (TaxRates ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var rates = typed.Select(part => TypedNumber.Read(part, Culture).Number).ToList();
            return rates.Contains(null) ? string.Join(';', typed.Append("?")) : TaxRateList.Write(rates.OfType<decimal>());
        }
    }

    private static string Write(string kept, CultureInfo culture) => string.Join("; ", TaxRateList.Of(kept).Select(rate => TypedNumber.Write(rate, culture)));

    private static CultureInfo CultureOf(string numberFormat, string language) => CultureInfo.GetCultureInfo(numberFormat.Length > 0 ? numberFormat : language);

    // The domain's own sentence names the range, and no range of its starts below zero.
    private int Number(string? text) =>
        TypedNumber.ReadWhole(text, Culture) is >= 0 and <= int.MaxValue and { } number ? (int)number : -1;

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
