using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Writes messages to customers, and lets them leave once a person has approved them. None of it sends anything.</summary>
public sealed class MessageCommands(SiteAccess access, CurrentMessageFacts facts, SiteContentChecks checks)
{
    /// <summary>Writes a draft that waits for review: the template in the customer's language when there is no content.</summary>
    public async Task<Guid> DraftAsync(
        Caller caller, Guid invoiceId, MessageTemplate template, MessageContent? content = null, bool byAssistant = false, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var customer = await session.CustomerAsync(invoice.CustomerId, cancellationToken);
        var written = content is null
            ? MessageWording.For(customer.Language).Write(template, session.Site.Name, customer.Email.Length > 0 ? [customer.Email] : [])
            : await WithoutAddressAsync(session, invoice, content, cancellationToken);
        var draft = new MessageDraft(invoice, customer, template, written, byAssistant, session.Actor, session.Now);
        session.Db.Add(draft);
        await session.SaveAsync(cancellationToken);
        return draft.Id;
    }

    /// <summary>Writes it anew. An approval is void from then on.</summary>
    /// <returns>The message's version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, Guid messageId, long expectedVersion, MessageTemplate template, MessageContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, invoice) = await FindAsync(session, messageId, expectedVersion, cancellationToken);
        draft.Edit(template, await WithoutAddressAsync(session, invoice, content, cancellationToken), session.Actor, session.Now);
        await session.TakeOutOfOutboxAsync(draft, cancellationToken);
        await session.SaveAsync(cancellationToken);
        return draft.Version;
    }

    /// <summary>Approves what the reviewer saw, and nothing else.</summary>
    /// <param name="caller">Who approves it.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="expectedVersion">Its version as the reviewer saw it.</param>
    /// <param name="digest">The digest of what the reviewer saw.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message's version from now on.</returns>
    public async Task<long> ApproveAsync(Caller caller, Guid messageId, long expectedVersion, string digest, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, invoice) = await FindAsync(session, messageId, expectedVersion, cancellationToken);
        var now = await facts.OfAsync(session, invoice, draft.Language, cancellationToken);
        var findings = await checks.OfAsync(session, invoice, draft.Resolve(now).Texts(now), cancellationToken);
        draft.Approve(now, findings, digest, session.Actor, session.Now);
        await session.TakeOutOfOutboxAsync(draft, cancellationToken);
        await session.SaveAsync(cancellationToken);
        return draft.Version;
    }

    /// <summary>Notes that a person copied it or took it over into their mail program, which lets the link in it work ten more days at least.</summary>
    public async Task NoteCopiedAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, invoice) = await FindAsync(session, messageId, expectedVersion: null, cancellationToken);
        draft.NoteCopied(await facts.OfAsync(session, invoice, draft.Language, cancellationToken), session.Actor, session.Now);
        if (Placeholders.HasPortalLink(draft.Body) && await session.CurrentLinkAsync(invoice.Id, cancellationToken) is { } link)
            link.NoteCopied(invoice, session.Site, session.Actor, session.Now);

        await session.SaveAsync(cancellationToken);
    }

    /// <summary>Notes that it was sent by hand.</summary>
    /// <returns>The message's version from now on.</returns>
    public Task<long> NoteSentAsync(Caller caller, Guid messageId, long expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, messageId, expectedVersion, (draft, session) => draft.NoteSent(session.Actor, session.Now, "by hand"), cancellationToken);

    /// <summary>Puts it aside for good.</summary>
    /// <returns>The message's version from now on.</returns>
    public Task<long> DiscardAsync(Caller caller, Guid messageId, long expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, messageId, expectedVersion, (draft, session) => draft.Discard(session.Actor, session.Now), cancellationToken);

    private async Task<long> ChangeAsync(
        Caller caller, Guid messageId, long expectedVersion, Action<MessageDraft, SiteSession> change, CancellationToken cancellationToken)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, _) = await FindAsync(session, messageId, expectedVersion, cancellationToken);
        change(draft, session);
        await session.TakeOutOfOutboxAsync(draft, cancellationToken);
        await session.SaveAsync(cancellationToken);
        return draft.Version;
    }

    // Whoever pasted the invoice's own link meant the placeholder. The address itself is stored nowhere.
    private async Task<MessageContent> WithoutAddressAsync(SiteSession session, Invoice invoice, MessageContent content, CancellationToken cancellationToken) =>
        (await facts.OfAsync(session, invoice, language: null, cancellationToken)).Values.PortalLink is { } url
            ? content with { Body = content.Body.Replace(url, Placeholders.PortalLink, StringComparison.Ordinal) }
            : content;

    private static async Task<(MessageDraft Draft, Invoice Invoice)> FindAsync(SiteSession session, Guid id, long? expectedVersion, CancellationToken cancellationToken)
    {
        var draft = await session.Db.Messages.SingleOrDefaultAsync(message => message.SiteId == session.Site.Id && message.Id == id, cancellationToken)
            ?? throw new NotFoundOnSite("message");
        return expectedVersion is null || draft.Version == expectedVersion
            ? (draft, await session.InvoiceAsync(draft.InvoiceId, cancellationToken))
            : throw session.ChangedMeanwhile(nameof(MessageDraft));
    }
}
