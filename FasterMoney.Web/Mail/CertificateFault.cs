using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace FasterMoney.Web.Mail;

/// <summary>What is wrong with a mail server's certificate, in words an owner can act on.</summary>
public sealed record CertificateFault(string Sentence)
{
    public static CertificateFault Of(string host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return new CertificateFault($"{host} shows no certificate, so nobody can tell whether it is the right server.");

        var faults = new List<string>();
        var states = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, each) => all | each.Status) ?? X509ChainStatusFlags.NoError;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            faults.Add($"it is not for {host} but for {ServerText.Shortened(certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false), 100)}");

        if (states.HasFlag(X509ChainStatusFlags.NotTimeValid))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"it is valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd} only"));

        if ((states & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
            faults.Add("no authority that this machine trusts has signed it");

        if (faults.Count == 0)
            faults.Add("this machine does not trust it");

        return new CertificateFault($"The certificate of {host} was refused: {string.Join(", and ", faults)}. Nothing was sent.");
    }
}
