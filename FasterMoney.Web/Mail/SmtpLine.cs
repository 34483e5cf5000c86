using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;

namespace FasterMoney.Web.Mail;

/// <summary>
/// One conversation with a mail server. Remembers what was wrong with the certificate, and whether the message's text was
/// begun: from then on only the server's answer tells whether it has the message.
/// </summary>
public sealed class SmtpLine : SmtpClient
{
    // What proves nothing about this machine or its user, strongest first.
    private static readonly string[] SignIns = ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN"];

    private readonly MailTrust _trust;

    public SmtpLine(MailAccount account, MailTrust trust)
        : this(account, trust, new DataMark())
    {
    }

    private SmtpLine(MailAccount account, MailTrust trust, DataMark mark)
        : base(mark)
    {
        _trust = trust;
        Mark = mark;
        LocalDomain = account.Domain;
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            if (errors != SslPolicyErrors.None)
                CertificateFault = CertificateFault.Of(account.Host, certificate as X509Certificate2, chain, errors);

            return errors == SslPolicyErrors.None;
        };
    }

    /// <summary>Why the certificate was refused; null when it was not.</summary>
    public CertificateFault? CertificateFault { get; private set; }

    /// <summary>True from the moment that DATA was said.</summary>
    public bool IsDataBegun => Mark.IsBegun;

    private DataMark Mark { get; }

    /// <summary>Leaves only ways of signing in that are understood and harmless.</summary>
    public void NarrowSignIns() => AuthenticationMechanisms.RemoveWhere(name => !SignIns.Contains(name, StringComparer.OrdinalIgnoreCase));

    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(
        string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
    {
        var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
        options.CertificateChainPolicy = _trust.Policy();
        return options;
    }

    // MailKit tells each command once it was written. Nothing is kept of what is told.
    private sealed class DataMark : IProtocolLogger
    {
        public bool IsBegun { get; private set; }

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public void LogConnect(Uri uri)
        {
        }

        public void LogClient(byte[] buffer, int offset, int count) =>
            IsBegun |= buffer.AsSpan(offset, count).StartsWith("DATA\r\n"u8) || buffer.AsSpan(offset, count).StartsWith("BDAT "u8);

        public void LogServer(byte[] buffer, int offset, int count)
        {
        }

        public void Dispose()
        {
        }
    }
}
