using System.Security.Cryptography;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Portal;

/// <summary>
/// The one door from an address to an answer: page, document and logo all go through it. The site is found by its
/// configured route; the request's host only chooses among configured routes and never becomes part of a link.
/// </summary>
public sealed class PortalLinkResolver(PortalReads reads, TimeProvider time)
{
    /// <summary>What the address of the page ends with that says how to tell a genuine one. No token looks like it.</summary>
    public const string GenuineSegment = "about";

    public const string LanguageQuery = "lang";

    private static readonly byte[] NoHash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    private static readonly string NoToken = PortalToken.New();

    /// <summary>Whether some site's pages live at a host.</summary>
    public Task<bool> IsPortalHostAsync(string? authority, CancellationToken cancellationToken) => reads.HasRouteAsync(Authority(authority), cancellationToken);

    /// <summary>The invoice's page.</summary>
    public async Task<PortalAnswer> InvoiceAsync(string? authority, string segment, string token, CancellationToken cancellationToken)
    {
        var (route, known) = Known(segment, token);
        var read = await reads.InvoiceAsync(Authority(authority), route, known, cancellationToken);
        if (Refusal(read?.Row, out var readAt) is { } refusal)
            return refusal;
        var row = read!.Row;
        var page = $"/{route}/{token}";
        var logo = row.HasLogo ? $"{page}/logo.png" : null;
        var link = new PortalLinkKey(row.SiteId, row.InvoiceId, row.LinkId, DateOnly.FromDateTime(readAt.DateTime));
        var language = PortalLanguage.For(row.Language);
        var invoice = PortalInvoice.Of(read, readAt, logo, $"{page}/{InvoiceDocument.LastSegment}") with { GenuineUrl = $"/{route}/{GenuineSegment}?{LanguageQuery}={language.Tag}" };
        return new PortalAnswer.Page(invoice, language, link);
    }

    /// <summary>The invoice as a document, which names the page's whole address.</summary>
    public async Task<PortalAnswer> DocumentAsync(string? authority, string segment, string token, CancellationToken cancellationToken)
    {
        var (route, known) = Known(segment, token);
        var read = await reads.InvoiceAsync(Authority(authority), route, known, cancellationToken);
        if (Refusal(read?.Row, out var readAt) is { } refusal)
            return refusal;
        var row = read!.Row;
        var logo = row.HasLogo ? await reads.LogoAsync(row.SiteId, cancellationToken) : null;
        var address = PortalRoute.Parse(row.RouteBaseUrl, row.RouteSegment).UrlFor(token);
        return new PortalAnswer.Document(row, PortalInvoice.Of(read, readAt), address, logo);
    }

    /// <summary>The logo on an invoice's page. Under a token of its own, so that it tells no site's id and dies with the link.</summary>
    public async Task<PortalAnswer> LogoAsync(string? authority, string segment, string token, CancellationToken cancellationToken)
    {
        var (route, known) = Known(segment, token);
        var row = await reads.LinkAsync(Authority(authority), route, known, cancellationToken);
        if (Refusal(row, out _) is { } refusal)
            return refusal;
        return await reads.LogoAsync(row!.SiteId, cancellationToken) is { } png ? new PortalAnswer.Logo(png) : PortalAnswer.NotFound.Instance;
    }

    /// <summary>
    /// By what the customers of a route tell that a page is genuine. Needs no token and tells no more than the business's name and public
    /// contact; a route that is turned off has no such page, as it has none for strangers.
    /// </summary>
    public async Task<PortalAnswer> GenuineAsync(string? authority, string segment, IEnumerable<string> languages, CancellationToken cancellationToken)
    {
        if (await reads.OpenRouteAsync(Authority(authority), segment.ToLowerInvariant(), cancellationToken) is not { } found)
            return PortalAnswer.NotFound.Instance;
        var language = PortalLanguage.FirstOffered(languages) ?? PortalLanguage.For(found.Language);
        return new PortalAnswer.Genuine(found.Business, language, $"{found.Route.BaseUrl}/{found.Route.Segment}/");
    }

    // A malformed token takes the same way as an unknown one: a hash is computed, and a look-up finds nothing.
    private static (string Segment, byte[] Hash) Known(string segment, string token)
    {
        var isWellFormed = PortalToken.IsWellFormed(token);
        var hash = PortalToken.Hash(isWellFormed ? token : NoToken);
        return (segment.ToLowerInvariant(), isWellFormed ? hash : NoHash);
    }

    private static string Authority(string? authority) => (authority ?? "").ToLowerInvariant();

    private PortalAnswer? Refusal(PortalRow? row, out DateTimeOffset now)
    {
        now = default;
        if (row is null)
            return PortalAnswer.NotFound.Instance;
        now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(row.TimeZoneId));
        var verdict = PortalLinkAvailability.Of(row.Link with { Today = DateOnly.FromDateTime(now.DateTime) });
        if (verdict.ShowsPage && !row.LinkReplaced)
            return null;
        var wasNeverSent = row.Link.SendState == SendState.Draft && row.Head.Number.Length == 0;
        return wasNeverSent
            ? PortalAnswer.NotFound.Instance
            : new PortalAnswer.Gone(row.Head.Business, PortalLanguage.For(row.Language));
    }
}
