using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;

namespace FasterMoney.Domain.Statements;

/// <summary>That a balance was corrected after it had been read.</summary>
/// <param name="At">The last correction's moment, in UTC.</param>
/// <param name="Effect">What all corrections since did to the balance together; below zero is in the customer's favour.</param>
public sealed record Correction(DateTime At, Money Effect);

/// <summary>
/// Everything that a person reads about an invoice's money, made once. List, drawer, dialogs, the customer's page, document, messages,
/// assistant and export say what it says; nobody else derives a status, a sign or a correction.
/// </summary>
public sealed class InvoiceStatement
{
    private readonly StatementFacts _facts;

    /// <summary>Makes the statement of these facts.</summary>
    public InvoiceStatement(StatementFacts facts)
    {
        _facts = facts;
        Balance = In(facts.SendState == SendState.Void ? 0 : facts.Balance.DueMinor);
        Status = StatusOf(facts);
    }

    /// <summary>The statement of an invoice on a day at its site. Without its entries loaded it says nothing of single entries.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="today">The day at the site.</param>
    /// <param name="entries">Its entries, when they are not loaded with it.</param>
    public static InvoiceStatement Of(Invoice invoice, DateOnly today, IReadOnlyList<EntryFacts>? entries = null) => new(new StatementFacts
    {
        Currency = invoice.Currency,
        SendState = invoice.SendState,
        DueDate = invoice.DueDate,
        SettledOn = invoice.SettledOn,
        VoidedOn = invoice.VoidedOn,
        Balance = invoice.Balance,
        PendingMinor = invoice.PendingMinor,
        Today = today,
        Entries = entries ?? (invoice.Entries.Count == invoice.EntryCount ? Recorded(invoice.Entries) : null),
    });

    /// <summary>The facts of entries, in the order in which they were recorded.</summary>
    public static IReadOnlyList<EntryFacts> Recorded(IEnumerable<BalanceEntry> entries) => [.. entries.OrderBy(entry => entry.Sequence).Select(EntryFacts.Of)];

    /// <summary>The one word for how it stands.</summary>
    public InvoiceStatus Status { get; }

    /// <summary>Of all amounts.</summary>
    public Currency Currency => _facts.Currency;

    /// <summary>In the site's time zone.</summary>
    public DateOnly DueDate => _facts.DueDate;

    /// <summary>Days until the due date; below zero past it.</summary>
    public int DaysLeft => DueDate.DayNumber - _facts.Today.DayNumber;

    /// <summary>True while the customer has something to pay.</summary>
    public bool IsOwed => Status is InvoiceStatus.Unpaid or InvoiceStatus.PartiallyPaid or InvoiceStatus.Overdue;

    /// <summary>True while something, but not everything, has been paid; late or not.</summary>
    public bool IsPartlyPaid => IsOwed && Paid.IsPositive;

    /// <summary>What was billed, with tax.</summary>
    public Money Amount => In(_facts.Balance.TotalMinor);

    /// <summary>Changes up (above zero) and down together.</summary>
    public Money Adjustments => In(_facts.Balance.AdjustedMinor);

    /// <summary>What was taken back by credit notes.</summary>
    public Money Credits => In(_facts.Balance.CreditedMinor);

    /// <summary>What was paid and not given back.</summary>
    public Money Paid => In(_facts.Balance.NetPaidMinor);

    /// <summary>What was given back.</summary>
    public Money Refunded => In(_facts.Balance.RefundedMinor);

    /// <summary>Payments on their way; no part of the balance.</summary>
    public Money Processing => In(Status == InvoiceStatus.Void ? 0 : _facts.PendingMinor);

    /// <summary>Where it all leads: above zero is owed, below zero is credit in the customer's favour, and void is nothing.</summary>
    public Money Balance { get; }

    /// <summary>What is to be paid; never below zero.</summary>
    public Money BalanceDue => In(Math.Max(0, Balance.Minor));

    /// <summary>What the business owes the customer; zero as a rule.</summary>
    public Money Credit => In(Math.Max(0, -Balance.Minor));

    /// <summary>The day of the entry that settled it; null while something is open, and when nothing was paid, as when all of it was credited.</summary>
    public DateOnly? PaidOn => _facts.Balance.PaidMinor > 0 ? _facts.SettledOn : null;

    /// <summary>The recorded entries in order, with the balance after each.</summary>
    /// <exception cref="InvalidOperationException">The entries were not read.</exception>
    public IReadOnlyList<StatementEntry> Entries => field ??= StatementEntry.Run(Amount, Read);

    /// <summary>What brings a void invoice's history to nothing; null where there is nothing to bring.</summary>
    public StatementEntry? Cancellation => _facts.VoidedOn is { } day && _facts.Balance.DueMinor is not 0 and var open
        ? new StatementEntry(Read.Count + 1, EntryKind.Cancellation, day, In(-open), In(-open), In(0))
        : null;

    /// <summary>What customers read of the history: the entries that move the balance.</summary>
    public IReadOnlyList<StatementEntry> PublicEntries => field ??=
        [.. Entries.Where(entry => entry.MovesBalance), .. Cancellation is { } end ? [end] : Array.Empty<StatementEntry>()];

    /// <summary>Whether anything ever corrected it.</summary>
    public bool HasCorrections => Read.Any(entry => entry.IsCorrection);

    /// <summary>That it was corrected since a customer first opened the page; null when it was not.</summary>
    public Correction? Corrected => CorrectedSince(_facts.FirstOpened);

    /// <summary>That it was corrected after it was seen; null when it was not, or never seen.</summary>
    /// <param name="seen">UTC.</param>
    public Correction? CorrectedSince(DateTime? seen)
    {
        var since = Read.Where(entry => entry.IsCorrection && entry.RecordedAt > seen).ToList();
        return since.Count == 0 ? null : new Correction(since.Max(entry => entry.RecordedAt), In(since.Sum(entry => entry.EffectMinor)));
    }

    /// <summary>The entry that would be recorded, with the balance that it would leave.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="date">The day it counts for.</param>
    /// <param name="amountMinor">Minor units, as they would be recorded.</param>
    /// <param name="publicText">What customers would read.</param>
    /// <param name="number">A credit note's own.</param>
    /// <exception cref="OverflowException">The balance does not fit.</exception>
    public StatementEntry Proposed(EntryKind kind, DateOnly date, long amountMinor, string publicText, string? number = null)
    {
        var effect = In(kind.EffectOf(amountMinor));
        return new StatementEntry(Read.Count + 1, kind, date, In(amountMinor), effect, Balance + effect, number, publicText);
    }

    /// <summary>The entry that would take another one back.</summary>
    /// <param name="wrong">A recorded entry.</param>
    /// <param name="date">The day it counts for.</param>
    /// <param name="publicText">What customers would read.</param>
    public StatementEntry ProposedReversal(BalanceEntry wrong, DateOnly date, string publicText) =>
        Proposed(EntryKind.Reversal, date, -wrong.EffectMinor, publicText);

    private IReadOnlyList<EntryFacts> Read => _facts.Entries ?? throw new InvalidOperationException("The statement was made without the invoice's entries.");

    private Money In(long minor) => new(minor, _facts.Currency);

    // Overdue turns after the due date has passed in the site's time zone.
    private static InvoiceStatus StatusOf(StatementFacts facts) => facts.SendState switch
    {
        SendState.Draft => InvoiceStatus.Draft,
        SendState.Void => InvoiceStatus.Void,
        _ => facts.Balance.DueMinor switch
        {
            < 0 => InvoiceStatus.InCredit,
            0 when facts.Balance.PaidMinor > 0 && facts.Balance.NetPaidMinor == 0 => InvoiceStatus.Refunded,
            0 => InvoiceStatus.Paid,
            _ when facts.DueDate < facts.Today => InvoiceStatus.Overdue,
            _ when facts.Balance.NetPaidMinor > 0 => InvoiceStatus.PartiallyPaid,
            _ => InvoiceStatus.Unpaid,
        },
    };
}
