using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>Reads pages of follow-ups, and how many are due.</summary>
public sealed class FollowUpRows(SiteAccess access)
{
    public async Task<FollowUpList> ReadAsync(Caller caller, FollowUpFilter filter, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var counts = new Dictionary<FollowUpTab, int>();
        foreach (var tab in Enum.GetValues<FollowUpTab>())
            counts[tab] = await In(session, caller, tab).CountAsync(cancellationToken);

        var count = counts[filter.Tab];
        var page = Paging.Nearest(filter.Page, count);
        var here = In(session, caller, filter.Tab);
        var ids = await Paging.IdsAsync(
            page, count, opposite => Ordered(here, filter.Tab, down: (filter.Tab == FollowUpTab.Done) != opposite).Select(followUp => followUp.Id), cancellationToken);
        return new FollowUpList(await RowsAsync(session, caller, ids, cancellationToken), page, counts, count);
    }

    /// <summary>How many of the caller's follow-ups are due today or were due earlier.</summary>
    public async Task<int> CountDueAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var today = session.Site.Today(session.Now);
        return await In(session, caller, FollowUpTab.Mine).CountAsync(followUp => followUp.DueOn <= today, cancellationToken);
    }

    private static IQueryable<FollowUp> In(SiteSession session, Caller caller, FollowUpTab tab)
    {
        var today = session.Site.Today(session.Now);
        var all = session.Db.FollowUps.Where(followUp => followUp.SiteId == session.Site.Id);
        return tab switch
        {
            FollowUpTab.Mine => all.Where(followUp => followUp.AssigneeUserId == caller.UserId && followUp.State == FollowUpState.Open),
            FollowUpTab.Overdue => all.Where(followUp => followUp.State == FollowUpState.Open && followUp.DueOn < today),
            FollowUpTab.Done => all.Where(followUp => followUp.State == FollowUpState.Done),
            FollowUpTab.Proposed => all.Where(followUp => followUp.State == FollowUpState.Proposed),
            _ => all.Where(followUp => followUp.State == FollowUpState.Open),
        };
    }

    private static IQueryable<FollowUp> Ordered(IQueryable<FollowUp> followUps, FollowUpTab tab, bool down) => (tab, down) switch
    {
        (FollowUpTab.Done, true) => followUps.OrderByDescending(followUp => followUp.DoneAt).ThenByDescending(followUp => followUp.Id),
        (FollowUpTab.Done, false) => followUps.OrderBy(followUp => followUp.DoneAt).ThenBy(followUp => followUp.Id),
        (_, true) => followUps.OrderByDescending(followUp => followUp.DueOn).ThenByDescending(followUp => followUp.Id),
        _ => followUps.OrderBy(followUp => followUp.DueOn).ThenBy(followUp => followUp.Id),
    };

    private static async Task<IReadOnlyList<FollowUpRow>> RowsAsync(SiteSession session, Caller caller, List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];

        var siteId = session.Site.Id;
        var found = await (
            from followUp in session.Db.FollowUps
            where followUp.SiteId == siteId && EF.Parameter(ids).Contains(followUp.Id)
            join invoice in session.Db.Invoices on followUp.InvoiceId equals invoice.Id
            select new { FollowUp = followUp, Invoice = invoice }).ToDictionaryAsync(row => row.FollowUp.Id, cancellationToken);
        var people = await FollowUpPeople.OfAsync(session, found.Values.Select(row => row.FollowUp.AssigneeUserId), cancellationToken);
        var (culture, today) = (SiteText.CultureOf(session.Site), session.Site.Today(session.Now));
        return [.. ids.Where(found.ContainsKey).Select(id =>
        {
            var (followUp, invoice) = (found[id].FollowUp, found[id].Invoice);
            return new FollowUpRow(
                id,
                followUp.Version,
                followUp.Title,
                followUp.State,
                FollowUpDay.Of(followUp, today, culture),
                people.Seen(followUp.AssigneeUserId, caller.UserId),
                invoice.Id,
                invoice.Number ?? "Draft",
                invoice.BilledTo,
                BalanceText.Of(invoice.BalanceDue, culture),
                followUp.CanBeTickedOffBy(session.Role, caller.UserId).IsAllowed,
                followUp.DoneAt,
                followUp.DoneBy);
        })];
    }
}
