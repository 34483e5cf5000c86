using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

/// <summary>What one template says, with placeholders: its subject, what it is about, and the line before the link.</summary>
/// <param name="Subject">May hold {business}, which becomes the business's name.</param>
/// <param name="About">The message itself.</param>
/// <param name="BeforeLink">Leads over to the portal link; null when the template has none.</param>
/// <param name="Ending">What comes after the link; empty for nothing.</param>
public sealed record MessageParts(string Subject, string About, string? BeforeLink, string Ending);

/// <summary>The message templates in one language.</summary>
public sealed partial record MessageWording
{
    // A subject has room for a long name, but not for the longest.
    private const int LongestName = 100;

    private static MessageWording[] Languages => field ??= [English, German, French, Spanish, Italian, Dutch, Japanese];

    /// <summary>The two-letter code of the language.</summary>
    public required string Code { get; init; }

    public required string Greeting { get; init; }

    public required string Regards { get; init; }

    public required IReadOnlyDictionary<MessageTemplate, MessageParts> Templates { get; init; }

    /// <summary>The words for a customer's tag, such as <c>de-DE</c>; English when there are none.</summary>
    public static MessageWording For(string? tag) => string.Equals(tag, "de-CH", StringComparison.OrdinalIgnoreCase)
        ? SwissGerman
        : Array.Find(Languages, words => string.Equals(words.Code, tag?.Split('-')[0], StringComparison.OrdinalIgnoreCase)) ?? English;

    /// <summary>A template as a draft starts with it, signed by the business.</summary>
    public MessageContent Write(MessageTemplate template, string business, IReadOnlyList<string> recipients)
    {
        var (name, parts) = (Plain(business), Templates[template]);
        string[] paragraphs =
        [
            Greeting,
            parts.About,
            parts.BeforeLink is null ? "" : $"{parts.BeforeLink}\n{Placeholders.PortalLink}",
            parts.Ending,
            $"{Regards}\n{name}",
        ];
        return new MessageContent(
            recipients,
            parts.Subject.Replace("{business}", name.Length > LongestName ? name[..LongestName].Trim() : name, StringComparison.Ordinal),
            string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0)));
    }

    // One line, and nothing in it that reads as a placeholder.
    private static string Plain(string business) =>
        string.Join(' ', business.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("{", "(", StringComparison.Ordinal).Replace("}", ")", StringComparison.Ordinal);
}
