using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Contacts;

/// <summary>What the product accepts as an e-mail address: the HTML standard's shape, at most 254 characters (RFC 5321).</summary>
public static partial class EmailAddress
{
    /// <summary>Whether a text is an e-mail address. An empty one is allowed: not every customer has one.</summary>
    public static RuleCheck Check(string? text, string field = "Email") => RuleCheck.Unless(
        !string.IsNullOrWhiteSpace(text) && (text.Trim().Length > 254 || !Shape().IsMatch(text.Trim())),
        "This is not an e-mail address. It looks like name@business.example.",
        field);

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\z")]
    private static partial Regex Shape();
}
