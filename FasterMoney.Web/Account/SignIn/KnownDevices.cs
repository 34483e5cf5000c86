using System.Security.Cryptography;
using System.Text;
using FasterMoney.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>
/// Remembers on a device who signed in with it, in an encrypted cookie. It opens nothing: it says only that this is no stranger, who
/// may try on while strangers have to wait.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, ILookupNormalizer normalizer)
{
    private const int MostPeople = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("FasterMoney.KnownDevice").ToTimeLimitedDataProtector();

    /// <summary>The device's own name when this person signed in with it before; null otherwise.</summary>
    public string? NameFor(HttpContext context, string email) =>
        Read(context) is { } device && device.People.Contains(HashOf(email)) ? device.Name : null;

    public void Remember(HttpContext context, string email)
    {
        var device = Read(context) ?? (Name: SecretCode.New(), People: []);
        var people = device.People.Prepend(HashOf(email)).Distinct().Take(MostPeople);
        context.Response.Cookies.Append(AccountCookies.Device, _protector.Protect($"{device.Name} {string.Join(' ', people)}", Lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    private (string Name, string[] People)? Read(HttpContext context)
    {
        if (context.Request.Cookies[AccountCookies.Device] is not { Length: > 0 and < 2000 } cookie)
            return null;

        try
        {
            return _protector.Unprotect(cookie).Split(' ') is [var name, .. var people] ? (name, people) : null;
        }
        catch (CryptographicException)
        {
            // Too old, or made up: a stranger.
            return null;
        }
    }

    private string HashOf(string email) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(normalizer.NormalizeEmail(email) ?? "")).AsSpan(0, 8));
}
