using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Changes a site's settings and its portal route. Owners only.</summary>
public sealed class SiteCommands(SiteDoor door, ContentChecks checks)
{
    /// <summary>Saves the settings. Numbering goes on where it is when <paramref name="nextInvoiceNumber"/> is null, however many were sent meanwhile.</summary>
    /// <returns>The settings' version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, long expectedVersion, SiteContent content, long? nextInvoiceNumber, CancellationToken cancellationToken = default)
    {
        await using var work = await OpenAsync(caller, expectedVersion, cancellationToken);
        var next = nextInvoiceNumber ?? work.Site.NextInvoiceNumber;
        content.Check().And(work.Site.CanContinueNumbersAt(next)).And(await CheckTextsAsync(work, content, cancellationToken)).Insist();
        var hasNewPrefix = content.NumberPrefix.Trim() != work.Site.NumberPrefix;
        work.Site.Edit(content, work.Actor, work.Now);
        if (hasNewPrefix)
        {
            next = Math.Max(next, 1 + await HighestAsync(work, cancellationToken));
        }

        work.Site.ContinueNumbersAt(next, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
        return work.Site.Version;
    }

    /// <summary>Whether no other site lives at this address.</summary>
    public async Task<RuleCheck> CanConfigurePortalAsync(Caller caller, string? baseUrl, string? segment, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        return await CheckRouteAsync(work, baseUrl, segment, cancellationToken);
    }

    /// <returns>The settings' version from now on.</returns>
    public async Task<long> ConfigurePortalAsync(
        Caller caller, long expectedVersion, string? baseUrl, string? segment, CancellationToken cancellationToken = default)
    {
        await using var work = await OpenAsync(caller, expectedVersion, cancellationToken);
        (await CheckRouteAsync(work, baseUrl, segment, cancellationToken)).Insist();
        work.Site.ConfigurePortal(PortalRoute.Parse(baseUrl, segment), work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
        return work.Site.Version;
    }

    /// <returns>The settings' version from now on.</returns>
    public async Task<long> TurnPortalAsync(Caller caller, bool on, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        work.Site.TurnPortal(on, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
        return work.Site.Version;
    }

    /// <summary>Sets the logo that customers see, or takes it away.</summary>
    public async Task SetLogoAsync(Caller caller, SiteLogo? logo, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var old = await work.Db.Logos.SingleOrDefaultAsync(old => old.SiteId == work.Site.Id, cancellationToken);
        if (logo is null && old is not null)
        {
            work.Db.Remove(old);
        }
        else if (logo is not null)
        {
            old ??= work.Db.Add(new SiteLogo { SiteId = work.Site.Id }).Entity;
            (old.Png, old.Width, old.Height) = (logo.Png, logo.Width, logo.Height);
        }

        work.Site.Note(ActivityKind.SiteChanged, work.Actor, work.Now, logo is null ? "logo removed" : "logo changed");
        await work.SaveAsync(cancellationToken);
    }

    // Only what is new: an old text does not stand in the way of another change.
    private Task<RuleCheck> CheckTextsAsync(SiteWork work, SiteContent content, CancellationToken cancellationToken) =>
        Text.Tidy(content.PaymentInstructions) == work.Site.PaymentInstructions
            ? Task.FromResult(RuleCheck.Allowed)
            : checks.CanReachCustomerAsync(
                work, null, [new FieldText(nameof(SiteContent.PaymentInstructions), "Payment instructions", content.PaymentInstructions ?? "")], cancellationToken);

    private async Task<SiteWork> OpenAsync(Caller caller, long expectedVersion, CancellationToken cancellationToken)
    {
        var work = await door.OpenAloneAsync(caller, SiteRole.Owner, cancellationToken);
        if (work.Site.Version == expectedVersion)
        {
            return work;
        }

        await work.DisposeAsync();
        throw new ChangedByOthers();
    }

    // Imported invoices may have numbers that start like the new ones: none comes twice.
    private static async Task<long> HighestAsync(SiteWork work, CancellationToken cancellationToken)
    {
        var prefix = work.Site.NumberPrefix.ToLowerInvariant();
        var alike = await work.Db.Invoices
            .Where(invoice => invoice.SiteId == work.Site.Id && invoice.NumberSequence >= work.Site.NextInvoiceNumber && invoice.NumberSearch!.StartsWith(prefix))
            .Select(invoice => invoice.Number!)
            .ToListAsync(cancellationToken);
        return alike.Select(number => InvoiceNumber.SequenceIn(prefix, number)).Where(taken => taken < InvoiceNumber.LargestSequence).Max() ?? 0;
    }

    private static async Task<RuleCheck> CheckRouteAsync(SiteWork work, string? baseUrl, string? segment, CancellationToken cancellationToken)
    {
        var check = PortalRoute.Check(baseUrl, segment);
        if (!check.IsAllowed)
        {
            return check;
        }

        var route = PortalRoute.Parse(baseUrl, segment);
        var taken = await work.Db.Sites.AnyAsync(
            site => site.Id != work.Site.Id && site.RouteAuthority == route.Authority && site.RouteSegment == route.Segment,
            cancellationToken);
        return RuleCheck.Unless(taken, "Another site uses this address. Choose another path segment.", "Segment");
    }
}
