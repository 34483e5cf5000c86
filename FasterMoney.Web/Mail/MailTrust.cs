using System.Security.Cryptography.X509Certificates;

namespace FasterMoney.Web.Mail;

/// <summary>Whose certificates a mail server may show: those that the system trusts, unless roots are given.</summary>
public sealed class MailTrust(X509Certificate2Collection? roots = null)
{
    public X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (roots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(roots);
        }

        return policy;
    }
}
