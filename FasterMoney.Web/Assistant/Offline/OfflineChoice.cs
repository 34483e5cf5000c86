using FasterMoney.Web.Assistant.Facts;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>The one invoice of several that a question can only mean.</summary>
public static class OfflineChoice
{
    private static readonly string[] Owed = ["Unpaid", "Partially paid", "Overdue"];

    /// <summary>Null when it could be more than one: then the person says which.</summary>
    public static ListedInvoice? Of(FoundInvoices found, Question question)
    {
        if (found.HasMore)
            return null;
        var words = question.When.Split(' ');
        var candidates = found.Invoices;
        if (words.Intersect(["latest", "newest", "recent"]).Any())
            return candidates.Count > 0 ? candidates[0] : null;
        if (words.Intersect(["overdue", "late"]).Any())
            candidates = [.. candidates.Where(invoice => invoice.State == "Overdue")];
        return Only(candidates) ?? Only([.. candidates.Where(invoice => Owed.Contains(invoice.State))]);
    }

    private static ListedInvoice? Only(IReadOnlyList<ListedInvoice> invoices) => invoices.Count == 1 ? invoices[0] : null;
}
