using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Messages.Editor;

/// <summary>Reads what the message editor starts with, and what the content check says while somebody writes.</summary>
public sealed class MessageEditorReads(SiteAccess access, CurrentMessageFacts facts, SiteContentChecks checks)
{
    /// <summary>A new message about an invoice, from a template or from the one that fits. Null when the site has no such invoice.</summary>
    public async Task<MessageToWrite?> NewAsync(Caller caller, Guid invoiceId, MessageTemplate? template, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.Db.Invoices.SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == invoiceId, cancellationToken);
        return invoice is null ? null : await OfAsync(session, invoice, draft: null, template, cancellationToken);
    }

    /// <summary>A message that is there. Null when the site has no such message.</summary>
    public async Task<MessageToWrite?> FindAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var draft = await session.Db.Messages.SingleOrDefaultAsync(message => message.SiteId == session.Site.Id && message.Id == messageId, cancellationToken);
        return draft is null ? null : await OfAsync(session, await session.InvoiceAsync(draft.InvoiceId, cancellationToken), draft, draft.Template, cancellationToken);
    }

    /// <summary>What the check finds in a message about an invoice, as its customer would get it. Stores nothing.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(Caller caller, Guid invoiceId, MessageContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var now = await facts.OfAsync(session, invoice, language: null, cancellationToken);
        return await checks.OfAsync(session, invoice, ResolvedMessage.Of(content, now).Texts(now), cancellationToken);
    }

    private async Task<MessageToWrite> OfAsync(SiteSession session, Invoice invoice, MessageDraft? draft, MessageTemplate? template, CancellationToken cancellationToken)
    {
        var customer = await session.CustomerAsync(invoice.CustomerId, cancellationToken);
        var language = draft?.Language ?? customer.Language;
        var now = await facts.OfAsync(session, invoice, language, cancellationToken);
        var fitting = await session.FittingTemplateAsync(invoice, cancellationToken);
        var chosen = template ?? fitting;
        return new MessageToWrite
        {
            Id = draft?.Id,
            Version = draft?.Version ?? 0,
            Template = chosen,
            Fitting = fitting,
            Content = draft?.Content ?? MessageWording.For(language).Write(chosen, session.Site.Name, customer.Email.Length > 0 ? [customer.Email] : []),
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
                : $"The message was changed at {session.Site.ToLocal(draft.ChangedAt).ToString("g", SiteText.CultureOf(session.Site))}.",
        };
    }
}
