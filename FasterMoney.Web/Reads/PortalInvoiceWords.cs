using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Reads;

public enum PortalTone
{
    Due,
    Partly,
    Overdue,
    Paid,
    Credit,
    Cancelled,
}

/// <summary>A term, and what stands beside it.</summary>
public sealed record PortalDetail(string Term, string Value);

/// <summary>What page and document say of an invoice beyond its bare figures, so that they say the same.</summary>
public sealed class PortalInvoiceWords(PortalInvoice invoice, PortalLanguage language)
{
    private PortalText Text => language.Text;

    private InvoiceStatement Statement => invoice.Statement;

    public bool HasDiscounts { get; } = invoice.Lines.Any(line => line.DiscountPercent != 0);

    public bool HasTaxes { get; } = invoice.Taxes.Any(tax => tax.Percent != 0);

    public bool TellsHowToPay => Statement.IsOwed && invoice.Head.PaymentInstructions.Length > 0;

    /// <summary>The name in the register where there is one.</summary>
    public string BusinessName => invoice.Head.Business.LegalName is { Length: > 0 } legal ? legal : invoice.Head.Business.Name;

    /// <summary>What the tax is called.</summary>
    public string Tax { get; } = language.Tax(invoice.Head.TaxName);

    /// <summary>What stands below the customer's name.</summary>
    public string BilledTo => WithTaxNumber(invoice.Head.CustomerAddress, invoice.Head.CustomerTaxNumber);

    /// <summary>What stands below the business's name.</summary>
    public string From => WithTaxNumber(invoice.Head.Business.Address, invoice.Head.Business.TaxNumber);

    /// <summary>What stands below the title.</summary>
    public IEnumerable<PortalDetail> Heading => new PortalDetail[]
    {
        new(Text.Issued, language.Date(invoice.Head.IssueDate)),
        new(Text.Reference, invoice.Head.Texts.Reference),
        new(Text.ServicePeriod, invoice.Head.Texts.ServicePeriod),
    }.Where(detail => detail.Value.Length > 0);

    /// <summary>
    /// The way from the amount to the balance due, for a reader who adds it up: what moved it has its sign, and credits and what was paid
    /// are taken off. What was given back is no part of what was paid.
    /// </summary>
    public IReadOnlyList<PortalDetail> Figures { get; } =
    [
        new(language.Text.Amount, language.Money(invoice.Statement.Amount)),
        .. Moved(language.Text.Adjustments, invoice.Statement.Adjustments, language.Change),
        .. Moved(language.Text.Credits, invoice.Statement.Credits, language.Money),
        .. Moved(language.Text.Cancellation, invoice.Statement.Cancellation?.Effect, language.Change),
        new(language.Text.Paid, language.Money(invoice.Statement.Paid)),
    ];

    /// <summary>Where the figures lead.</summary>
    public PortalDetail BalanceDue { get; } = new(language.Text.BalanceDue, language.Money(invoice.Statement.BalanceDue));

    public PortalTone Tone => Statement.Status switch
    {
        InvoiceStatus.Overdue => PortalTone.Overdue,
        InvoiceStatus.Paid => PortalTone.Paid,
        InvoiceStatus.InCredit or InvoiceStatus.Refunded => PortalTone.Credit,
        InvoiceStatus.Void => PortalTone.Cancelled,
        _ => Statement.IsPartlyPaid ? PortalTone.Partly : PortalTone.Due,
    };

    public string Status
    {
        get
        {
            var words = Statement.Status switch
            {
                InvoiceStatus.Overdue => Text.OverdueBy(-Statement.DaysLeft),
                InvoiceStatus.Paid => Statement.PaidOn is { } day ? Text.PaidOn(language.Date(day)) : Text.Settled,
                InvoiceStatus.Refunded => Text.Refunded,
                InvoiceStatus.InCredit => Text.InCredit(language.Balance(Statement.Balance)),
                InvoiceStatus.Void => Text.Cancelled,
                _ => Statement.DaysLeft == 0 ? Text.DueToday : Text.DueIn(Statement.DaysLeft),
            };
            return Statement.IsPartlyPaid ? $"{Text.PartiallyPaid} · {words}" : words;
        }
    }

    /// <summary>What a customer must not overlook: cancelled, corrected since they looked, a payment on its way.</summary>
    public IEnumerable<string> Notices
    {
        get
        {
            if (Statement.Status == InvoiceStatus.Void)
                yield return Text.NothingToPay;
            if (!Statement.Processing.IsZero)
                yield return Text.Processing(language.Money(Statement.Processing));
            if (invoice.CorrectedOn is { } day)
                yield return Text.CorrectedOn(language.Date(day));
        }
    }

    private static PortalDetail[] Moved(string term, Money? amount, Func<Money, string> write) =>
        amount is { IsZero: false } moved ? [new(term, write(moved))] : [];

    private string WithTaxNumber(string address, string number) =>
        string.Join('\n', new[] { address, number.Length > 0 ? Text.Named(Text.TaxNumber, number) : "" }.Where(part => part.Length > 0));

    public string TaxOn(PortalTax tax) => Text.TaxOn(Tax, language.Percent(tax.Percent), language.Money(tax.Net));

    public string DiscountOf(PortalLine line) => line.DiscountPercent == 0 ? "" : language.Percent(line.DiscountPercent);
}
