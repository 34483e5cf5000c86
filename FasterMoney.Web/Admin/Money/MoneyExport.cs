using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Csv;
using FasterMoney.Web.Import;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>The list as a file: every invoice that matches, in the list's order, row by row as the database gives them.</summary>
public sealed class MoneyExport(SiteAccess access)
{
    private const int RowsAtOnce = 500;

    private static readonly string[] Columns =
    [
        "invoice_number", "customer_id", "customer", "send_state", "payment_state", "issue_date", "due_date", "settled_on", "currency",
        "net", "total", "adjustments", "credit_notes", "payments", "refunds", "balance_due", .. ImportColumns.OfTexts,
    ];

    /// <summary>Writes the file. Nothing is written for who does not belong to the site.</summary>
    public async Task WriteAsync(Caller caller, MoneyFilter filter, Stream output, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (db, site, today) = (session.Db, session.Site, session.Site.Today(session.Now));
        var found = filter.Search.Length > 0 ? await InvoiceSearch.ForAsync(db, site.Id, filter.Search, cancellationToken) : null;
        var invoices = found?.All ?? db.Invoices.Where(invoice => invoice.SiteId == site.Id);
        var keys = db.ListKeys.Where(key => key.SiteId == site.Id && (found == null || invoices.Any(invoice => invoice.Id == key.InvoiceId)));

        // The ids in the list's order are small; the rows follow in portions, so that no file is too long.
        var ids = await ListOrder.Ordered(invoices, keys, filter.State, filter.Sort, filter.Descending, today).ToListAsync(cancellationToken);

        await using var lines = new CsvLines(output);
        foreach (var column in Columns)
            lines.Text(column);

        await lines.EndRowAsync();
        foreach (var portion in ids.Chunk(RowsAtOnce))
        {
            foreach (var row in await RowsAsync(session, portion, cancellationToken))
            {
                var (invoice, currency) = (row.Invoice, row.Invoice.Currency);
                var statement = InvoiceStatement.Of(invoice, today);
                lines.Text(invoice.Number).Text(row.CustomerId).Text(invoice.BilledTo)
                    .Text(invoice.SendState.ToString()).Text(statement.Status is InvoiceStatus.Draft or InvoiceStatus.Void ? "" : statement.Status.ToString())
                    .Date(invoice.IssueDate).Date(invoice.DueDate).Date(invoice.SettledOn).Text(currency.Code)
                    .Amount(invoice.NetMinor, currency).Amount(invoice.TotalMinor, currency).Amount(invoice.AdjustedMinor, currency)
                    .Amount(invoice.CreditedMinor, currency).Amount(invoice.PaidMinor, currency).Amount(invoice.RefundedMinor, currency)
                    .Amount(statement.Balance.Minor, currency);
                foreach (var text in InvoiceTexts.All)
                    lines.Text(text.Of(invoice.Texts));

                await lines.EndRowAsync();
            }
        }
    }

    private static async Task<IEnumerable<Row>> RowsAsync(SiteSession session, Guid[] ids, CancellationToken cancellationToken)
    {
        var rows = await (
            from invoice in session.Db.Invoices
            where invoice.SiteId == session.Site.Id && EF.Parameter(ids).Contains(invoice.Id)
            join customer in session.Db.Customers on invoice.CustomerId equals customer.Id
            select new Row(invoice, customer.ExternalId)).ToDictionaryAsync(row => row.Invoice.Id, cancellationToken);
        return ids.Where(rows.ContainsKey).Select(id => rows[id]);
    }

    private sealed record Row(Invoice Invoice, string? CustomerId);
}
