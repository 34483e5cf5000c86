using FasterMoney.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>
/// What was on its way when a backup was taken may have left since: after a restore it waits for an owner. A restore by the database's
/// own tools does the same by the verb <c>hold-messages</c>.
/// </summary>
public static class HeldMail
{
    /// <summary>For a database file that this version may not have migrated yet; $now is in UTC.</summary>
    internal const string Sql =
        """
        UPDATE "Outbox" SET "State" = 'Held', "ChangedAt" = $now, "ClaimedAt" = NULL, "DataBegun" = 0, "Version" = "Version" + 1
        WHERE "State" IN ('Approved', 'Sending')
        """;

    /// <summary>Holds what would leave, of all sites. Returns how many messages that is.</summary>
    public static Task<int> HoldAsync(FasterMoneyDb db, DateTime utcNow, CancellationToken cancellationToken) =>
        db.Outbox.Where(message => message.State == OutboxState.Approved || message.State == OutboxState.Sending)
            .ExecuteUpdateAsync(set => set
                .SetProperty(message => message.State, OutboxState.Held)
                .SetProperty(message => message.ChangedAt, utcNow)
                .SetProperty(message => message.ClaimedAt, (DateTime?)null)
                .SetProperty(message => message.DataBegun, false)
                .SetProperty(message => message.Version, message => message.Version + 1), cancellationToken);
}
