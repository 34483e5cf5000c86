using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Messages.Sending;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>Reads one message with everything that its reviewer looks at.</summary>
public sealed class MessageReviews(SiteAccess access, CurrentMessageFacts facts, SiteContentChecks checks)
{
    /// <summary>Null when the site has no such message.</summary>
    public async Task<MessageReview?> FindAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var draft = await session.Db.Messages.SingleOrDefaultAsync(message => message.SiteId == session.Site.Id && message.Id == messageId, cancellationToken);
        if (draft is null)
            return null;

        var invoice = await session.InvoiceAsync(draft.InvoiceId, cancellationToken);
        var customer = await session.CustomerAsync(invoice.CustomerId, cancellationToken);
        var link = await session.CurrentLinkAsync(invoice.Id, cancellationToken);
        var now = facts.Of(session.Site, invoice, customer, link, draft.Language, session.Now);
        var resolved = draft.Resolve(now);
        var findings = await checks.OfAsync(session, invoice, resolved.Texts(now), cancellationToken);
        var canRelease = draft.CanRelease(now);
        return new MessageReview
        {
            Id = draft.Id,
            Version = draft.Version,
            State = draft.State,
            Template = draft.Template,
            Digest = resolved.Digest,
            Language = draft.Language,
            IsStale = draft.IsApprovalStale(now),
            Subject = resolved.Subject,
            Body = resolved.BodyWith(now.Values.PortalLink),
            Recipients = [.. draft.Recipients.Select(address => new Recipient(address, IsOf(customer, address)))],
            CustomerEmail = customer.Email,
            Invoice = InvoiceOf(session, invoice, customer, link, now),
            Findings = [.. findings.OrderByDescending(finding => finding.Weight)],
            Fitting = await session.FittingTemplateAsync(invoice, cancellationToken),
            CanApprove = draft.CanApprove(now, findings),
            CanRelease = canRelease,
            CanEdit = draft.CanEdit(),
            CanNoteSent = draft.CanNoteSent(),
            CanDiscard = draft.CanDiscard(),
            Out = canRelease.IsAllowed ? OutOf(draft.Release(now), now.Values.PortalLink) : null,
            Sending = await MessageSending.OfAsync(session, draft.Id, cancellationToken),
            ByAssistant = draft.ByAssistant,
            Written = new Noted(draft.CreatedAt, draft.WrittenBy),
            Approved = draft.ApprovedAt is { } approved ? new Noted(approved, draft.ApprovedBy) : null,
            Copied = draft.CopiedAt is { } copied ? new Noted(copied, draft.CopiedBy) : null,
            Sent = draft.SentAt is { } sent ? new Noted(sent, draft.SentBy) : null,
        };
    }

    private static bool IsOf(Customer customer, string address) => string.Equals(address, customer.Email, StringComparison.OrdinalIgnoreCase);

    private static MessageOut OutOf(ApprovedMessage approved, string? url)
    {
        var text = approved.BodyWith(url);
        return new MessageOut(text, MessageHtml.Of(text, url), MailtoLink.For(approved.Recipients, approved.Subject, text));
    }

    private static MessageInvoice InvoiceOf(SiteSession session, Invoice invoice, Customer customer, PortalLink? link, MessageFacts now)
    {
        var culture = SiteText.CultureOf(session.Site);
        var statement = InvoiceStatement.Of(invoice, session.Site.Today(session.Now));
        return new MessageInvoice(
            invoice.Id,
            invoice.Title,
            customer.Name,
            statement.Status,
            statement.Amount.Format(culture),
            SiteText.Date(invoice.DueDate, culture),
            BalanceText.Of(statement.Balance, culture),
            now.Values.PortalLink,
            now.Link.Text,
            link?.LastPreviewedAt is { } previewed ? new Noted(previewed, link.LastPreviewedBy) : null,
            link?.IsPreviewed(invoice) == true);
    }
}
