namespace FasterMoney.Tests.Support;

/// <summary>Where a conversation can go wrong.</summary>
public enum SmtpStep
{
    Greeting,
    Ehlo,
    StartTls,
    Handshake,
    Auth,
    MailFrom,
    Recipient,
    Data,
    InBody,
    AfterDot,
    AfterAnswer,
    Noop,
}

/// <summary>What the server does instead of going on as usual.</summary>
public abstract record SmtpFault
{
    /// <summary>Closes the connection without a word.</summary>
    public static SmtpFault Drop { get; } = new Dropped();

    /// <summary>Says nothing and keeps the connection open until the other side gives up.</summary>
    public static SmtpFault Silence { get; } = new Silent();

    /// <summary>Answers with these lines instead of its own.</summary>
    public static SmtpFault Say(string lines) => new Said(lines);

    public sealed record Dropped : SmtpFault;

    public sealed record Silent : SmtpFault;

    public sealed record Said(string Lines) : SmtpFault;
}

/// <summary>How a <see cref="SmtpServer"/> is set up.</summary>
public sealed record SmtpScript
{
    /// <summary>TLS from the first byte.</summary>
    public bool ImplicitTls { get; init; }

    public bool OffersStartTls { get; init; } = true;

    /// <summary>Who may send; everybody when null.</summary>
    public string? User { get; init; }

    public string Password { get; init; } = "Correct-Horse-1";

    public string AuthMechanisms { get; init; } = "PLAIN LOGIN";

    /// <summary>Lines of the greeting besides TLS and AUTH.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["8BITMIME", "PIPELINING", "SIZE 10000000"];

    /// <summary>The name in the certificate.</summary>
    public string CertificateName { get; init; } = "localhost";

    public bool CertificateExpired { get; init; }
}

/// <summary>A message as the server got it: the envelope, and the bytes between DATA and the final dot, with the stuffed dots taken out.</summary>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, byte[] Bytes, bool OverTls, string? SignedInAs)
{
    /// <summary>The bytes, one character each.</summary>
    public string Raw => System.Text.Encoding.Latin1.GetString(Bytes);

    /// <summary>The header lines before the first empty line, unfolded.</summary>
    public IReadOnlyList<string> Headers => Raw.Split("\r\n\r\n", 2)[0].Replace("\r\n ", " ").Replace("\r\n\t", " ").Split("\r\n");

    public IEnumerable<string> HeaderNames => Headers.Select(line => line.Split(':', 2)[0]);

    public string? Header(string name) => Headers.Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim()).SingleOrDefault();
}
