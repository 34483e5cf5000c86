using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>Finds the template that suits an invoice now.</summary>
public static class FittingTemplates
{
    public static async Task<MessageTemplate> FittingTemplateAsync(this SiteSession session, Invoice invoice, CancellationToken cancellationToken)
    {
        var siteId = session.Site.Id;
        var corrected = await session.Db.BalanceEntries
            .Where(entry => entry.SiteId == siteId && entry.InvoiceId == invoice.Id && entry.AmountMinor != 0 && !(entry is Payment) && !(entry is PendingPayment))
            .MaxAsync(entry => (DateTime?)entry.RecordedAt, cancellationToken);
        var opened = await session.Db.PortalOpenings
            .Where(opening => opening.SiteId == siteId && opening.InvoiceId == invoice.Id && opening.Kind == PortalOpeningKind.Customer)
            .MaxAsync(opening => (DateTime?)opening.Last, cancellationToken);
        var told = await session.Db.Messages
            .Where(message => message.SiteId == siteId && message.InvoiceId == invoice.Id)
            .MaxAsync(message => message.SentAt ?? message.CopiedAt, cancellationToken);
        var today = session.Site.Today(session.Now);

        // Whoever marked it as sent told the customer then; a day later, another message about it is a reminder.
        var seen = new[] { opened, told, invoice.SentAt }.Max();
        var wasAnnounced = told is not null || (invoice.SentAt is { } sent && session.Site.Today(sent) < today);
        return FittingTemplate.For(invoice, today, corrected > seen, wasAnnounced);
    }
}
