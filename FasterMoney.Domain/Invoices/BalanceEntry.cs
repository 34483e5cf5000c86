using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Invoices;

/// <summary>A record that moves an invoice's balance. Append-only: a mistake is corrected by another entry.</summary>
public abstract class BalanceEntry
{
    private protected BalanceEntry()
    {
    }

    private protected BalanceEntry(EntryKind kind, Invoice invoice, EntryDetails details, Actor actor, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        Kind = kind;
        SiteId = invoice.SiteId;
        InvoiceId = invoice.Id;
        Sequence = invoice.EntryCount + 1;
        CommandId = details.CommandId;
        Date = details.Date;
        AmountMinor = details.AmountMinor;
        PublicText = TextRule.Tidy(details.PublicText);
        PrivateNote = TextRule.Tidy(details.PrivateNote);
        RecordedAt = utcNow;
        RecordedByUserId = actor.UserId;
        RecordedBy = actor.Name;
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public EntryKind Kind { get; private set; }

    public Guid SiteId { get; private set; }

    public Guid InvoiceId { get; private set; }

    /// <summary>Order on the invoice, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>Names the act that recorded it, so that a double click records it once.</summary>
    public Guid CommandId { get; private set; }

    /// <summary>The day it counts for, in the site's time zone.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Minor units; above zero, except that adjustments and reversals have the sign of what they do to the balance.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>The reference or reason that customers read; may be empty for payments and refunds.</summary>
    public string PublicText { get; private set; } = "";

    /// <summary>Never shown to customers.</summary>
    public string PrivateNote { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded it; null for the application.</summary>
    public Guid? RecordedByUserId { get; private set; }

    /// <summary>The name of who recorded it. Never shown to customers.</summary>
    public string RecordedBy { get; private set; } = "";

    /// <summary>What it does to the balance due, in minor units.</summary>
    public long EffectMinor => Kind.EffectOf(AmountMinor);
}

/// <summary>What a person enters about an entry.</summary>
/// <param name="CommandId">A new id for each act; the same id is recorded once.</param>
/// <param name="Date">The day it counts for, in the site's time zone.</param>
/// <param name="AmountMinor">Minor units.</param>
/// <param name="PublicText">What customers read about it.</param>
/// <param name="PrivateNote">Never shown to customers.</param>
public sealed record EntryDetails(Guid CommandId, DateOnly Date, long AmountMinor, string PublicText = "", string PrivateNote = "");
