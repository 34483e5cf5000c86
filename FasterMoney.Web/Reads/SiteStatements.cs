using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>Makes the statement of an invoice that may have been read without its entries.</summary>
public static class SiteStatements
{
    public static async Task<InvoiceStatement> StatementAsync(this SiteSession session, Invoice invoice, CancellationToken cancellationToken)
    {
        var today = session.Site.Today(session.Now);
        if (invoice.Entries.Count == invoice.EntryCount)
            return InvoiceStatement.Of(invoice, today);

        var entries = await session.Db.BalanceEntries.AsNoTracking()
            .Where(entry => entry.SiteId == session.Site.Id && entry.InvoiceId == invoice.Id).ToListAsync(cancellationToken);
        return InvoiceStatement.Of(invoice, today, InvoiceStatement.Recorded(entries));
    }
}
