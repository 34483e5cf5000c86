using System.Text.RegularExpressions;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Messages;

/// <summary>What a person, or the assistant for them, writes to a customer, with placeholders.</summary>
/// <param name="Recipients">E-mail addresses; a draft may wait for its first one, an approved message has one at least.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text; lines separated by line breaks.</param>
public sealed partial record MessageContent(IReadOnlyList<string> Recipients, string Subject, string Body)
{
    /// <summary>Recipients of one message at most.</summary>
    public const int MostRecipients = 10;

    /// <summary>Characters of a subject at most.</summary>
    public const int LongestSubject = 200;

    /// <summary>Characters of a body at most.</summary>
    public const int LongestBody = 10_000;

    /// <summary>Whether it can be kept as a draft; each reason names its field.</summary>
    public RuleCheck Check() => CheckRecipients().And(CheckSubject()).And(CheckBody());

    /// <summary>The same as it is kept: trimmed, line breaks as LF.</summary>
    public MessageContent Tidy() => new([.. Recipients.Select(TextRule.Tidy)], TextRule.Tidy(Subject), TextRule.Tidy(Body));

    /// <summary>The same content, recipient by recipient and letter by letter.</summary>
    public bool Equals(MessageContent? other) =>
        other is not null && Recipients.SequenceEqual(other.Recipients) && Subject == other.Subject && Body == other.Body;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Recipients.Count, Subject, Body);

    private RuleCheck CheckRecipients() => RuleCheck
        .Unless(Recipients.Count > MostRecipients, $"A message goes to {MostRecipients} recipients at most.", nameof(Recipients))
        .And(RuleCheck.From(Recipients
            .Where(recipient => string.IsNullOrWhiteSpace(recipient) || !EmailAddress.Check(recipient).IsAllowed)
            .Select(recipient => new RuleReason($"“{TextRule.Tidy(recipient)}” is not an e-mail address. It looks like name@business.example.", nameof(Recipients)))))
        .And(RuleCheck.From(Recipients
            .GroupBy(TextRule.Tidy, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(same => new RuleReason($"{same.Key} stands here twice.", nameof(Recipients)))));

    private RuleCheck CheckSubject() => TextRule.Required(Subject, LongestSubject, nameof(Subject), "Enter a subject.")
        .And(RuleCheck.Unless(!TextRule.IsOneLine(TextRule.Tidy(Subject)), "Write the subject in one line of plain text.", nameof(Subject)))
        .And(Placeholders.Check(Subject, nameof(Subject)))
        .And(RuleCheck.Unless(
            Placeholders.HasPortalLink(Subject), "Put the link into the text: subjects show up in lists and notifications.", nameof(Subject)))
        .And(CheckLinks(Subject, nameof(Subject)));

    private RuleCheck CheckBody() => TextRule.Required(Body, LongestBody, nameof(Body), "Write the message.")
        .And(RuleCheck.Unless(
            Body.Any(letter => IsControl(letter) && letter is not ('\n' or '\r' or '\t' or '\0')), "The text holds characters that cannot be shown.", nameof(Body)))
        .And(Placeholders.Check(Body, nameof(Body)))
        .And(CheckLinks(Body, nameof(Body)));

    // A portal link is a secret, and one that is written down is soon an old one.
    private static RuleCheck CheckLinks(string text, string field) => RuleCheck.Unless(
        WrittenLink().IsMatch(text),
        $"This holds the address of a customer page. Write {Placeholders.PortalLink} instead: it becomes this invoice's own link when the message leaves.",
        field);

    private static bool IsControl(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    [GeneratedRegex(@"(?<=/)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")]
    private static partial Regex WrittenLink();
}
