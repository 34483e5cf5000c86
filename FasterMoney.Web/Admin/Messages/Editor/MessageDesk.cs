using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Messages.Editor;

/// <summary>Reads what the message editor starts with, and what the content check says while somebody writes.</summary>
public sealed class MessageDesk(SiteDoor door, CurrentMessageFacts facts, ContentChecks checks)
{
    /// <summary>A new message about an invoice, from a template or from the one that fits. Null when the site has no such invoice.</summary>
    public async Task<MessageToWrite?> NewAsync(Caller caller, Guid invoiceId, MessageTemplate? template, CancellationToken cancellationToken = default)
    {
        await using var work = await door.ReadAsync(caller, cancellationToken);
        var invoice = await work.Db.Invoices.SingleOrDefaultAsync(known => known.SiteId == work.Site.Id && known.Id == invoiceId, cancellationToken);
        return invoice is null ? null : await OfAsync(work, invoice, draft: null, template, cancellationToken);
    }

    /// <summary>A message that is there. Null when the site has no such message.</summary>
    public async Task<MessageToWrite?> FindAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.ReadAsync(caller, cancellationToken);
        var draft = await work.Db.Messages.SingleOrDefaultAsync(message => message.SiteId == work.Site.Id && message.Id == messageId, cancellationToken);
        return draft is null ? null : await OfAsync(work, await work.InvoiceAsync(draft.InvoiceId, cancellationToken), draft, draft.Template, cancellationToken);
    }

    /// <summary>What the check finds in a message about an invoice, as its customer would get it. Stores nothing.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(Caller caller, Guid invoiceId, MessageContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.ReadAsync(caller, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        var now = await facts.OfAsync(work, invoice, language: null, cancellationToken);
        return await checks.OfAsync(work, invoice, ResolvedMessage.Of(content, now).Texts(now), cancellationToken);
    }

    private async Task<MessageToWrite> OfAsync(SiteWork work, Invoice invoice, MessageDraft? draft, MessageTemplate? template, CancellationToken cancellationToken)
    {
        var customer = await work.CustomerAsync(invoice.CustomerId, cancellationToken);
        var language = draft?.Language ?? customer.Language;
        var now = await facts.OfAsync(work, invoice, language, cancellationToken);
        var fitting = await work.FittingTemplateAsync(invoice, cancellationToken);
        var chosen = template ?? fitting;
        return new MessageToWrite
        {
            Id = draft?.Id,
            Version = draft?.Version ?? 0,
            Template = chosen,
            Fitting = fitting,
            Content = draft?.Content ?? MessageWording.For(language).Write(chosen, work.Site.Name, customer.Email.Length > 0 ? [customer.Email] : []),
            Language = language,
            InvoiceId = invoice.Id,
            Invoice = invoice.Title,
            Customer = customer.Name,
            CustomerEmail = customer.Email,
            Values = now.Values,
            LinkUnavailable = now.Link.Text,
            CanWrite = draft is null ? MessageDraft.CanDraft(invoice) : draft.CanEdit(),
            IsApproved = draft?.State == MessageState.Approved,
            LastChange = draft is null
                ? ""
                : $"The message was changed at {work.Site.ToLocal(draft.ChangedAt).ToString("g", SiteText.CultureOf(work.Site))}.",
        };
    }
}
