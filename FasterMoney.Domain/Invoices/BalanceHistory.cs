namespace FasterMoney.Domain.Invoices;

/// <summary>One movement with the balance after it, in minor units.</summary>
public sealed record BalanceMovement(BalanceEntry Entry, long BalanceAfterMinor);

/// <summary>The ordered entries that lead from an invoice's total to its balance due.</summary>
public static class BalanceHistory
{
    /// <summary>The movements in the order in which they were recorded; the last one ends at the balance due.</summary>
    public static IReadOnlyList<BalanceMovement> Of(long totalMinor, IEnumerable<BalanceEntry> entries)
    {
        var running = totalMinor;
        return [.. entries.OrderBy(entry => entry.Sequence).Select(entry => new BalanceMovement(entry, running = checked(running + entry.EffectMinor)))];
    }
}
