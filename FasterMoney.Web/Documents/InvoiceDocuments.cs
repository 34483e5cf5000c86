using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Documents;

/// <summary>The customer's document for people of the site, from the same read as the customer's page.</summary>
public sealed class InvoiceDocuments(SiteAccess access, PortalReads reads, PortalTokens tokens, DocumentTurns turns)
{
    /// <summary>Null when the site has no such invoice, or it is a draft: it becomes a document when it is sent.</summary>
    /// <exception cref="AccessDenied">The caller does not belong to the site.</exception>
    /// <exception cref="DocumentsBusy">Too many wait already.</exception>
    public async Task<DocumentFile?> FindAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        var (site, link, now) = await EnterAsync(caller, invoiceId, cancellationToken);
        return await MakeAsync(site, link, invoiceId, now, cancellationToken);
    }

    /// <summary>The same for whoever has entered the site already.</summary>
    internal async Task<DocumentFile?> MakeAsync(Domain.Sites.Site site, PortalLink? link, Guid invoiceId, DateTime now, CancellationToken cancellationToken)
    {
        var read = await reads.OwnAsync(site.Id, invoiceId, cancellationToken);
        if (read is null || read.Row.Link.SendState == SendState.Draft)
            return null;
        var readAt = TimeZoneInfo.ConvertTime(new DateTimeOffset(now), site.TimeZone);
        var invoice = PortalInvoice.Of(read, readAt);
        var logo = read.Row.HasLogo ? await reads.LogoAsync(site.Id, cancellationToken) : null;
        // An address that answers nothing has no place on paper.
        var answers = read.VerdictOn(DateOnly.FromDateTime(readAt.DateTime)).ShowsPage;
        var address = answers && link is not null && site.Portal is { } route ? tokens.UrlOf(route, link) : null;
        return await turns.MakeAsync(read.Row, invoice, address, logo, cancellationToken);
    }

    private async Task<(Domain.Sites.Site Site, PortalLink? Link, DateTime Now)> EnterAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        return (session.Site, await session.CurrentLinkAsync(invoiceId, cancellationToken), session.Now);
    }
}
