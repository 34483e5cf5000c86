using System.Globalization;
using System.Text;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>How the built-in assistant tells a list.</summary>
public static class OfflineLists
{
    public static string Of(UnavailableLinks found)
    {
        var text = new StringBuilder();
        if (found.OfSite.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Every link of the business is unavailable. {Say(found.OfSite)}");
            if (found.OwedCount > 0)
                text.Append(CultureInfo.InvariantCulture, $" That concerns {Count(found.OwedCount, "sent invoice")} still to be paid:");
        }
        else if (found.OwedCount == 0)
        {
            text.Append("Every sent invoice that is still to be paid has a portal link that works.");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{Capital(Count(found.OwedCount, "sent invoice"))} still to be paid {Counted.Fitting(found.OwedCount, "has", "have")} a portal link that cannot be used:");
        }

        foreach (var each in found.Owed)
            text.Append(CultureInfo.InvariantCulture, $"\n- {each.Invoice.Invoice}, {each.Invoice.Customer}, {each.Invoice.BalanceDue} due {each.Invoice.Due}{(each.Reasons.Count > 0 ? $": {Say(each.Reasons)}" : "")}");
        if (found.OwedCount > found.Owed.Count)
            text.Append(CultureInfo.InvariantCulture, $"\n- and {More(found.OwedCount - found.Owed.Count, found.OwedCount)}.");
        if (found.SettledCount > 0)
        {
            text.Append(found.OfSite.Count > 0
                ? $"\nBesides, {Count(found.SettledCount, "sent invoice")} with nothing left to pay."
                : $"\nBesides, the links of {Count(found.SettledCount, "settled invoice")} have ended, as links do some time after nothing is left to pay.");
        }

        return text.ToString();
    }

    public static string Of(UnopenedOverdue found)
    {
        if (found.InvoiceCount == 0)
            return "None: every overdue invoice was opened by its customer, or nothing is overdue.";
        var text = new StringBuilder($"{Capital(Count(found.InvoiceCount, "overdue invoice"))} {Counted.Fitting(found.InvoiceCount, "was", "were")} not opened by the customer, as far as one can tell:");
        foreach (var customer in found.Customers)
        {
            foreach (var each in customer.Invoices)
            {
                var link = !each.LinkAvailable ? "; its portal link cannot be used now" : each.LinkCopied ? "" : "; its link was never copied here";
                text.Append(CultureInfo.InvariantCulture, $"\n- {customer.Customer}: {each.Invoice.Invoice}, {each.Invoice.BalanceDue}, due {each.Invoice.Due}, {Counted.InWords(each.DaysOverdue, "day")} overdue{link}");
            }
        }

        if (found.InvoiceCount > found.ShownCount)
            text.Append(CultureInfo.InvariantCulture, $"\n- and {More(found.InvoiceCount - found.ShownCount, found.InvoiceCount)}.");
        return text.Append("\nName one of them and I draft a message for it.").ToString();
    }

    private static string Say(IEnumerable<LinkReason> reasons) => string.Join(" ", reasons.Select(reason => $"{reason.Reason} {reason.Fix}"));

    private static string Count(int count, string what) => count == UnavailableLinks.MostCounted
        ? $"{count} or more {what}s"
        : Counted.InWords(count, what);

    private static string More(int rest, int count) => count == UnavailableLinks.MostCounted ? "many more" : $"{rest} more";

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
