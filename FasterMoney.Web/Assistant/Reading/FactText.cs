using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>How facts are written for a model: as the workspace shows them, in the site's language.</summary>
public static class FactText
{
    public static LinkReason Of(LinkBlocker blocker) => new(blocker.Sentence, blocker.Advice);

    public static ListedInvoice Listed(Invoice invoice, CultureInfo culture, DateOnly today) => new(
        invoice.Id,
        invoice.Number ?? "",
        Quoted.Of(invoice.BilledTo),
        StateOf(invoice, today),
        SiteText.BalanceOf(invoice, culture),
        SiteText.Date(invoice.DueDate, culture));

    public static string StateOf(Invoice invoice, DateOnly today) => SiteText.StateOf(invoice, today) switch
    {
        ShownState.PartiallyPaid => "Partially paid",
        ShownState.InCredit => "In credit",
        var state => state.ToString(),
    };

    /// <summary>With its sign, so that what lowers a balance can be told from what raises it.</summary>
    public static string Change(long minor, Currency currency, CultureInfo culture) =>
        (minor < 0 ? "−" : minor > 0 ? "+" : "") + new Money(Math.Abs(minor), currency).Format(culture);

    /// <summary>What is in the customer's favour is never written as a negative amount due.</summary>
    public static string Balance(long minor, Currency currency, CultureInfo culture) => minor < 0
        ? $"{new Money(-minor, currency).Format(culture)} in the customer's favour"
        : new Money(minor, currency).Format(culture);

    public static string Moment(DateTime utc, SiteSession session, CultureInfo culture) =>
        session.Site.ToLocal(utc).ToString("d MMM yyyy, HH:mm", culture);
}
