using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>A message that is changed by a person does not leave as it was before.</summary>
internal static class OutboxHold
{
    /// <summary>Takes a message out of the outbox that waits there or failed.</summary>
    /// <exception cref="RuleViolation">It is being sent right now, or may have arrived.</exception>
    public static async Task TakeOutOfOutboxAsync(this SiteSession session, MessageDraft draft, CancellationToken cancellationToken)
    {
        var message = await session.Db.Outbox.SingleOrDefaultAsync(
            message => message.SiteId == session.Site.Id && message.DraftId == draft.Id && message.State != OutboxState.Sent, cancellationToken);
        if (message is not null)
        {
            message.TakeOut(session.Actor, session.Now);
            session.Db.Remove(message);
        }
    }
}
