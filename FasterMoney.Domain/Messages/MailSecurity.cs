namespace FasterMoney.Domain.Messages;

/// <summary>How the way to a mail server is protected. Stored by name: never rename one.</summary>
public enum MailSecurity
{
    /// <summary>The conversation turns to TLS before anything that matters is said (RFC 3207), usually on port 587. Refused when the server does not offer it.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314), usually on port 465.</summary>
    Tls,

    /// <summary>No protection; only to a server on the same machine.</summary>
    None,
}
