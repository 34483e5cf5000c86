using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Commands;

/// <summary>What people of a site do with portal links. None of it sends anything or changes the invoice.</summary>
public sealed class PortalLinkCommands(SiteDoor door, PortalTokens tokens, PreviewCodes codes)
{
    /// <summary>Notes that the link was copied, which also lets it work ten more days at least.</summary>
    public async Task NoteCopiedAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        var link = await LinkAsync(work, invoiceId, cancellationToken);
        link.NoteCopied(invoice, work.Site, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
    }

    /// <summary>Notes a preview and gives the address that opens it: the customer's, with a code that works once, for a minute.</summary>
    /// <exception cref="RuleViolation">There is no page to preview.</exception>
    public async Task<string> PreviewAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        var link = await LinkAsync(work, invoiceId, cancellationToken);
        link.CanUse(invoice, work.Site, work.Now).Insist();
        var url = tokens.UrlOf(work.Site.Portal!, work.Site.Id, link.Id, link.ProtectedToken)
            ?? throw new RuleViolation(RuleCheck.Refused(LinkBlocker.Of(LinkBlockerCode.NewLinkNeeded).Sentence));
        link.NotePreviewed(invoice, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
        return $"{url}?preview={await codes.IssueAsync(link.Id, cancellationToken)}";
    }

    /// <summary>Makes a new link. The old one, if there is one, is dead at once.</summary>
    public async Task ReplaceAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        if (await work.CurrentLinkAsync(invoiceId, cancellationToken) is { } link)
        {
            await tokens.ReplaceAsync(work, invoice, link, "the old one is dead", cancellationToken);
        }
        else
        {
            work.Db.Add(tokens.NewLink(invoice, work.Actor, work.Now));
        }

        await work.SaveAsync(cancellationToken);
    }

    public Task TurnOffAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, invoiceId, (link, work) => link.TurnOff(work.Actor, work.Now), cancellationToken);

    public Task TurnOnAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, invoiceId, (link, work) => link.TurnOn(work.Actor, work.Now), cancellationToken);

    /// <summary>Lets the link work thirty days longer.</summary>
    public async Task ExtendAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        var link = await LinkAsync(work, invoiceId, cancellationToken);
        link.Extend(invoice, work.Site, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
    }

    private async Task ChangeAsync(Caller caller, Guid invoiceId, Action<PortalLink, SiteWork> change, CancellationToken cancellationToken)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        change(await LinkAsync(work, invoiceId, cancellationToken), work);
        await work.SaveAsync(cancellationToken);
    }

    private static async Task<PortalLink> LinkAsync(SiteWork work, Guid invoiceId, CancellationToken cancellationToken) =>
        await work.CurrentLinkAsync(invoiceId, cancellationToken) ?? throw new NotFoundOnSite("link");
}
