using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>Finds the template that suits an invoice now.</summary>
public static class FittingTemplates
{
    public static async Task<MessageTemplate> FittingTemplateAsync(this SiteSession session, Invoice invoice, CancellationToken cancellationToken) =>
        await session.FittingTemplateAsync(invoice, await session.StatementAsync(invoice, cancellationToken), cancellationToken);

    /// <param name="session">The site.</param>
    /// <param name="invoice">One of its invoices.</param>
    /// <param name="statement">The invoice's, with its entries.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<MessageTemplate> FittingTemplateAsync(
        this SiteSession session, Invoice invoice, InvoiceStatement statement, CancellationToken cancellationToken)
    {
        var siteId = session.Site.Id;
        var opened = await session.Db.PortalOpenings
            .Where(opening => opening.SiteId == siteId && opening.InvoiceId == invoice.Id && opening.Kind == PortalOpeningKind.Customer)
            .MaxAsync(opening => (DateTime?)opening.Last, cancellationToken);
        var told = await session.Db.Messages
            .Where(message => message.SiteId == siteId && message.InvoiceId == invoice.Id)
            .MaxAsync(message => message.SentAt ?? message.CopiedAt, cancellationToken);

        // Whoever marked it as sent told the customer then; a day later, another message about it is a reminder.
        var seen = new[] { opened, told, invoice.SentAt }.Max();
        var wasAnnounced = told is not null || (invoice.SentAt is { } sent && session.Site.Today(sent) < session.Site.Today(session.Now));
        return FittingTemplate.For(statement, seen, told, wasAnnounced);
    }
}
