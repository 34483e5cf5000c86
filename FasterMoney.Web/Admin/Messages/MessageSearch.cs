using System.Linq.Expressions;
using FasterMoney.Domain.Messages;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>Which messages of a site a typed text means: those to a customer, or about an invoice whose number starts with it.</summary>
public static class MessageSearch
{
    private const int MostIdsSent = 2000;

    // Past every character that a number can go on with, in the byte order that both databases sort by.
    private const string AfterAll = "\uffff";

    public static async Task<IQueryable<MessageDraft>> ForAsync(FasterMoneyDb db, Guid siteId, string typed, CancellationToken cancellationToken)
    {
        var messages = db.Messages.Where(message => message.SiteId == siteId);
        var text = typed.Trim().ToLowerInvariant();
        if (text.Length == 0)
            return messages;

        // Customers and invoices first: mostly there are few, and their ids lead straight into the messages' indexes.
        var end = text + AfterAll;
        var customers = db.Customers.Where(customer => customer.SiteId == siteId && customer.SearchText.Contains(text)).Select(customer => customer.Id);
        var invoices = db.Invoices
            .Where(invoice => invoice.SiteId == siteId && invoice.NumberSearch!.CompareTo(text) >= 0 && invoice.NumberSearch!.CompareTo(end) < 0)
            .Select(invoice => invoice.Id);
        var (few, numbered) = (await FewAsync(customers, cancellationToken), await FewAsync(invoices, cancellationToken));
        Expression<Func<MessageDraft, bool>> means = (few, numbered) switch
        {
            ({ Count: 0 }, { } ids) => message => EF.Parameter(ids).Contains(message.InvoiceId),
            ({ } ids, { Count: 0 }) => message => EF.Parameter(ids).Contains(message.CustomerId),
            ({ } to, { } about) => message => EF.Parameter(to).Contains(message.CustomerId) || EF.Parameter(about).Contains(message.InvoiceId),
            _ => message => customers.Contains(message.CustomerId) || invoices.Contains(message.InvoiceId),
        };
        return messages.Where(means);
    }

    private static async Task<List<Guid>?> FewAsync(IQueryable<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await ids.Take(MostIdsSent + 1).ToListAsync(cancellationToken);
        return found.Count > MostIdsSent ? null : found;
    }
}
