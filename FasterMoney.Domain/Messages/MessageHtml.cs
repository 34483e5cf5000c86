using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace FasterMoney.Domain.Messages;

/// <summary>A message's text as HTML, for mail programs and for pasting. Everything is text: the portal link alone becomes a link.</summary>
public static partial class MessageHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Paragraphs where the text has empty lines, and line breaks where it has line breaks.</summary>
    /// <param name="body">The text as the customer gets it.</param>
    /// <param name="portalLink">The address of the customer's page in it; null when it has none. Only http and https become a link.</param>
    public static string Of(string body, string? portalLink)
    {
        var link = Uri.TryCreate(portalLink, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? portalLink : null;
        var paragraphs = EmptyLines().Split(body.ReplaceLineEndings("\n").Trim('\n')).Select(paragraph => $"<p>{Lines(paragraph, link)}</p>");
        return string.Join('\n', paragraphs);
    }

    private static string Lines(string paragraph, string? link) => string.Join("<br>\n", paragraph.Split('\n').Select(line => Line(line, link)));

    private static string Line(string line, string? link)
    {
        if (link is null)
            return Encoder.Encode(line);

        var encoded = Encoder.Encode(link);
        return string.Join($"<a href=\"{encoded}\">{encoded}</a>", line.Split(link).Select(Encoder.Encode));
    }

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+")]
    private static partial Regex EmptyLines();
}
