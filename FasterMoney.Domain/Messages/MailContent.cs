using System.Globalization;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Messages;

/// <summary>What an owner says about the business's mail server, besides the password.</summary>
/// <param name="Host">The server's name, as its certificate bears it, or this machine.</param>
/// <param name="Port">The port; one of <see cref="Ports"/> unless the server is this machine.</param>
/// <param name="User">The user to sign in as, or empty for a server that asks for none.</param>
/// <param name="FromAddress">The address that customers get messages from.</param>
/// <param name="FromName">The name that customers get messages from, or empty.</param>
/// <param name="ReplyTo">Where customers' answers go when not to <paramref name="FromAddress"/>, or empty.</param>
public sealed partial record MailContent(
    string Host, int Port, MailSecurity Security, string User, string FromAddress, string FromName, string ReplyTo)
{
    /// <summary>The ports that mail is handed over at. Others are refused, so that this server cannot be made to knock at any door.</summary>
    public static IReadOnlyList<int> Ports { get; } = [25, 465, 587, 2525];

    /// <summary>What an editor starts with.</summary>
    public static MailContent Empty { get; } = new("", 587, MailSecurity.StartTls, "", "", "", "");

    /// <summary>Whether the host is this machine by its own name: a name that only leads here does not count.</summary>
    public bool IsLoopback => IsThisMachine(Tidy(Host));

    /// <summary>Every reason against these settings, each naming its field.</summary>
    public RuleCheck Check() => CheckHost()
        .And(RuleCheck.Unless(Port is < 1 or > 65535, "A port is a number from 1 to 65535.", nameof(Port)))
        .And(RuleCheck.Unless(Port is >= 1 and <= 65535 && !IsLoopback && !Ports.Contains(Port), "Mail servers take messages at port 587, 465, 2525 or 25.", nameof(Port)))
        .And(RuleCheck.Unless(!Enum.IsDefined(Security), "Choose how the connection is protected.", nameof(Security)))
        .And(RuleCheck.Unless(Security == MailSecurity.None && !IsLoopback,
            "Choose STARTTLS or TLS: without it, others on the way could read messages and the password. Only a server on this machine may do without.", nameof(Security)))
        .And(TextRule.AtMost(User, 254, nameof(User))).And(TextRule.OneLine(User, nameof(User)))
        .And(TextRule.Required(FromAddress, 254, nameof(FromAddress), "Enter the address that customers get messages from."))
        .And(EmailAddress.Check(FromAddress, nameof(FromAddress)))
        .And(TextRule.AtMost(FromName, 100, nameof(FromName))).And(TextRule.OneLine(FromName, nameof(FromName)))
        .And(RuleCheck.Unless(FromName?.Contains("=?", StringComparison.Ordinal) == true, "Write the name as people read it, without =?.", nameof(FromName)))
        .And(EmailAddress.Check(ReplyTo, nameof(ReplyTo)));

    /// <summary>The same, as it is kept: trimmed, the host in lower case and in its ASCII form (RFC 5891).</summary>
    public MailContent Tidied() => this with
    {
        Host = Tidy(Host),
        User = (User ?? "").Trim(),
        FromAddress = (FromAddress ?? "").Trim(),
        FromName = (FromName ?? "").Trim(),
        ReplyTo = (ReplyTo ?? "").Trim(),
    };

    private RuleCheck CheckHost()
    {
        var host = Tidy(Host);
        return RuleCheck.Unless(host.Length == 0, "Enter the name of your mail server, such as smtp.your-provider.example.", nameof(Host))
            .And(RuleCheck.Unless(host.Length > 0 && !IsThisMachine(host) && !(host.Length <= 253 && NameShape().IsMatch(host)),
                "Enter the server's name alone, such as smtp.your-provider.example. Its certificate is checked against this name.", nameof(Host)));
    }

    private static string Tidy(string? host)
    {
        var text = (host ?? "").Trim();
        try
        {
            return (text.All(char.IsAscii) ? text : new IdnMapping().GetAscii(text)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Refused as it is, by its shape.
            return text;
        }
    }

    private static bool IsThisMachine(string host) => host is "localhost" or "::1" || LoopbackShape().IsMatch(host);

    [GeneratedRegex(@"^127\.\d{1,3}\.\d{1,3}\.\d{1,3}\z")]
    private static partial Regex LoopbackShape();

    // The last label of a name has a letter; otherwise it is an address, which certificates hardly ever name.
    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex NameShape();
}
