using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;

namespace FasterMoney.Domain.Statements;

/// <summary>All that a statement depends on, flat, so that a row of the database can fill it.</summary>
public sealed record StatementFacts
{
    /// <summary>Of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The invoice's.</summary>
    public required SendState SendState { get; init; }

    /// <summary>In the site's time zone.</summary>
    public required DateOnly DueDate { get; init; }

    /// <summary>The day of the entry that settled it, if it is settled.</summary>
    public DateOnly? SettledOn { get; init; }

    /// <summary>The day it was voided, if it is void.</summary>
    public DateOnly? VoidedOn { get; init; }

    /// <summary>The sums kept with the invoice.</summary>
    public required Balance Balance { get; init; }

    /// <summary>Sum of payments that are still processing, in minor units.</summary>
    public long PendingMinor { get; init; }

    /// <summary>The day at the site.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>When a customer first opened the page, under whichever link, in UTC; null when none did or nobody asks.</summary>
    public DateTime? FirstOpened { get; init; }

    /// <summary>In the order in which they were recorded; null when they were not read.</summary>
    public IReadOnlyList<EntryFacts>? Entries { get; init; }
}

/// <summary>One recorded entry, flat. What ties it to others stays empty where nothing is told of that, as on the customer's page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Date">The day it counts for, in the site's time zone.</param>
/// <param name="AmountMinor">Minor units, as recorded.</param>
/// <param name="Number">A credit note's own.</param>
/// <param name="PublicText">The reference or reason that customers read.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Id">Names it to the entries that rest on it.</param>
/// <param name="ReversedEntryId">The entry that it takes back.</param>
/// <param name="ConfirmsEntryId">The processing payment that arrived with it.</param>
public sealed record EntryFacts(
    EntryKind Kind,
    DateOnly Date,
    long AmountMinor,
    string? Number,
    string PublicText,
    DateTime RecordedAt,
    Guid Id = default,
    Guid? ReversedEntryId = null,
    Guid? ConfirmsEntryId = null)
{
    /// <summary>What it does to the balance due, in minor units.</summary>
    public long EffectMinor => Kind.EffectOf(AmountMinor);

    /// <summary>Whether it corrects what a customer may have read before.</summary>
    public bool IsCorrection => Kind.Corrects(AmountMinor);

    /// <summary>The facts of an entry.</summary>
    public static EntryFacts Of(BalanceEntry entry) => new(
        entry.Kind,
        entry.Date,
        entry.AmountMinor,
        (entry as CreditNote)?.Number,
        entry.PublicText,
        entry.RecordedAt,
        entry.Id,
        (entry as Reversal)?.ReversedEntryId,
        (entry as Payment)?.ConfirmsEntryId);
}
