using System.Security.Cryptography;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using Microsoft.AspNetCore.DataProtection;

namespace FasterMoney.Web.Access;

/// <summary>Makes links, and shows their addresses to people of the site. Requests of customers never come here: they are matched by hash.</summary>
public sealed class PortalTokens(IDataProtectionProvider protection)
{
    public PortalLink NewLink(Invoice invoice, Actor actor, DateTime utcNow)
    {
        var id = Guid.CreateVersion7(utcNow);
        var token = PortalToken.New();
        return new PortalLink(invoice, id, PortalToken.Hash(token), For(invoice.SiteId, id).Protect(token), actor, utcNow);
    }

    /// <summary>
    /// Ends a link and makes another. Two saves in one transaction: an invoice has one current link at any moment,
    /// and the database checks it. The caller saves the work.
    /// </summary>
    public async Task ReplaceAsync(SiteSession session, Invoice invoice, PortalLink link, string why, CancellationToken cancellationToken)
    {
        link.Replace(why, session.Actor, session.Now);
        await session.StoreSoFarAsync(cancellationToken);
        session.Db.Add(NewLink(invoice, session.Actor, session.Now));
    }

    /// <summary>The customer's address, or null when the key that the token was encrypted with is lost.</summary>
    public string? UrlOf(PortalRoute route, PortalLink link) => Read(link) is { } token ? route.UrlFor(token) : null;

    /// <summary>The token, or null when the key that it was encrypted with is lost.</summary>
    public string? Read(PortalLink link)
    {
        try
        {
            return For(link.SiteId, link.Id).Unprotect(link.ProtectedToken);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid siteId, Guid linkId) =>
        protection.CreateProtector("FasterMoney.PortalLink", siteId.ToString("N"), linkId.ToString("N"));
}
