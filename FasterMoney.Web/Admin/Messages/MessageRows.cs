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
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + MessageList.PageSize - 1) / MessageList.PageSize));
        var isEmpty = counts.Count == 0 && !await session.Db.Messages.AnyAsync(message => message.SiteId == siteId, cancellationToken);
        var ids = await IdsAsync(found.Where(message => message.State == filter.State), page, count, cancellationToken);
        return new MessageList(await RowsAsync(session, ids, cancellationToken), counts, page, count, isEmpty);
    }

    // What lies in the second half is nearer to the end, so the walk starts there. Only ids: it then stays in the index.
    private static async Task<List<Guid>> IdsAsync(IQueryable<MessageDraft> messages, int page, int count, CancellationToken cancellationToken)
    {
        var skip = (page - 1) * MessageList.PageSize;
        var take = Math.Min(MessageList.PageSize, count - skip);
        var fromEnd = skip > count / 2;
        var walk = fromEnd
            ? messages.OrderBy(message => message.ChangedAt).ThenBy(message => message.Id).Skip(count - skip - take)
            : messages.OrderByDescending(message => message.ChangedAt).ThenByDescending(message => message.Id).Skip(skip);
        var ids = await walk.Take(take).Select(message => message.Id).ToListAsync(cancellationToken);
        if (fromEnd)
            ids.Reverse();

        return ids;
    }

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
