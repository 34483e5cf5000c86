namespace FasterMoney.Web.Assistant.Tools;

/// <summary>What the tools are called by models. There are no others.</summary>
public static class ToolNames
{
    public const string InvoiceFacts = "invoice_facts";
    public const string ExplainBalance = "explain_balance";
    public const string FindInvoices = "find_invoices";
    public const string UnavailableLinks = "unavailable_links";
    public const string OverdueNotOpened = "overdue_not_opened";
    public const string WhoOwesMost = "who_owes_most";
    public const string MoneyIn = "money_in";
    public const string DueThisWeek = "due_this_week";
    public const string WhoPaysLate = "who_pays_late";
    public const string DebtAges = "debt_ages";
    public const string FindCustomers = "find_customers";
    public const string CreateMessageDraft = "create_message_draft";
    public const string ProposeFollowUp = "propose_follow_up";
}
