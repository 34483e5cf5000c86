using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Sites;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Writes follow-ups. Whoever may write invoices may write them; besides, everybody ticks off their own.</summary>
public sealed class FollowUpCommands(SiteDoor door)
{
    public async Task<Guid> CreateAsync(Caller caller, Guid invoiceId, FollowUpContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        var assignee = await AssigneeAsync(work, content, cancellationToken);
        return await AddAsync(work, FollowUp.Prepare(invoice, content, assignee, work.Site.Today(work.Now), work.Actor, work.Now), cancellationToken);
    }

    /// <summary>Keeps what the assistant suggests to the caller. It waits for a person and counts nowhere.</summary>
    public async Task<Guid> ProposeAsync(Caller caller, Guid invoiceId, FollowUpContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        var assignee = await AssigneeAsync(work, content, cancellationToken);
        return await AddAsync(work, FollowUp.Propose(invoice, content, assignee, work.Site.Today(work.Now), work.Actor, work.Now), cancellationToken);
    }

    /// <summary>Takes the assistant's suggestion, as it is or changed.</summary>
    /// <returns>The follow-up's version from now on.</returns>
    public Task<long> ConfirmAsync(
        Caller caller, Guid followUpId, long expectedVersion, FollowUpContent content, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, followUpId, expectedVersion, content, (followUp, assignee, work) =>
            followUp.Confirm(content, assignee, work.Site.Today(work.Now), work.Actor, work.Now), cancellationToken);

    /// <summary>Writes a follow-up anew.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> EditAsync(
        Caller caller, Guid followUpId, long expectedVersion, FollowUpContent content, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, followUpId, expectedVersion, content, (followUp, assignee, work) =>
            followUp.Edit(content, assignee, work.Site.Today(work.Now), work.Actor, work.Now), cancellationToken);

    /// <summary>Turns the assistant's suggestion down; <see cref="ReopenAsync"/> takes it back.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> DismissAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, followUpId, expectedVersion, null, (followUp, _, work) => followUp.Dismiss(work.Actor, work.Now), cancellationToken);

    /// <summary>Ticks a follow-up off. The assignee may, whatever their role.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> CompleteAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default) =>
        DoAsync(caller, followUpId, expectedVersion, (followUp, work) => followUp.Complete(work.Actor, work.Now), cancellationToken);

    /// <summary>Puts back what was ticked off or dismissed. The assignee may, whatever their role.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> ReopenAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default) =>
        DoAsync(caller, followUpId, expectedVersion, (followUp, work) => followUp.Reopen(work.Actor, work.Now), cancellationToken);

    /// <summary>Deletes a follow-up for good; the activity keeps its title.</summary>
    public async Task DeleteAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var followUp = await FindAsync(work, followUpId, expectedVersion, cancellationToken);
        followUp.Delete(work.Actor, work.Now);
        work.Db.Remove(followUp);
        await work.SaveAsync(cancellationToken);
    }

    private static async Task<Guid> AddAsync(SiteWork work, FollowUp followUp, CancellationToken cancellationToken)
    {
        work.Db.Add(followUp);
        await work.SaveAsync(cancellationToken);
        return followUp.Id;
    }

    private async Task<long> ChangeAsync(
        Caller caller, Guid followUpId, long expectedVersion, FollowUpContent? content, Action<FollowUp, Membership?, SiteWork> act, CancellationToken cancellationToken)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var followUp = await FindAsync(work, followUpId, expectedVersion, cancellationToken);
        act(followUp, content is null ? null : await AssigneeAsync(work, content, cancellationToken), work);
        await work.SaveAsync(cancellationToken);
        return followUp.Version;
    }

    private async Task<long> DoAsync(
        Caller caller, Guid followUpId, long expectedVersion, Action<FollowUp, SiteWork> act, CancellationToken cancellationToken)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var followUp = await FindAsync(work, followUpId, expectedVersion, cancellationToken);
        if (followUp.CanBeTickedOffBy(work.Role, caller.UserId) is { IsAllowed: false } refusal)
        {
            throw new AccessDenied(refusal.Text);
        }

        act(followUp, work);
        await work.SaveAsync(cancellationToken);
        return followUp.Version;
    }

    private static async Task<FollowUp> FindAsync(SiteWork work, Guid followUpId, long expectedVersion, CancellationToken cancellationToken)
    {
        var followUp = await work.Db.FollowUps.SingleOrDefaultAsync(known => known.SiteId == work.Site.Id && known.Id == followUpId, cancellationToken)
            ?? throw new NotFoundOnSite("follow-up");
        return followUp.Version == expectedVersion ? followUp : throw new ChangedByOthers();
    }

    private static Task<Membership?> AssigneeAsync(SiteWork work, FollowUpContent content, CancellationToken cancellationToken) =>
        work.Db.Memberships.SingleOrDefaultAsync(known => known.SiteId == work.Site.Id && known.UserId == content.AssigneeUserId, cancellationToken);
}
