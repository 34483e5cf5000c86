using System.Globalization;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>A follow-up as the drawer of its invoice shows it: what is to be done, or was suggested.</summary>
public sealed record InvoiceFollowUp(Guid Id, string Title, FollowUpDay Due, FollowUpPerson Assignee, bool IsProposed)
{
    private const int Most = 20;

    /// <summary>Those of an invoice that wait for somebody, the most pressing first.</summary>
    public static async Task<IReadOnlyList<InvoiceFollowUp>> OfAsync(SiteSession session, Guid invoiceId, CultureInfo culture, CancellationToken cancellationToken)
    {
        var found = await session.Db.FollowUps
            .Where(followUp => followUp.SiteId == session.Site.Id && followUp.InvoiceId == invoiceId
                && (followUp.State == FollowUpState.Open || followUp.State == FollowUpState.Proposed))
            .OrderBy(followUp => followUp.DueOn).ThenBy(followUp => followUp.Id).Take(Most).ToListAsync(cancellationToken);
        var people = await FollowUpPeople.OfAsync(session, found.Select(followUp => followUp.AssigneeUserId), cancellationToken);
        var today = session.Site.Today(session.Now);
        return found.ConvertAll(followUp => new InvoiceFollowUp(
            followUp.Id,
            followUp.Title,
            FollowUpDay.Of(followUp, today, culture),
            people.Seen(followUp.AssigneeUserId, session.Actor.UserId),
            followUp.State == FollowUpState.Proposed));
    }
}
