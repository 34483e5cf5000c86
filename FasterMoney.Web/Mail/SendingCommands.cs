using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Mail;

/// <summary>
/// Sends an invoice together with the message about it, in one act: the person who looked both over approves the message by sending.
/// It gets its number, its link and its place in the outbox, or nothing of it happens. What holds for any message holds here.
/// </summary>
public sealed class SendingCommands(SiteAccess access, InvoiceCommands invoices, CurrentMessageFacts facts, SiteContentChecks checks, OutboxSignal signal)
{
    /// <summary>By e-mail from here, with the invoice attached.</summary>
    /// <param name="caller">Who sends it.</param>
    /// <param name="invoiceId">A draft.</param>
    /// <param name="expectedVersion">Its version as they saw it.</param>
    /// <param name="content">The message as they saw it, with its placeholders.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message.</returns>
    public async Task<Guid> SendAsync(Caller caller, Guid invoiceId, long expectedVersion, MessageContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, now) = await ApproveAsync(session, invoiceId, expectedVersion, SentHow.FromHere, content, cancellationToken);
        var isOn = await session.Db.MailSettings.AnyAsync(mail => mail.SiteId == session.Site.Id && mail.On, cancellationToken);
        RuleCheck.Unless(!isOn, OutboxCommands.MailIsOff).Insist();
        session.Db.Add(new OutboxMessage(draft.Release(now), session.Actor, session.Now));
        await session.SaveAsync(cancellationToken);
        signal.Give();
        return draft.Id;
    }

    /// <summary>
    /// For a person who takes the message over into whatever they write in. It stays among the messages until it is noted as sent, unless
    /// there is nobody whom it could be sent to from here.
    /// </summary>
    /// <returns>Its text as the customer is to get it.</returns>
    public async Task<(string Text, string Html)> HandOutAsync(
        Caller caller, Guid invoiceId, long expectedVersion, MessageContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Admin, cancellationToken);
        var (body, url) = content.Recipients.Count > 0
            ? await CopiedAsync(session, invoiceId, expectedVersion, content, cancellationToken)
            : await SpokenAsync(session, invoiceId, expectedVersion, content, cancellationToken);
        if (url is not null && await session.CurrentLinkAsync(invoiceId, cancellationToken) is { } link)
            link.NoteCopied(await session.InvoiceAsync(invoiceId, cancellationToken), session.Site, session.Actor, session.Now);

        await session.SaveAsync(cancellationToken);
        var text = Placeholders.FillLink(body, url);
        return (text, MessageHtml.Of(text, url));
    }

    private async Task<(string Body, string? Url)> CopiedAsync(
        SiteSession session, Guid invoiceId, long expectedVersion, MessageContent content, CancellationToken cancellationToken)
    {
        var (draft, now) = await ApproveAsync(session, invoiceId, expectedVersion, SentHow.Email, content, cancellationToken);
        draft.NoteCopied(now, session.Actor, session.Now);
        var approved = draft.Release(now);
        return (approved.Body, approved.HasPortalLink ? now.Values.PortalLink : null);
    }

    // A customer without an address gets it some other way: the text is checked all the same, and there is no message to keep.
    private async Task<(string Body, string? Url)> SpokenAsync(
        SiteSession session, Guid invoiceId, long expectedVersion, MessageContent content, CancellationToken cancellationToken)
    {
        var invoice = await invoices.MakeSentAsync(session, invoiceId, expectedVersion, SentHow.Other, cancellationToken);
        await session.StoreSoFarAsync(cancellationToken);
        var now = await facts.OfAsync(session, invoice, language: null, cancellationToken);
        var resolved = ResolvedMessage.Of(content, now);
        var findings = await checks.OfAsync(session, invoice, resolved.Texts(now), cancellationToken);
        RuleCheck.Unless(findings.Any(finding => finding.IsBlocking), "The content check found something that must not reach the customer.")
            .And(RuleCheck.Unless(resolved.HasPortalLink && now.Values.PortalLink is null, now.Link.Text)).Insist();
        return (resolved.Body, resolved.HasPortalLink ? now.Values.PortalLink : null);
    }

    private async Task<(MessageDraft Draft, MessageFacts Now)> ApproveAsync(
        SiteSession session, Guid invoiceId, long expectedVersion, SentHow how, MessageContent content, CancellationToken cancellationToken)
    {
        var invoice = await invoices.MakeSentAsync(session, invoiceId, expectedVersion, how, cancellationToken);
        // The check looks up in the database whose link stands in a text.
        await session.StoreSoFarAsync(cancellationToken);
        var customer = await session.CustomerAsync(invoice.CustomerId, cancellationToken);
        var draft = new MessageDraft(invoice, customer, MessageTemplate.InvoiceSent, content, byAssistant: false, session.Actor, session.Now);
        session.Db.Add(draft);
        var now = await facts.OfAsync(session, invoice, draft.Language, cancellationToken);
        var resolved = draft.Resolve(now);
        var findings = await checks.OfAsync(session, invoice, resolved.Texts(now), cancellationToken);
        draft.Approve(now, findings, resolved.Digest, session.Actor, session.Now);
        return (draft, now);
    }
}
