using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Finds the template that suits an invoice now.</summary>
public static class FittingTemplates
{
    public static async Task<MessageTemplate> FittingTemplateAsync(this SiteWork work, Invoice invoice, CancellationToken cancellationToken)
    {
        var siteId = work.Site.Id;
        var corrected = await work.Db.BalanceEntries
            .Where(entry => entry.SiteId == siteId && entry.InvoiceId == invoice.Id && entry.AmountMinor != 0 && !(entry is Payment) && !(entry is PendingPayment))
            .MaxAsync(entry => (DateTime?)entry.RecordedAt, cancellationToken);
        var opened = await work.Db.PortalOpenings
            .Where(opening => opening.SiteId == siteId && opening.InvoiceId == invoice.Id && opening.Kind == PortalOpeningKind.Customer)
            .MaxAsync(opening => (DateTime?)opening.Last, cancellationToken);
        var told = await work.Db.Messages
            .Where(message => message.SiteId == siteId && message.InvoiceId == invoice.Id)
            .MaxAsync(message => message.SentAt ?? message.CopiedAt, cancellationToken);
        var today = work.Site.Today(work.Now);

        // Whoever marked it as sent told the customer then; a day later, another message about it is a reminder.
        var seen = new[] { opened, told, invoice.SentAt }.Max();
        var wasAnnounced = told is not null || (invoice.SentAt is { } sent && work.Site.Today(sent) < today);
        return FittingTemplate.For(invoice, today, corrected > seen, wasAnnounced);
    }
}
