using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Assistant.Facts;

/// <summary>What a model may not write to a customer: addresses of any kind, and numbers to pay to.</summary>
public static partial class ModelsWords
{
    public const string NoAddress = "Write no web address. Write {{portal_link}} where the link belongs; the server fills it in once a person has approved the draft.";

    private const string NoEmail = "Write no e-mail address: the customer answers the message itself.";

    private const string NoAccount = "Write no account, card or telephone number. How to pay stands on the customer's page, behind {{portal_link}}.";

    /// <param name="text">What it wrote.</param>
    /// <param name="field">The input that it is about.</param>
    /// <param name="own">The invoice's number and reference, which may be long.</param>
    public static RuleCheck Check(string text, string field, params string[] own)
    {
        var plain = OutgoingText.Visible(text);
        var rest = own.Where(known => known.Length > 0).Aggregate(plain, (left, known) => left.Replace(known, " ", StringComparison.OrdinalIgnoreCase));
        return RuleCheck.Unless(OutgoingText.HoldsAddress(plain) || Domain().IsMatch(rest) || Disguised().IsMatch(rest), NoAddress, field)
            .And(RuleCheck.Unless(Email().IsMatch(plain), NoEmail, field))
            .And(RuleCheck.Unless(Account().IsMatch(rest), NoAccount, field));
    }

    [GeneratedRegex(@"(?<![@\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:[.\u3002\uFF0E\uFF61][\p{L}\p{N}-]+)*[.\u3002\uFF0E\uFF61]\p{L}{2,24}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"\bhxxps?\b|\[\.\]|[\[(]\s?dot\s?[\])]|\bdot (com|net|org|io|info|example|co|de|fr|es|ru|cn)\b|\bslash slash\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disguised();

    [GeneratedRegex(@"\S+\s?(@|\[at\]|\(at\)|＠)\s?[\p{L}\p{N}-]+\s?(\.|\[dot\]|\(dot\))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[A-Z]{2}\s?\d{2}(?:[ -]?[A-Z0-9]{4}){2,}|(?<![\p{L}\p{N}.,])\+?\d(?:[ \-/]?\d){7,}(?![\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Account();
}
