using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Commands;

/// <summary>What people of a site do with portal links. None of it sends anything or changes the invoice.</summary>
public sealed class PortalLinkCommands(SiteAccess access, PortalTokens tokens, PreviewCodes codes)
{
    /// <summary>Notes that the link was copied, which also lets it work ten more days at least.</summary>
    public async Task NoteCopiedAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var link = await LinkAsync(session, invoiceId, cancellationToken);
        LinkAccess.Of(invoice, session.Site, link, tokens, session.Now).Verdict.CanUse.Insist();
        link.NoteCopied(invoice, session.Site, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>Notes a preview and gives the address that opens it: the customer's, with a code that works once, for a minute.</summary>
    /// <exception cref="RuleViolation">There is no page to preview.</exception>
    public async Task<string> PreviewAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var link = await LinkAsync(session, invoiceId, cancellationToken);
        var (url, verdict) = LinkAccess.Of(invoice, session.Site, link, tokens, session.Now);
        verdict.CanUse.Insist();
        link.NotePreviewed(invoice, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
        return $"{url}?preview={await codes.IssueAsync(link.Id, cancellationToken)}";
    }

    /// <summary>Makes a new link. The old one, if there is one, is dead at once.</summary>
    public async Task ReplaceAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        if (await session.CurrentLinkAsync(invoiceId, cancellationToken) is { } link)
            await tokens.ReplaceAsync(session, invoice, link, "the old one is dead", cancellationToken);
        else
            session.Db.Add(tokens.NewLink(invoice, session.Actor, session.Now));

        await session.SaveAsync(cancellationToken);
    }

    public Task TurnOffAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, invoiceId, (link, session) => link.TurnOff(session.Actor, session.Now), cancellationToken);

    public Task TurnOnAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, invoiceId, (link, session) => link.TurnOn(session.Actor, session.Now), cancellationToken);

    /// <summary>Lets the link work thirty days longer.</summary>
    public async Task ExtendAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var link = await LinkAsync(session, invoiceId, cancellationToken);
        link.Extend(invoice, session.Site, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
    }

    private async Task ChangeAsync(Caller caller, Guid invoiceId, Action<PortalLink, SiteSession> change, CancellationToken cancellationToken)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        change(await LinkAsync(session, invoiceId, cancellationToken), session);
        await session.SaveAsync(cancellationToken);
    }

    private static async Task<PortalLink> LinkAsync(SiteSession session, Guid invoiceId, CancellationToken cancellationToken) =>
        await session.CurrentLinkAsync(invoiceId, cancellationToken) ?? throw new NotFoundOnSite("link");
}
