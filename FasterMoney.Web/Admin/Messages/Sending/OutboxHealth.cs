using FasterMoney.Domain.Messages;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Messages.Sending;

/// <summary>What is in a site's outbox and not sent.</summary>
/// <param name="Waiting">Messages that wait for their turn or for another try, and those under way.</param>
/// <param name="OldestWaiting">When the first of them was sent off, in UTC.</param>
/// <param name="Failed">Messages that were not sent.</param>
/// <param name="Unknown">Messages that may have arrived.</param>
/// <param name="Held">Messages that are held after a restore.</param>
/// <param name="HeldSince">When it was restored, in UTC; null when none is held.</param>
/// <param name="MailIsOn">Whether the site's mail is set up and on.</param>
/// <param name="Troubled">The messages that need a person, newest first, the first few.</param>
public sealed record OutboxHealth(
    int Waiting, DateTime? OldestWaiting, int Failed, int Unknown, int Held, DateTime? HeldSince, bool MailIsOn, IReadOnlyList<TroubledMessage> Troubled)
{
    public bool IsQuiet => Waiting + Failed + Unknown + Held == 0;
}

/// <summary>A message that needs a person, and why.</summary>
public sealed record TroubledMessage(Guid MessageId, string Subject, string Recipients, OutboxState State, string Why);

public sealed class OutboxHealths(SiteAccess access)
{
    private const int MostShown = 5;

    public async Task<OutboxHealth> ReadAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var site = session.Site.Id;
        var open = await session.Db.Outbox
            .Where(message => message.SiteId == site && message.State != OutboxState.Sent)
            .GroupBy(message => message.State)
            .Select(group => new { State = group.Key, Count = group.Count(), Oldest = group.Min(message => message.AskedAt), Since = group.Max(message => message.ChangedAt) })
            .ToListAsync(cancellationToken);
        var troubled = await session.Db.Outbox
            .Where(message => message.SiteId == site && (message.State == OutboxState.Failed || message.State == OutboxState.Unknown || message.State == OutboxState.Held))
            .OrderByDescending(message => message.ChangedAt)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
        var waiting = open.Where(group => group.State is OutboxState.Approved or OutboxState.Sending).ToList();
        return new OutboxHealth(
            waiting.Sum(group => group.Count),
            waiting.Count == 0 ? null : waiting.Min(group => group.Oldest),
            CountOf(OutboxState.Failed),
            CountOf(OutboxState.Unknown),
            CountOf(OutboxState.Held),
            open.Where(group => group.State == OutboxState.Held).Select(group => (DateTime?)group.Since).SingleOrDefault(),
            await session.Db.MailSettings.AnyAsync(mail => mail.SiteId == site && mail.On, cancellationToken),
            [.. troubled.Select(message => new TroubledMessage(message.DraftId, message.Subject, string.Join(", ", message.Recipients), message.State,
                message.State == OutboxState.Held ? "Held after a restore." : message.LastAnswer))]);

        int CountOf(OutboxState state) => open.Where(group => group.State == state).Sum(group => group.Count);
    }
}
