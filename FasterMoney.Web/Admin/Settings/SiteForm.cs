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
        NumberPrefix ?? "", Number(PaymentTermDays), PaymentInstructions ?? "", new LinkPolicy(Number(UnpaidDays), Number(SettledDays)));

    // The domain's own sentence names the range, and no range of its starts below zero.
    private int Number(string? text) =>
        TypedNumber.ReadWhole(text, CultureInfo.GetCultureInfo(Language)) is >= 0 and <= int.MaxValue and { } number ? (int)number : -1;

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
