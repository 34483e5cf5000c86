namespace FasterMoney.Domain.Messages;

/// <summary>The address that opens a mail program with a message in it (RFC 6068).</summary>
public static class MailtoLink
{
    /// <summary>Characters that every mail program takes; some cut off what is longer.</summary>
    public const int Longest = 1900;

    /// <summary>The address, or null when it would be longer than <see cref="Longest"/>.</summary>
    /// <param name="recipients">E-mail addresses.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">The text as the customer gets it.</param>
    public static string? For(IReadOnlyList<string> recipients, string subject, string body)
    {
        // An address may hold what means something in here, such as a question mark; only the @ is left readable.
        var to = string.Join(',', recipients.Select(recipient => Uri.EscapeDataString(recipient).Replace("%40", "@", StringComparison.Ordinal)));
        var text = Uri.EscapeDataString(body.ReplaceLineEndings("\r\n"));
        var address = $"mailto:{to}?subject={Uri.EscapeDataString(subject)}&body={text}";
        return address.Length > Longest ? null : address;
    }
}
