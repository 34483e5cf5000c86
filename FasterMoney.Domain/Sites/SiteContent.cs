using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Sites;

/// <summary>What an owner enters about the business. All but the numbering and the policy is read by customers.</summary>
/// <param name="Name">The name customers know.</param>
/// <param name="LegalName">The name in the register, or empty.</param>
/// <param name="Address">Postal address, lines separated by line breaks, or empty.</param>
/// <param name="ContactEmail">Public e-mail address for questions, or empty.</param>
/// <param name="ContactPhone">Public telephone number, or empty.</param>
/// <param name="CurrencyCode">ISO 4217 code that new invoices start with.</param>
/// <param name="TimeZoneId">IANA name; due dates turn at midnight there.</param>
/// <param name="Language">One of <see cref="CustomerLanguage.All"/>; new customers start with it.</param>
/// <param name="NumberPrefix">What invoice numbers start with, such as <c>INV-</c>; may be empty.</param>
/// <param name="PaymentTermDays">Days from issue to due that new invoices start with.</param>
/// <param name="PaymentInstructions">How to pay, as customers read it; may be empty.</param>
/// <param name="LinkPolicy">How long portal links work.</param>
public sealed record SiteContent(
    string Name,
    string LegalName,
    string Address,
    string ContactEmail,
    string ContactPhone,
    string CurrencyCode,
    string TimeZoneId,
    string Language,
    string NumberPrefix,
    int PaymentTermDays,
    string PaymentInstructions,
    LinkPolicy LinkPolicy)
{
    /// <summary>ISO 3166-1 code of a country in <see cref="Sites.Country.All"/>, or empty.</summary>
    public string Country { get; init; } = "";

    /// <summary>Tag of the culture whose figures and dates the workspace writes and reads; empty for that of <see cref="Language"/>.</summary>
    public string NumberFormat { get; init; } = "";

    /// <summary>What documents are laid out for.</summary>
    public Paper Paper { get; init; }

    /// <summary>What the tax on sales is called, such as <c>USt.</c>; customers whose language has another word for the same tax read that. May be empty.</summary>
    public string TaxName { get; init; } = "";

    /// <summary>The business's number for this tax; may be empty.</summary>
    public string TaxNumber { get; init; } = "";

    /// <summary>Rates to choose from, as <see cref="TaxRateList"/> keeps them; new lines start with the first. May be empty.</summary>
    public string TaxRates { get; init; } = "";

    /// <summary>A new business with nothing but a name, a currency and a time zone.</summary>
    public static SiteContent New(string name, string currencyCode, string timeZoneId) =>
        new(name, "", "", "", "", currencyCode, timeZoneId, "en-US", "INV-", 30, "", LinkPolicy.Default);

    /// <summary>Whether it can be saved; each reason names its field.</summary>
    public RuleCheck Check() => TextRule.Required(Name, 200, nameof(Name), "Enter the name customers know you by.").And(TextRule.OneLine(Name, nameof(Name)))
        .And(TextRule.AtMost(LegalName, 200, nameof(LegalName))).And(TextRule.OneLine(LegalName, nameof(LegalName)))
        .And(TextRule.AtMost(Address, 1000, nameof(Address)))
        .And(EmailAddress.Check(ContactEmail, nameof(ContactEmail)))
        .And(TextRule.AtMost(ContactPhone, 50, nameof(ContactPhone))).And(TextRule.OneLine(ContactPhone, nameof(ContactPhone)))
        .And(RuleCheck.Unless(!Currency.TryFind(CurrencyCode, out _), "Choose a currency of ISO 4217.", nameof(CurrencyCode)))
        .And(RuleCheck.Unless(!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZoneId ?? "", out _), "Choose a time zone.", nameof(TimeZoneId)))
        .And(RuleCheck.Unless(!CustomerLanguage.IsKnown(Language), "Choose one of the languages.", nameof(Language)))
        .And(RuleCheck.Unless(
            (NumberPrefix ?? "").Length > 12 || (NumberPrefix ?? "").Any(c => !(char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.' or '_')),
            "Use at most 12 letters, digits and the signs - / . _",
            nameof(NumberPrefix)))
        // INV-1 with 0012 and INV- with 10012 would print the same number.
        .And(RuleCheck.Unless(
            NumberPrefix is [.., >= '0' and <= '9'],
            "End the prefix with a letter or one of the signs - / . _",
            nameof(NumberPrefix)))
        .And(RuleCheck.Unless(PaymentTermDays is < 0 or > 365, "Choose 0 to 365 days.", nameof(PaymentTermDays)))
        .And(TextRule.AtMost(PaymentInstructions, 2000, nameof(PaymentInstructions)))
        .And(RuleCheck.Unless(Country is not "" && Sites.Country.Find(Country) is null, "Choose one of the countries.", nameof(Country)))
        .And(RuleCheck.Unless(NumberFormat is not "" && !Sites.Country.NumberFormats.Contains(NumberFormat), "Choose one of the formats.", nameof(NumberFormat)))
        .And(RuleCheck.Unless(!Enum.IsDefined(Paper), "Choose a paper size.", nameof(Paper)))
        .And(TextRule.AtMost(TaxName, 30, nameof(TaxName))).And(TextRule.OneLine(TaxName, nameof(TaxName)))
        .And(TextRule.AtMost(TaxNumber, 60, nameof(TaxNumber))).And(TextRule.OneLine(TaxNumber, nameof(TaxNumber)))
        .And(TaxRateList.Check(TaxRates, nameof(TaxRates)))
        .And(LinkPolicy.Check());
}
