using FasterMoney.Domain.Messages;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>Reads the queue: a page of one state's messages, what changed last on top, and how many there are in each state.</summary>
public sealed class MessageRows(SiteAccess access, CurrentMessageFacts facts)
{
    /// <summary>A page of the messages that match; beyond the last page, the last one.</summary>
    public async Task<MessageList> ReadAsync(Caller caller, MessageFilter filter, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var siteId = session.Site.Id;
        var found = await MessageSearch.ForAsync(session.Db, siteId, filter.Search, cancellationToken);
        var counts = await found.GroupBy(message => message.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var count = counts.GetValueOrDefault(filter.State);
        var page = Paging.Nearest(filter.Page, count);
        var isEmpty = counts.Count == 0 && !await session.Db.Messages.AnyAsync(message => message.SiteId == siteId, cancellationToken);
        var here = found.Where(message => message.State == filter.State);
        var ids = await Paging.IdsAsync(page, count, opposite => Ordered(here, lastFirst: !opposite), cancellationToken);
        return new MessageList(await RowsAsync(session, ids, cancellationToken), counts, page, count, isEmpty);
    }

    private static IQueryable<Guid> Ordered(IQueryable<MessageDraft> messages, bool lastFirst) => (lastFirst
        ? messages.OrderByDescending(message => message.ChangedAt).ThenByDescending(message => message.Id)
        : messages.OrderBy(message => message.ChangedAt).ThenBy(message => message.Id)).Select(message => message.Id);

    private async Task<IReadOnlyList<MessageRow>> RowsAsync(SiteSession session, List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];

        var found = await (
            from message in session.Db.Messages
            where message.SiteId == session.Site.Id && EF.Parameter(ids).Contains(message.Id)
            join invoice in session.Db.Invoices on message.InvoiceId equals invoice.Id
            join customer in session.Db.Customers on invoice.CustomerId equals customer.Id
            select new { Message = message, Invoice = invoice, Customer = customer }).ToDictionaryAsync(row => row.Message.Id, cancellationToken);
        return [.. ids.Where(found.ContainsKey).Select(id =>
        {
            var (message, invoice, customer) = (found[id].Message, found[id].Invoice, found[id].Customer);
            // Neither the subject nor the digest holds the link, so that it need not be read for each row.
            var now = facts.Of(session.Site, invoice, customer, link: null, message.Language, session.Now);
            return new MessageRow(
                id,
                message.Resolve(now).Subject,
                customer.Name,
                invoice.Title,
                message.Recipients,
                message.IsApprovalStale(now),
                message.ByAssistant,
                message.WrittenBy,
                message.ChangedAt);
        })];
    }
}
