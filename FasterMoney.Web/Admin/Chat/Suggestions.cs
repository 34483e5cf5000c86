namespace FasterMoney.Web.Admin.Chat;

/// <summary>Questions to start with.</summary>
public static class Suggestions
{
    public static IReadOnlyList<string> For(bool isAboutInvoice, bool mayWrite) => (isAboutInvoice, mayWrite) switch
    {
        (true, true) =>
        [
            "Does this invoice have a customer portal link, and if not, why?",
            "Find the portal link for this sent invoice and draft a short message to review",
            "Prepare a payment follow-up with the portal link, but send nothing",
            "Explain this balance to me",
            "Draft the message about a corrected balance",
        ],
        (true, false) => ["Does this invoice have a customer portal link, and if not, why?", "Explain this balance to me"],
        _ => ["Who owes us most?", "What came in this month?", "Which sent invoices have an unavailable link?", "Which overdue customers have not opened their invoice?", "What can you do?"],
    };
}
