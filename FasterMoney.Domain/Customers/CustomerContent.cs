using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Customers;

/// <summary>What a person enters about a customer.</summary>
/// <param name="Name">The customer's name as it stands on invoices.</param>
/// <param name="ContactName">Whom to address, or empty.</param>
/// <param name="Email">An e-mail address, or empty.</param>
/// <param name="Language">One of <see cref="CustomerLanguage.All"/>.</param>
/// <param name="BillingAddress">Postal address, lines separated by line breaks, or empty.</param>
/// <param name="PrivateNote">Never shown to customers.</param>
public sealed record CustomerContent(string Name, string ContactName, string Email, string Language, string BillingAddress, string PrivateNote)
{
    /// <summary>The customer's number for tax as it stands on invoices; may be empty.</summary>
    public string TaxNumber { get; init; } = "";

    /// <summary>Whether it can be saved; each reason names its field.</summary>
    public RuleCheck Check() => TextRule.Required(Name, 200, nameof(Name), "Enter the customer's name.").And(TextRule.OneLine(Name, nameof(Name)))
        .And(TextRule.AtMost(ContactName, 200, nameof(ContactName))).And(TextRule.OneLine(ContactName, nameof(ContactName)))
        .And(EmailAddress.Check(Email))
        .And(RuleCheck.Unless(!CustomerLanguage.IsKnown(Language), "Choose one of the languages.", nameof(Language)))
        .And(TextRule.AtMost(BillingAddress, 1000, nameof(BillingAddress)))
        .And(TextRule.AtMost(TaxNumber, 60, nameof(TaxNumber))).And(TextRule.OneLine(TaxNumber, nameof(TaxNumber)))
        .And(TextRule.AtMost(PrivateNote, 4000, nameof(PrivateNote)));
}
