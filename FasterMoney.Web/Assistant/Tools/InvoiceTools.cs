using System.ComponentModel;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Reading;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>Looks at one invoice, or for one.</summary>
public sealed class InvoiceTools(Subject subject, ToolLog log, InvoiceReads invoices, BalanceReads balances)
{
    [Description("Facts about one invoice: state, amounts, dates, lines, whether its customer portal link may be used and if not why and what fixes it, and whether the customer opened it.")]
    public async Task<object> InvoiceFacts(
        [Description("The invoice's number, 'this' for the invoice that is open, or 'last' for the one looked at last.")] string invoice, CancellationToken cancellationToken)
    {
        var (id, refusal) = await subject.ResolveAsync(invoice, cancellationToken);
        if (refusal is not null || await invoices.FindAsync(subject.Caller, id, cancellationToken) is not { } facts)
            return refusal ?? Gone;
        facts = facts with { Invoice = subject.NameOf(id, facts.Invoice) };
        log.Looked($"Looked up {facts.Invoice} and its portal link");
        return facts;
    }

    [Description("How the balance of one invoice came about: its total and every payment, refund, credit note, adjustment and reversal, with the balance after each.")]
    public async Task<object> ExplainBalance(
        [Description("The invoice's number, 'this' for the invoice that is open, or 'last' for the one looked at last.")] string invoice, CancellationToken cancellationToken)
    {
        var (id, refusal) = await subject.ResolveAsync(invoice, cancellationToken);
        if (refusal is not null || await balances.ExplainAsync(subject.Caller, id, cancellationToken) is not { } facts)
            return refusal ?? Gone;
        facts = facts with { Invoice = subject.NameOf(id, facts.Invoice) };
        log.Looked($"Read the balance history of {facts.Invoice}");
        return facts;
    }

    [Description("Finds invoices of this business by number, customer name, the customer's reference, or amount. Gives the newest ten.")]
    public async Task<object> FindInvoices(
        [Description("What to search for, such as a customer's name. Empty for the newest invoices.")] string search, CancellationToken cancellationToken)
    {
        var found = await invoices.SearchAsync(subject.Caller, Limited(search), cancellationToken);
        log.Looked("Searched the invoices");
        return found with { Invoices = [.. found.Invoices.Select(subject.Named)] };
    }

    internal static Refusal Gone { get; } = new("This invoice is not here any more.");

    internal static string Limited(string search) => search.Length > 100 ? search[..100] : search;
}
