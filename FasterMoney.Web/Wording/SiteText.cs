using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Web.Wording;

/// <summary>How the workspace writes what the domain holds, in the site's language.</summary>
public static class SiteText
{
    public static CultureInfo CultureOf(Site site) => CultureInfo.GetCultureInfo(site.Language);

    public static string Date(DateOnly date, CultureInfo culture) => date.ToString("d MMM yyyy", culture);

    /// <summary>What is owed; what is in the customer's favour is never written as a negative amount due.</summary>
    public static string BalanceOf(Invoice invoice, CultureInfo culture) => invoice switch
    {
        { SendState: SendState.Void } => Money.Zero(invoice.Currency).Format(culture),
        { BalanceDue.IsNegative: true } => $"{invoice.BalanceDue.Absolute.Format(culture)} credit",
        _ => invoice.BalanceDue.Format(culture),
    };

    public static ShownState StateOf(Invoice invoice, DateOnly today) => invoice.SendState switch
    {
        SendState.Draft => ShownState.Draft,
        SendState.Void => ShownState.Void,
        _ => invoice.PaymentStateOn(today) switch
        {
            PaymentState.PartiallyPaid => ShownState.PartiallyPaid,
            PaymentState.Paid => ShownState.Paid,
            PaymentState.Overdue => ShownState.Overdue,
            PaymentState.Refunded => ShownState.Refunded,
            PaymentState.InCredit => ShownState.InCredit,
            _ => ShownState.Unpaid,
        },
    };
}
