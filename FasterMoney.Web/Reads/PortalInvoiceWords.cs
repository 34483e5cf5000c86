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

/// <summary>What page and document say of an invoice beyond its bare figures, so that they say the same.</summary>
public sealed class PortalInvoiceWords(PortalInvoice invoice, PortalLanguage language)
{
    private PortalText Text => language.Text;

    public bool HasDiscounts { get; } = invoice.Lines.Any(line => line.DiscountPercent != 0);

    public bool HasTaxes { get; } = invoice.Taxes.Any(tax => tax.Percent != 0);

    public bool TellsHowToPay => invoice.IsPayable && invoice.PaymentInstructions.Length > 0;

    /// <summary>The name in the register where there is one.</summary>
    public string BusinessName => invoice.Business.LegalName is { Length: > 0 } legal ? legal : invoice.Business.Name;

    public PortalTone Tone => invoice.Status switch
    {
        PortalStatus.Overdue => PortalTone.Overdue,
        PortalStatus.Paid => PortalTone.Paid,
        PortalStatus.InCredit or PortalStatus.Refunded => PortalTone.Credit,
        PortalStatus.Cancelled => PortalTone.Cancelled,
        _ => invoice.PartiallyPaid ? PortalTone.Partly : PortalTone.Due,
    };

    public string Status
    {
        get
        {
            var words = invoice.Status switch
            {
                PortalStatus.Due => Text.DueIn(invoice.Days),
                PortalStatus.DueToday => Text.DueToday,
                PortalStatus.Overdue => Text.OverdueBy(invoice.Days),
                PortalStatus.Paid => invoice.SettledOn is { } day ? Text.PaidOn(language.Date(day)) : Text.Settled,
                PortalStatus.Refunded => Text.Refunded,
                PortalStatus.InCredit => Text.InCredit(language.Money(invoice.Credit)),
                _ => Text.Cancelled,
            };
            return invoice.PartiallyPaid && invoice.IsPayable ? $"{Text.PartiallyPaid} · {words}" : words;
        }
    }

    /// <summary>What a customer must not overlook: cancelled, corrected since they looked, a payment on its way.</summary>
    public IEnumerable<string> Notices
    {
        get
        {
            if (invoice.Status == PortalStatus.Cancelled)
                yield return Text.NothingToPay;
            if (!invoice.Processing.IsZero)
                yield return Text.Processing(language.Money(invoice.Processing));
            if (invoice.CorrectedOn is { } day)
                yield return Text.CorrectedOn(language.Date(day));
        }
    }

    public string DiscountOf(PortalLine line) => line.DiscountPercent == 0 ? "" : language.Percent(line.DiscountPercent);
}
