using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Csv;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>The list as a file: every invoice that matches, in the list's order, row by row as the database gives them.</summary>
public sealed class MoneyExport(SiteDoor door)
{
    private static readonly string[] Columns =
    [
        "invoice_number", "customer_id", "customer", "send_state", "payment_state", "issue_date", "due_date", "settled_on", "currency",
        "net", "total", "adjustments", "credit_notes", "payments", "refunds", "balance_due", "reference",
    ];

    /// <summary>Writes the file. Nothing is written for who does not belong to the site.</summary>
    public async Task WriteAsync(Caller caller, MoneyFilter filter, Stream output, CancellationToken cancellationToken = default)
    {
        await using var work = await door.ReadAsync(caller, cancellationToken);
        var (db, site, today) = (work.Db, work.Site, work.Site.Today(work.Now));
        var matching = filter.Search.Length > 0
            ? await InvoiceSearch.MatchingAsync(db, site.Id, filter.Search, cancellationToken)
            : db.Invoices.Where(invoice => invoice.SiteId == site.Id);
        var ordered = MoneyRows.Ordered(db, MoneyRows.InState(matching, filter.State, today), filter, site, today);
        var rows = ordered.Select(invoice => new
        {
            Invoice = invoice,
            CustomerId = db.Customers.Where(customer => customer.Id == invoice.CustomerId && customer.SiteId == site.Id).Select(customer => customer.ExternalId).FirstOrDefault(),
        });

        await using var lines = new CsvLines(output);
        foreach (var column in Columns)
        {
            lines.Text(column);
        }

        await lines.EndRowAsync();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var (invoice, currency) = (row.Invoice, row.Invoice.Currency);
            lines.Text(invoice.Number).Text(row.CustomerId).Text(invoice.BilledTo)
                .Text(invoice.SendState.ToString()).Text(invoice.SendState == SendState.Sent ? invoice.PaymentStateOn(today).ToString() : "")
                .Date(invoice.IssueDate).Date(invoice.DueDate).Date(invoice.SettledOn).Text(currency.Code)
                .Amount(invoice.NetMinor, currency).Amount(invoice.TotalMinor, currency).Amount(invoice.AdjustedMinor, currency)
                .Amount(invoice.CreditedMinor, currency).Amount(invoice.PaidMinor, currency).Amount(invoice.RefundedMinor, currency)
                .Amount(invoice.BalanceMinor, currency).Text(invoice.Reference);
            await lines.EndRowAsync();
        }
    }
}
