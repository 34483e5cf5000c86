using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Invoices;

/// <summary>One line of a credit note.</summary>
/// <param name="Description">What is credited, as the customer reads it.</param>
/// <param name="AmountMinor">Minor units above zero, with tax when the invoice's prices include it.</param>
/// <param name="TaxPercent">One of the invoice's rates, in percent.</param>
public sealed record CreditNoteLine(string Description, long AmountMinor, decimal TaxPercent);

/// <summary>What a person enters into a credit note: lines, or one sum that follows the invoice's rates.</summary>
/// <param name="Reason">Why, as the customer reads it.</param>
/// <param name="SumMinor">Minor units with tax; null when there are lines.</param>
/// <param name="Lines">Empty when there is a sum.</param>
/// <param name="PrivateNote">Never shown to customers.</param>
public sealed record CreditNoteContent(string Reason, long? SumMinor, IReadOnlyList<CreditNoteLine> Lines, string PrivateNote = "");

/// <summary>A credit note that is being written. Customers see nothing of it until it is issued.</summary>
public sealed class CreditNoteDraft
{
    private CreditNoteDraft()
    {
    }

    /// <summary>Starts a credit note for an invoice. An unfinished one may be kept as it is.</summary>
    public CreditNoteDraft(Invoice invoice, CreditNoteContent content, Actor actor, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        SiteId = invoice.SiteId;
        InvoiceId = invoice.Id;
        WrittenAt = utcNow;
        Write(content, actor);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    public Guid InvoiceId { get; private set; }

    /// <summary>When it was last written, in UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    public string WrittenBy { get; private set; } = "";

    /// <summary>Grows with each change.</summary>
    public long Version { get; private set; }

    public CreditNoteContent Content { get; private set; } = new("", null, []);

    public void Edit(CreditNoteContent content, Actor actor, DateTime utcNow)
    {
        WrittenAt = utcNow;
        Write(content, actor);
    }

    private void Write(CreditNoteContent content, Actor actor)
    {
        Rules.TextRule.AtMost(content.Reason, 500, nameof(CreditNoteContent.Reason))
            .And(Rules.TextRule.AtMost(content.PrivateNote, 4000, nameof(CreditNoteContent.PrivateNote)))
            .And(Rules.RuleCheck.Unless(content.Lines.Count > InvoiceContent.MostLines, "There are too many lines.", nameof(CreditNoteContent.Lines)))
            .Insist();
        Content = content;
        WrittenBy = actor.Name;
        Version++;
    }
}

/// <summary>A document that takes back part of what was billed, with a number of its own and a public reason.</summary>
public sealed class CreditNote : BalanceEntry
{
    private CreditNote()
    {
    }

    internal CreditNote(
        Invoice invoice, EntryDetails details, InvoiceNumber number, IReadOnlyList<CreditNoteLine> lines, InvoiceTotals totals, Actor actor, DateTime utcNow)
        : base(EntryKind.CreditNote, invoice, details, actor, utcNow)
    {
        (Number, NumberSequence) = (number.ToString(), number.Sequence);
        (Lines, Taxes, NetMinor) = (lines, totals.Taxes, totals.NetMinor);
    }

    /// <summary>From the site's sequence of credit notes, without gaps.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The place in that sequence.</summary>
    public long NumberSequence { get; private set; }

    /// <summary>What is credited; empty when it is one sum.</summary>
    public IReadOnlyList<CreditNoteLine> Lines { get; private set; } = [];

    /// <summary>The tax taken back, a row for each rate.</summary>
    public IReadOnlyList<TaxLine> Taxes { get; private set; } = [];

    /// <summary>Minor units without tax.</summary>
    public long NetMinor { get; private set; }

    /// <summary>What it takes back at a rate in percent; what bears no tax counts at zero.</summary>
    public TaxLine At(decimal percent) => percent == 0
        ? new TaxLine(0, NetMinor - Taxes.Sum(tax => tax.NetMinor), 0)
        : Taxes.FirstOrDefault(tax => tax.Percent == percent) ?? new TaxLine(percent, 0, 0);
}
