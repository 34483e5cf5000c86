using System.ComponentModel;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Reading;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>Looks over the whole business. Lists are short; their counts are of everything.</summary>
public sealed class BusinessTools(Subject subject, ToolLog log, LinkReads links, OverdueReads overdue, CustomerReads customers)
{
    [Description("Sent invoices whose customer portal link cannot be used now, with the reasons and what fixes each.")]
    public async Task<object> UnavailableLinks(CancellationToken cancellationToken)
    {
        var found = await links.UnavailableAsync(subject.Caller, cancellationToken);
        log.Looked("Checked the portal links of sent invoices");
        return found with { Owed = [.. found.Owed.Select(each => each with { Invoice = subject.Named(each.Invoice) })] };
    }

    [Description("Customers with overdue invoices that they have not opened, the longest overdue first.")]
    public async Task<object> OverdueNotOpened(CancellationToken cancellationToken)
    {
        var found = await overdue.NotOpenedAsync(subject.Caller, cancellationToken);
        log.Looked("Checked which overdue invoices were opened");
        return found with
        {
            Customers = [.. found.Customers.Select(customer => customer with
            {
                Invoices = [.. customer.Invoices.Select(each => each with { Invoice = subject.Named(each.Invoice) })],
            })],
        };
    }

    [Description("Finds customers of this business by name or contact. Gives at most ten.")]
    public async Task<object> FindCustomers(
        [Description("A part of the name.")] string search, CancellationToken cancellationToken)
    {
        var found = await customers.SearchAsync(subject.Caller, InvoiceTools.Limited(search), cancellationToken);
        log.Looked("Searched the customers");
        return found;
    }
}
