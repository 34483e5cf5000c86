using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Workspace.Entries;

/// <summary>A credit note as it is typed.</summary>
public sealed class CreditNoteForm
{
    /// <summary>Of the draft that it goes on from; null when there was none.</summary>
    public long? DraftVersion { get; set; }

    public bool HasLines { get; set; }

    public string? Sum { get; set; }

    public List<CreditNoteLineForm> Lines { get; } = [];

    public string Reason { get; set; } = "";

    public string PrivateNote { get; set; } = "";

    /// <summary>Starts a new one, or goes on with the one that was kept.</summary>
    public void Start(InvoiceLedger ledger)
    {
        if (ledger.Draft?.Content is not { } kept)
            return;

        (Reason, PrivateNote, HasLines) = (kept.Reason, kept.PrivateNote, kept.Lines.Count > 0);
        Sum = kept.SumMinor is { } sum ? TypedMoney.Write(sum, ledger.Currency, ledger.Culture) : null;
        Lines.Clear();
        Lines.AddRange(kept.Lines.Select(line => LineOf(line, ledger)));
    }

    /// <summary>Starts from the invoice's lines, with what is left of each.</summary>
    public void TakeLines(InvoiceLedger ledger)
    {
        HasLines = true;
        if (Lines.Count > 0)
            return;

        Lines.AddRange(ledger.Invoice.CreditableLines().Select(line => LineOf(line, ledger)));
        if (Lines.Count == 0)
            Add(ledger);
    }

    public void Add(InvoiceLedger ledger) => Lines.Add(new CreditNoteLineForm { TaxPercent = RatesOf(ledger)[0] });

    /// <summary>The rates that its lines may have.</summary>
    public static IReadOnlyList<decimal> RatesOf(InvoiceLedger ledger) =>
        [.. ledger.Invoice.Lines.Select(line => line.TaxPercent).Distinct().OrderDescending()];

    /// <summary>
    /// What was typed so far, what cannot be read of it, and what is still missing: a draft may be kept with things missing.
    /// </summary>
    public (CreditNoteContent Content, RuleCheck Unreadable, RuleCheck Missing) Read(InvoiceLedger ledger)
    {
        var (unreadable, missing) = (RuleCheck.Allowed, RuleCheck.Allowed);
        var sum = HasLines ? null : Amount(Sum, nameof(CreditNoteContent.SumMinor));
        var lines = HasLines
            ? Lines.Select((line, index) => new CreditNoteLine(
                TextRule.Tidy(line.Description), Amount(line.Amount, FieldOf(index, nameof(CreditNoteLine.AmountMinor))) ?? 0, line.TaxPercent)).ToList()
            : [];
        return (new CreditNoteContent(TextRule.Tidy(Reason), sum, lines, TextRule.Tidy(PrivateNote)), unreadable, missing);

        long? Amount(string? text, string field)
        {
            var (minor, check) = TypedMoney.Read(text, ledger.Currency, ledger.Culture, field);
            if (string.IsNullOrWhiteSpace(text))
                missing = missing.And(check);
            else
                unreadable = unreadable.And(check);

            return minor;
        }
    }

    private static CreditNoteLineForm LineOf(CreditNoteLine line, InvoiceLedger ledger) => new()
    {
        Description = line.Description,
        Amount = line.AmountMinor == 0 ? null : TypedMoney.Write(line.AmountMinor, ledger.Currency, ledger.Culture),
        TaxPercent = line.TaxPercent,
    };

    public static string FieldOf(int index, string name) => $"{nameof(CreditNoteContent.Lines)}[{index}].{name}";
}

/// <summary>One line as it is typed.</summary>
public sealed class CreditNoteLineForm
{
    /// <summary>Tells lines apart while others are removed.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    public string? Description { get; set; }

    public string? Amount { get; set; }

    public decimal TaxPercent { get; set; }
}
