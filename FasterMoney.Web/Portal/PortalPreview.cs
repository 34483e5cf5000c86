using System.Buffers.Text;
using System.Security.Cryptography;
using FasterMoney.Web.Data;
using FasterMoney.Web.Telemetry;
using Microsoft.AspNetCore.DataProtection;

namespace FasterMoney.Web.Portal;

/// <summary>
/// Marks a browser of staff for one customer's page, so that reloads do not count as the customer's. The mark is a cookie
/// for exactly that path; customers never get one.
/// </summary>
public sealed class PortalPreview(PreviewCodes codes, IDataProtectionProvider protection)
{
    public const string CookieName = "FasterMoney.Preview";

    public const string Query = "preview";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("FasterMoney.Portal.Preview").ToTimeLimitedDataProtector();

    /// <summary>Uses the code up and marks the browser; does nothing when the code is used, old or another link's.</summary>
    public async Task BeginAsync(HttpContext context, string code, PortalLinkKey link, CancellationToken cancellationToken)
    {
        if (code.Length > 100 || !await codes.ConsumeAsync(code, link.LinkId, cancellationToken))
            return;
        context.Response.Cookies.Append(CookieName, Base64Url.EncodeToString(_protector.Protect(link.LinkId.ToByteArray(), Lifetime)), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = SecretAddress.PathOf(context),
        });
    }

    public bool IsPreview(HttpRequest request, PortalLinkKey link)
    {
        if (request.Cookies[CookieName] is not { Length: > 0 and < 1000 } cookie)
            return false;
        try
        {
            return new Guid(_protector.Unprotect(Base64Url.DecodeFromChars(cookie))) == link.LinkId;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }
}
