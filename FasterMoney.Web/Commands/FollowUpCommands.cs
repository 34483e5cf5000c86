using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Writes follow-ups. Whoever may write invoices may write them; besides, everybody ticks off their own.</summary>
public sealed class FollowUpCommands(SiteAccess access)
{
    public async Task<Guid> CreateAsync(Caller caller, Guid invoiceId, FollowUpContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var assignee = await AssigneeAsync(session, content, cancellationToken);
        return await AddAsync(session, FollowUp.Prepare(invoice, content, assignee, session.Site.Today(session.Now), session.Actor, session.Now), cancellationToken);
    }

    /// <summary>Keeps what the assistant suggests to the caller. It waits for a person and counts nowhere.</summary>
    public async Task<Guid> ProposeAsync(Caller caller, Guid invoiceId, FollowUpContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var assignee = await AssigneeAsync(session, content, cancellationToken);
        return await AddAsync(session, FollowUp.Propose(invoice, content, assignee, session.Site.Today(session.Now), session.Actor, session.Now), cancellationToken);
    }

    /// <summary>Takes the assistant's suggestion, as it is or changed.</summary>
    /// <returns>The follow-up's version from now on.</returns>
    public Task<long> ConfirmAsync(
        Caller caller, Guid followUpId, long expectedVersion, FollowUpContent content, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, followUpId, expectedVersion, content, (followUp, assignee, session) =>
            followUp.Confirm(content, assignee, session.Site.Today(session.Now), session.Actor, session.Now), cancellationToken);

    /// <summary>Writes a follow-up anew.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> EditAsync(
        Caller caller, Guid followUpId, long expectedVersion, FollowUpContent content, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, followUpId, expectedVersion, content, (followUp, assignee, session) =>
            followUp.Edit(content, assignee, session.Site.Today(session.Now), session.Actor, session.Now), cancellationToken);

    /// <summary>Turns the assistant's suggestion down; <see cref="ReopenAsync"/> takes it back.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> DismissAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, followUpId, expectedVersion, null, (followUp, _, session) => followUp.Dismiss(session.Actor, session.Now), cancellationToken);

    /// <summary>Ticks a follow-up off. The assignee may, whatever their role.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> CompleteAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default) =>
        DoAsync(caller, followUpId, expectedVersion, (followUp, session) => followUp.Complete(session.Actor, session.Now), cancellationToken);

    /// <summary>Puts back what was ticked off or dismissed. The assignee may, whatever their role.</summary>
    /// <returns>Its version from now on.</returns>
    public Task<long> ReopenAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default) =>
        DoAsync(caller, followUpId, expectedVersion, (followUp, session) => followUp.Reopen(session.Actor, session.Now), cancellationToken);

    /// <summary>Deletes a follow-up for good; the activity keeps its title.</summary>
    public async Task DeleteAsync(Caller caller, Guid followUpId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var followUp = await FindAsync(session, followUpId, expectedVersion, cancellationToken);
        followUp.Delete(session.Actor, session.Now);
        session.Db.Remove(followUp);
        await session.SaveAsync(cancellationToken);
    }

    private static async Task<Guid> AddAsync(SiteSession session, FollowUp followUp, CancellationToken cancellationToken)
    {
        session.Db.Add(followUp);
        await session.SaveAsync(cancellationToken);
        return followUp.Id;
    }

    private async Task<long> ChangeAsync(
        Caller caller, Guid followUpId, long expectedVersion, FollowUpContent? content, Action<FollowUp, Membership?, SiteSession> act, CancellationToken cancellationToken)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var followUp = await FindAsync(session, followUpId, expectedVersion, cancellationToken);
        act(followUp, content is null ? null : await AssigneeAsync(session, content, cancellationToken), session);
        await session.SaveAsync(cancellationToken);
        return followUp.Version;
    }

    private async Task<long> DoAsync(
        Caller caller, Guid followUpId, long expectedVersion, Action<FollowUp, SiteSession> act, CancellationToken cancellationToken)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var followUp = await FindAsync(session, followUpId, expectedVersion, cancellationToken);
        if (followUp.CanBeTickedOffBy(session.Role, caller.UserId) is { IsAllowed: false } refusal)
            throw new AccessDenied(refusal.Text);

        act(followUp, session);
        await session.SaveAsync(cancellationToken);
        return followUp.Version;
    }

    private static async Task<FollowUp> FindAsync(SiteSession session, Guid followUpId, long expectedVersion, CancellationToken cancellationToken)
    {
        var followUp = await session.Db.FollowUps.SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == followUpId, cancellationToken)
            ?? throw new NotFoundOnSite("follow-up");
        return followUp.Version == expectedVersion ? followUp : throw session.ChangedMeanwhile(nameof(FollowUp));
    }

    private static Task<Membership?> AssigneeAsync(SiteSession session, FollowUpContent content, CancellationToken cancellationToken) =>
        session.Db.Memberships.SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.UserId == content.AssigneeUserId, cancellationToken);
}
