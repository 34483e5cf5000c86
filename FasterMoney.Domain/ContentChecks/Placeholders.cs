using System.Text;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.ContentChecks;

/// <summary>What the placeholders of a message stand for now, already written in the customer's language.</summary>
/// <param name="PortalLink">The address of the customer's page; null while it may not be used.</param>
/// <param name="BalanceDue">The balance with its currency; below zero it is said to be in the customer's favour.</param>
/// <param name="DueDate">The due date in words.</param>
public sealed record PlaceholderValues(string? PortalLink, string BalanceDue, string DueDate, string InvoiceNumber, string CustomerName);

/// <summary>The places in a message that are filled in late, so that no figure and no link in it is ever an old one.</summary>
public static partial class Placeholders
{
    /// <summary>The address of the customer's page, filled in at the moment the message leaves.</summary>
    public const string PortalLink = "{{portal_link}}";

    public const string BalanceDue = "{{balance_due}}";

    public const string DueDate = "{{due_date}}";

    public const string InvoiceNumber = "{{invoice_number}}";

    public const string CustomerName = "{{customer_name}}";

    /// <summary>Every placeholder, in the order they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [PortalLink, BalanceDue, DueDate, InvoiceNumber, CustomerName];

    /// <summary>Whether a text holds the portal link's placeholder.</summary>
    public static bool HasPortalLink(string text) => Shape().Matches(text).Any(found => Name(found) == PortalLink);

    /// <summary>Refuses what looks like a placeholder and is none.</summary>
    public static RuleCheck Check(string text, string field)
    {
        var unknown = Shape().Matches(text).Where(found => !All.Contains(Name(found))).Select(found => found.Value).Distinct().ToList();
        var rest = Shape().Replace(text, "");
        return RuleCheck.From(unknown.Select(name => new RuleReason($"{name} is not a placeholder. Choose one of those offered.", field)))
            .And(RuleCheck.Unless(
                rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal),
                "A placeholder is not complete. It starts with {{ and ends with }}.",
                field));
    }

    /// <summary>Fills in everything but the portal link, which stays a placeholder until the message leaves.</summary>
    public static string Fill(string text, PlaceholderValues values) => Shape().Replace(text, found => Name(found) switch
    {
        PortalLink => PortalLink,
        BalanceDue => Plain(values.BalanceDue),
        DueDate => Plain(values.DueDate),
        InvoiceNumber => Plain(values.InvoiceNumber),
        CustomerName => Plain(values.CustomerName),
        _ => found.Value,
    });

    /// <param name="text">A text that was filled by <see cref="Fill"/>.</param>
    /// <param name="url">The address; null leaves the placeholder where it is.</param>
    public static string FillLink(string text, string? url) => url is null ? text : text.Replace(PortalLink, url, StringComparison.Ordinal);

    private static string Name(Match found) => $"{{{{{found.Groups[1].Value.Trim()}}}}}";

    // A name is text: it makes no new line, which could end a mail's header, and no new placeholder.
    private static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        foreach (var letter in value)
            plain.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);

        return plain.Replace("{{", "{ {").Replace("}}", "} }").ToString();
    }

    [GeneratedRegex(@"\{\{([^{}\r\n]*)\}\}")]
    private static partial Regex Shape();
}
