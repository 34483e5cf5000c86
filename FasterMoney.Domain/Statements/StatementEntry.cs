using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;

namespace FasterMoney.Domain.Statements;

/// <summary>What has become of an entry.</summary>
public enum EntryMark
{
    /// <summary>Nothing: it stands.</summary>
    None,

    /// <summary>The money has not arrived yet.</summary>
    Processing,

    /// <summary>The money arrived with a later entry.</summary>
    Arrived,

    /// <summary>A later entry took it back.</summary>
    Reversed,
}

/// <summary>One step from the total to the balance.</summary>
/// <param name="Sequence">Order on the invoice, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Date">The day it counts for, in the site's time zone.</param>
/// <param name="Amount">As recorded.</param>
/// <param name="Effect">What it does to the balance.</param>
/// <param name="Balance">What it leaves; below zero is credit in the customer's favour.</param>
/// <param name="Number">A credit note's own.</param>
/// <param name="PublicText">The reference or reason that customers read; may be empty.</param>
/// <param name="Mark">What has become of it.</param>
/// <param name="Reversed">The entry that it takes back.</param>
public sealed record StatementEntry(
    int Sequence,
    EntryKind Kind,
    DateOnly Date,
    Money Amount,
    Money Effect,
    Money Balance,
    string? Number = null,
    string PublicText = "",
    EntryMark Mark = EntryMark.None,
    StatementEntry? Reversed = null)
{
    /// <summary>What stands beside the kind: the reference or reason, behind the number of a document that has one.</summary>
    public string Note => Number is null ? PublicText : PublicText.Length == 0 ? Number : $"{Number} · {PublicText}";

    /// <summary>False for money on its way, and for taking that back: customers read nothing of it in the history.</summary>
    public bool MovesBalance => !Effect.IsZero;

    /// <summary>Whether it corrects what a customer may have read before.</summary>
    public bool IsCorrection => Kind.Corrects(Amount.Minor);

    /// <summary>The running column: each entry with the balance after it, from a total in minor units.</summary>
    /// <param name="total">What was billed.</param>
    /// <param name="entries">In the order in which they were recorded.</param>
    /// <exception cref="OverflowException">A balance does not fit.</exception>
    public static IReadOnlyList<StatementEntry> Run(Money total, IReadOnlyList<EntryFacts> entries)
    {
        var steps = new List<StatementEntry>(entries.Count);
        var balance = total;
        foreach (var entry in entries)
        {
            var effect = new Money(entry.EffectMinor, total.Currency);
            steps.Add(new StatementEntry(
                steps.Count + 1,
                entry.Kind,
                entry.Date,
                new Money(entry.AmountMinor, total.Currency),
                effect,
                balance += effect,
                entry.Number,
                entry.PublicText,
                MarkOf(entry, entries),
                entry.ReversedEntryId is { } reversed ? Find(reversed) : null));
        }

        return steps;

        StatementEntry? Find(Guid id)
        {
            for (var index = 0; index < steps.Count; index++)
            {
                if (entries[index].Id == id)
                    return steps[index];
            }

            return null;
        }
    }

    private static EntryMark MarkOf(EntryFacts entry, IReadOnlyList<EntryFacts> all)
    {
        if (entry.Id == Guid.Empty)
            return EntryMark.None;
        if (all.Any(other => other.ReversedEntryId == entry.Id))
            return EntryMark.Reversed;
        return entry.Kind != EntryKind.PendingPayment ? EntryMark.None
            : all.Any(other => other.ConfirmsEntryId == entry.Id) ? EntryMark.Arrived : EntryMark.Processing;
    }
}
