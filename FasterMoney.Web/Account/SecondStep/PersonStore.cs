using System.Security.Cryptography;
using System.Text;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace FasterMoney.Web.Account.SecondStep;

/// <summary>
/// Where the framework keeps accounts, with the second step's secrets unreadable for who reads the database: the key of the app is
/// encrypted, and of recovery codes there are hashes.
/// </summary>
internal sealed class PersonStore(FasterMoneyDb context, IDataProtectionProvider protection) : UserOnlyStore<Person, FasterMoneyDb, Guid>(context)
{
    public override Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, For(user).Protect(key), cancellationToken);

    /// <summary>The key; null also when the key that it was encrypted with is lost, and then recovery codes still work.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? For(user).Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => HashOf(user, code)), cancellationToken);

    // The framework finds the code among those it kept, and keeps the others by the method above, which would hash them again.
    public override async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, InternalProvider, RecoveryCodes, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var hash = HashOf(user, code);
        if (!kept.Contains(hash))
            return false;

        await base.ReplaceCodesAsync(user, kept.Where(other => other != hash), cancellationToken);
        return true;
    }

    // The names under which the framework keeps them.
    private const string InternalProvider = "[AspNetUserStore]";
    private const string RecoveryCodes = "RecoveryCodes";

    private IDataProtector For(Person user) => protection.CreateProtector("FasterMoney.AuthenticatorKey", user.Id.ToString("N"));

    private static string HashOf(Person user, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id:N}\n{RecoveryCode.Tidy(code)}")));
}

/// <summary>A code that stands in for the app, once.</summary>
internal static class RecoveryCode
{
    public const int HowMany = 10;

    /// <summary>As people may type it: in small letters, with blanks or without the hyphen.</summary>
    public static string Tidy(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
