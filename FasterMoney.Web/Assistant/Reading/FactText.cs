using System.Globalization;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>How facts are written for a model: as the workspace shows them, in the site's language.</summary>
public static class FactText
{
    public static LinkReason Of(LinkBlocker blocker) => new(blocker.Sentence, blocker.Advice);

    public static ListedInvoice Listed(Invoice invoice, CultureInfo culture, DateOnly today)
    {
        var statement = InvoiceStatement.Of(invoice, today);
        return new ListedInvoice(
            invoice.Id,
            invoice.Number ?? "",
            Quoted.Of(invoice.BilledTo),
            SiteText.Of(statement.Status),
            BalanceText.Of(statement.Balance, culture),
            SiteText.Date(statement.DueDate, culture));
    }

    public static string Moment(DateTime utc, SiteSession session, CultureInfo culture) =>
        session.Site.ToLocal(utc).ToString("d MMM yyyy, HH:mm", culture);
}
