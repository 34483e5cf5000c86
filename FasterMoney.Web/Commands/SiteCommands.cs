using FasterMoney.Domain.Activity;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Changes a site's settings and its portal route. Owners only.</summary>
public sealed class SiteCommands(SiteAccess access, SiteContentChecks checks)
{
    /// <summary>Saves the settings. Numbering goes on where it is when <paramref name="nextInvoiceNumber"/> is null, however many were sent meanwhile.</summary>
    /// <returns>The settings' version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, long expectedVersion, SiteContent content, long? nextInvoiceNumber, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(caller, expectedVersion, cancellationToken);
        var next = nextInvoiceNumber ?? session.Site.NextInvoiceNumber;
        content.Check().And(session.Site.CanContinueNumbersAt(next)).And(await CheckTextsAsync(session, content, cancellationToken)).Insist();
        var hasNewPrefix = content.NumberPrefix.Trim() != session.Site.NumberPrefix;
        session.Site.Edit(content, session.Actor, session.Now);
        if (hasNewPrefix)
            next = Math.Max(next, 1 + await HighestAsync(session, cancellationToken));

        session.Site.ContinueNumbersAt(next, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
        return session.Site.Version;
    }

    /// <summary>Whether no other site lives at this address.</summary>
    public async Task<RuleCheck> CanConfigurePortalAsync(Caller caller, string? baseUrl, string? segment, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        return await CheckRouteAsync(session, baseUrl, segment, cancellationToken);
    }

    /// <returns>The settings' version from now on.</returns>
    public async Task<long> ConfigurePortalAsync(
        Caller caller, long expectedVersion, string? baseUrl, string? segment, CancellationToken cancellationToken = default)
    {
        await using var session = await OpenAsync(caller, expectedVersion, cancellationToken);
        (await CheckRouteAsync(session, baseUrl, segment, cancellationToken)).Insist();
        session.Site.ConfigurePortal(PortalRoute.Parse(baseUrl, segment), session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
        return session.Site.Version;
    }

    /// <returns>The settings' version from now on.</returns>
    public async Task<long> TurnPortalAsync(Caller caller, bool on, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        session.Site.TurnPortal(on, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
        return session.Site.Version;
    }

    /// <summary>Sets the logo that customers see, or takes it away.</summary>
    public async Task SetLogoAsync(Caller caller, SiteLogo? logo, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var old = await session.Db.Logos.SingleOrDefaultAsync(old => old.SiteId == session.Site.Id, cancellationToken);
        if (logo is null && old is not null)
        {
            session.Db.Remove(old);
        }
        else if (logo is not null)
        {
            old ??= session.Db.Add(new SiteLogo { SiteId = session.Site.Id }).Entity;
            (old.Png, old.Width, old.Height) = (logo.Png, logo.Width, logo.Height);
        }

        session.Site.Note(ActivityKind.SiteChanged, session.Actor, session.Now, logo is null ? "logo removed" : "logo changed");
        await session.SaveAsync(cancellationToken);
    }

    // Only what is new: an old text does not stand in the way of another change.
    private Task<RuleCheck> CheckTextsAsync(SiteSession session, SiteContent content, CancellationToken cancellationToken) =>
        CustomerTexts.Of(content).SequenceEqual(CustomerTexts.Of(session.Site.ToContent()))
            ? Task.FromResult(RuleCheck.Allowed)
            : checks.CanReachCustomerAsync(session, null, CustomerTexts.Of(content), cancellationToken);

    private async Task<SiteSession> OpenAsync(Caller caller, long expectedVersion, CancellationToken cancellationToken)
    {
        var session = await access.OpenExclusiveAsync(caller, SiteRole.Owner, cancellationToken);
        if (session.Site.Version == expectedVersion)
            return session;

        await session.DisposeAsync();
        throw session.ChangedMeanwhile(nameof(Site));
    }

    // Imported invoices may have numbers that start like the new ones: none comes twice.
    private static async Task<long> HighestAsync(SiteSession session, CancellationToken cancellationToken)
    {
        var prefix = session.Site.NumberPrefix.ToLowerInvariant();
        var alike = await session.Db.Invoices
            .Where(invoice => invoice.SiteId == session.Site.Id && invoice.NumberSequence >= session.Site.NextInvoiceNumber && invoice.NumberSearch!.StartsWith(prefix))
            .Select(invoice => invoice.Number!)
            .ToListAsync(cancellationToken);
        return alike.Select(number => InvoiceNumber.SequenceIn(prefix, number)).Where(taken => taken < InvoiceNumber.LargestSequence).Max() ?? 0;
    }

    private static async Task<RuleCheck> CheckRouteAsync(SiteSession session, string? baseUrl, string? segment, CancellationToken cancellationToken)
    {
        var check = PortalRoute.Check(baseUrl, segment);
        if (!check.IsAllowed)
            return check;

        var route = PortalRoute.Parse(baseUrl, segment);
        var taken = await session.Db.Sites.AnyAsync(
            site => site.Id != session.Site.Id && site.RouteAuthority == route.Authority && site.RouteSegment == route.Segment,
            cancellationToken);
        return RuleCheck.Unless(taken, "Another business uses this address. Choose another path.", "Segment");
    }
}
