using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FasterMoney.Web.Mail;

/// <summary>Keeps the passwords of mail servers, each for its site alone.</summary>
public sealed class MailSecrets(IDataProtectionProvider protection)
{
    public string Protect(Guid siteId, string password) => For(siteId).Protect(password);

    /// <summary>The password; empty when none is kept, null when the key that it was encrypted with is lost.</summary>
    public string? Unprotect(Guid siteId, string protectedPassword)
    {
        try
        {
            return protectedPassword.Length == 0 ? "" : For(siteId).Unprotect(protectedPassword);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid siteId) => protection.CreateProtector("FasterMoney.MailPassword", siteId.ToString("N"));
}
