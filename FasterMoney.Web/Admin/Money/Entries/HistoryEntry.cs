using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Admin.Workspace.Entries;

/// <summary>The way from an invoice's total to what is owed, as the drawer shows it.</summary>
public sealed record ShownHistory(string Total, string Issued, IReadOnlyList<HistoryEntry> Entries, string? Voided, string BalanceName, string Balance)
{
    public static ShownHistory Of(Invoice invoice, InvoiceStatement statement, CultureInfo culture) => new(
        statement.Amount.Format(culture),
        SiteText.Date(invoice.IssueDate, culture),
        [.. invoice.Entries.OrderBy(entry => entry.Sequence).Select(entry => HistoryEntry.Of(invoice, entry, statement, culture))],
        statement.Cancellation is { } end ? SiteText.Change(end.Effect, culture) : null,
        statement.Credit.IsZero ? "Balance due" : "Balance",
        BalanceText.Of(statement.Balance, culture));
}

/// <summary>One entry of the balance history. Amounts and dates are already written in the site's language.</summary>
public sealed record HistoryEntry
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    /// <summary>With the method, if it came or comes in somehow.</summary>
    public required string Date { get; init; }

    /// <summary>What the customer reads beside it.</summary>
    public string PublicText { get; init; } = "";

    /// <summary>How it hangs together with other entries, and what is in it, in sentences.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
    public required string Amount { get; init; }
    public required string Balance { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Never shown to customers.</summary>
    public string PrivateNote { get; init; } = "";
    public EntryMark Mark { get; init; }

    /// <summary>Null for what is never reversed.</summary>
    public RuleCheck? CanReverse { get; init; }

    /// <summary>Null for what is not processing.</summary>
    public RuleCheck? CanConfirm { get; init; }

    public static HistoryEntry Of(Invoice invoice, BalanceEntry entry, InvoiceStatement statement, CultureInfo culture)
    {
        var said = statement.Entries[entry.Sequence - 1];
        return new HistoryEntry
        {
            Id = entry.Id,
            Name = EntryText.NameOf(said),
            Date = MethodOf(entry) is { } method ? $"{SiteText.Date(said.Date, culture)} · {EntryText.NameOf(method)}" : SiteText.Date(said.Date, culture),
            PublicText = said.PublicText,
            Links = [.. LinksOf(invoice, entry, statement, culture)],
            Amount = SiteText.Amount(said, culture),
            Balance = BalanceText.Of(said.Balance, culture),
            RecordedBy = entry.RecordedBy,
            RecordedAt = entry.RecordedAt,
            PrivateNote = entry.PrivateNote,
            Mark = said.Mark,
            CanReverse = said.Kind == EntryKind.Reversal ? null : invoice.CanReverse(entry),
            CanConfirm = entry is PendingPayment pending && said.Mark == EntryMark.Processing ? invoice.CanConfirm(pending) : null,
        };
    }

    private static PaymentMethod? MethodOf(BalanceEntry entry) => entry switch
    {
        Payment payment => payment.Method,
        PendingPayment pending => pending.Method,
        _ => null,
    };

    private static IEnumerable<string> LinksOf(Invoice invoice, BalanceEntry entry, InvoiceStatement statement, CultureInfo culture)
    {
        switch (entry)
        {
            case Payment payment:
                if (invoice.Entries.FirstOrDefault(other => other.Id == payment.ConfirmsEntryId) is { } announced)
                    yield return $"Was processing since {SiteText.Date(announced.Date, culture)}.";

                break;
            case PendingPayment pending:
                if (invoice.Entries.OfType<Payment>().FirstOrDefault(other => other.ConfirmsEntryId == pending.Id) is { } arrival)
                    yield return $"Arrived on {SiteText.Date(arrival.Date, culture)}.";

                break;
            case Refund refund:
                yield return $"Gives back of: {Point(refund.PaymentId)}.";
                break;
            case CreditNote note when note.Taxes.Count > 0:
                yield return string.Join(", ", note.Taxes.Select(tax =>
                    $"tax {tax.Percent.ToString("0.###", culture)} % {Say(tax.TaxMinor)}").Prepend($"Net {Say(note.NetMinor)}")) + ".";
                break;
            case Reversal reversal:
                yield return $"Takes back: {Point(reversal.ReversedEntryId)}.";
                break;
            default:
                break;
        }

        if (invoice.Entries.OfType<Reversal>().FirstOrDefault(other => other.ReversedEntryId == entry.Id) is { } taken)
            yield return $"Reversed on {SiteText.Date(taken.Date, culture)}: {taken.PublicText}";

        string Say(long minor) => new Money(minor, invoice.Currency).Format(culture);

        string Point(Guid id) => EntryText.Point(statement.Entries[invoice.Entries.Single(known => known.Id == id).Sequence - 1], culture);
    }
}

/// <summary>A credit note that is being written.</summary>
public sealed record DraftCreditNote(string Reason, string? Credit, string WrittenBy, DateTime WrittenAt, string PrivateNote)
{
    public static DraftCreditNote Of(CreditNoteDraft draft, Invoice invoice, CultureInfo culture) => new(
        draft.Content.Reason,
        Total(draft.Content, invoice) is { } total and > 0 ? new Money(total, invoice.Currency).Format(culture) : null,
        draft.WrittenBy,
        draft.WrittenAt,
        draft.Content.PrivateNote);

    private static long? Total(CreditNoteContent content, Invoice invoice)
    {
        try
        {
            return CreditNoteTotals.Of(invoice, content).TotalMinor;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
