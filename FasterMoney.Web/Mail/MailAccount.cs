using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Mail;

/// <summary>A mail server and how to sign in there. A class without a text form: a password must not get into a log by accident.</summary>
public sealed class MailAccount(MailContent content, string password)
{
    public string Host => content.Host;

    public int Port => content.Port;

    public MailSecurity Security => content.Security;

    public string User => content.User;

    public string Password => password;

    public string FromAddress => content.FromAddress;

    public string FromName => content.FromName;

    public string ReplyTo => content.ReplyTo;

    /// <summary>What customers' mail servers may see of the sender: the domain of its address, never this machine's name.</summary>
    public string Domain => FromAddress[(FromAddress.LastIndexOf('@') + 1)..];

    /// <summary>The server in words.</summary>
    public string Place => $"{Host}:{Port}";
}
