using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Invoices;

/// <summary>One line of an invoice. Never changed: editing a draft writes its lines anew.</summary>
public sealed class InvoiceLine
{
    private InvoiceLine()
    {
    }

    internal InvoiceLine(Guid invoiceId, int position, LineContent content, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        InvoiceId = invoiceId;
        Position = position;
        Description = Rules.TextRule.Tidy(content.Description);
        Quantity = content.Quantity;
        UnitPriceMinor = content.UnitPriceMinor;
        DiscountPercent = content.DiscountPercent;
        TaxPercent = content.TaxPercent;
        AmountMinor = InvoiceTotals.LineAmount(content);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public Guid InvoiceId { get; private set; }

    /// <summary>Order on the invoice, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>What was delivered.</summary>
    public string Description { get; private set; } = "";

    /// <summary>How many; not zero.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Minor units, with tax when the invoice's prices include it.</summary>
    public long UnitPriceMinor { get; private set; }

    /// <summary>Percent taken off.</summary>
    public decimal DiscountPercent { get; private set; }

    /// <summary>Rate of tax in percent.</summary>
    public decimal TaxPercent { get; private set; }

    /// <summary>Minor units after discount, with tax when the invoice's prices include it.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>The line as an editor starts with it.</summary>
    public LineContent ToContent() => new(Description, Quantity, UnitPriceMinor, DiscountPercent, TaxPercent);
}
