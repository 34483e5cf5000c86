namespace FasterMoney.Domain.Invoices;

/// <summary>What an entry is. Stored by name: never rename one.</summary>
public enum EntryKind
{
    /// <summary>Money received.</summary>
    Payment,

    /// <summary>Money on its way.</summary>
    PendingPayment,

    /// <summary>Money given back.</summary>
    Refund,

    /// <summary>Part of what was billed taken back.</summary>
    CreditNote,

    /// <summary>A change up or down.</summary>
    Adjustment,

    /// <summary>A wrong entry taken back.</summary>
    Reversal,

    /// <summary>The end of a void invoice's history; never recorded.</summary>
    Cancellation,
}

/// <summary>What an entry does, by its kind. Nobody else knows the sign of an entry or decides what corrects a balance.</summary>
public static class EntryKinds
{
    /// <summary>
    /// What an entry over this amount does to the balance due, in minor units: payments and credit notes lower it, refunds raise it,
    /// a payment that is still processing leaves it, and the others' amounts have the sign themselves.
    /// </summary>
    public static long EffectOf(this EntryKind kind, long amountMinor) => kind switch
    {
        EntryKind.Payment or EntryKind.CreditNote => checked(-amountMinor),
        EntryKind.PendingPayment => 0,
        _ => amountMinor,
    };

    /// <summary>
    /// Whether an entry over this amount corrects what a customer may have read before. Money that comes in is expected and corrects
    /// nothing; what is given back, credited, adjusted or taken back does, unless it leaves the balance as it was.
    /// </summary>
    public static bool Corrects(this EntryKind kind, long amountMinor) =>
        kind is EntryKind.Refund or EntryKind.CreditNote or EntryKind.Adjustment or EntryKind.Reversal && kind.EffectOf(amountMinor) != 0;
}
