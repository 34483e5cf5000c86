using FasterMoney.Domain.Messages;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Messages.Sending;

/// <summary>How a message leaves by e-mail.</summary>
/// <param name="MailIsOn">Whether the site's mail is set up and on.</param>
/// <param name="Outbox">The message in the outbox; null while it is not there.</param>
public sealed record MessageSending(bool MailIsOn, SendingState? Outbox)
{
    /// <summary>Of a message of the site that is open.</summary>
    internal static async Task<MessageSending> OfAsync(SiteSession session, Guid messageId, CancellationToken cancellationToken)
    {
        var isOn = await session.Db.MailSettings.AnyAsync(mail => mail.SiteId == session.Site.Id && mail.On, cancellationToken);
        var message = await session.Db.Outbox.SingleOrDefaultAsync(message => message.SiteId == session.Site.Id && message.DraftId == messageId, cancellationToken);
        return new MessageSending(isOn, message is null ? null : new SendingState(
            message.State, message.Attempts, message.NextAttemptAt > session.Now ? message.NextAttemptAt : null, message.LastAnswer, message.AskedBy, message.ChangedAt));
    }
}

/// <summary>A message in the outbox.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="NextAttemptAt">UTC; null when it is its turn already.</param>
/// <param name="LastAnswer">What came of the last try; text of strangers is in it.</param>
/// <param name="AskedBy">Who sent it.</param>
/// <param name="ChangedAt">UTC.</param>
public sealed record SendingState(OutboxState State, int Attempts, DateTime? NextAttemptAt, string LastAnswer, string AskedBy, DateTime ChangedAt)
{
    /// <summary>True while no other way out of the house makes sense: it is on its way, or may have arrived.</summary>
    public bool IsUnderWay => State is OutboxState.Approved or OutboxState.Sending or OutboxState.Unknown or OutboxState.Held;
}
