using FasterMoney.Domain.People;

namespace FasterMoney.Domain.Invoices;

/// <summary>A change of the balance up or down, with a public reason.</summary>
public sealed class Adjustment : BalanceEntry
{
    private Adjustment()
    {
    }

    internal Adjustment(Invoice invoice, EntryDetails details, Actor actor, DateTime utcNow)
        : base(EntryKind.Adjustment, invoice, details, actor, utcNow)
    {
    }
}

/// <summary>An entry that takes back a wrong one and names it. Both stay in the history.</summary>
public sealed class Reversal : BalanceEntry
{
    private Reversal()
    {
    }

    internal Reversal(Invoice invoice, EntryDetails details, Guid reversedEntryId, Actor actor, DateTime utcNow)
        : base(EntryKind.Reversal, invoice, details, actor, utcNow) => ReversedEntryId = reversedEntryId;

    public Guid ReversedEntryId { get; private set; }
}
