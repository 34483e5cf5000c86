using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Writes messages to customers, and lets them leave once a person has approved them. None of it sends anything.</summary>
public sealed class MessageCommands(SiteDoor door, CurrentMessageFacts facts, ContentChecks checks)
{
    /// <summary>Writes a draft that waits for review: the template in the customer's language when there is no content.</summary>
    public async Task<Guid> DraftAsync(
        Caller caller, Guid invoiceId, MessageTemplate template, MessageContent? content = null, bool byAssistant = false, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        var customer = await work.CustomerAsync(invoice.CustomerId, cancellationToken);
        var written = content is null
            ? MessageWording.For(customer.Language).Write(template, work.Site.Name, customer.Email.Length > 0 ? [customer.Email] : [])
            : await WithoutAddressAsync(work, invoice, content, cancellationToken);
        var draft = new MessageDraft(invoice, customer, template, written, byAssistant, work.Actor, work.Now);
        work.Db.Add(draft);
        await work.SaveAsync(cancellationToken);
        return draft.Id;
    }

    /// <summary>Writes it anew. An approval is void from then on.</summary>
    /// <returns>The message's version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, Guid messageId, long expectedVersion, MessageTemplate template, MessageContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, invoice) = await FindAsync(work, messageId, expectedVersion, cancellationToken);
        draft.Edit(template, await WithoutAddressAsync(work, invoice, content, cancellationToken), work.Actor, work.Now);
        await work.TakeOutOfOutboxAsync(draft, cancellationToken);
        await work.SaveAsync(cancellationToken);
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
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, invoice) = await FindAsync(work, messageId, expectedVersion, cancellationToken);
        var now = await facts.OfAsync(work, invoice, draft.Language, cancellationToken);
        var findings = await checks.OfAsync(work, invoice, draft.Resolve(now).Texts(now), cancellationToken);
        draft.Approve(now, findings, digest, work.Actor, work.Now);
        await work.TakeOutOfOutboxAsync(draft, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return draft.Version;
    }

    /// <summary>Notes that a person copied it or took it over into their mail program, which lets the link in it work ten more days at least.</summary>
    public async Task NoteCopiedAsync(Caller caller, Guid messageId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, invoice) = await FindAsync(work, messageId, expectedVersion: null, cancellationToken);
        draft.NoteCopied(await facts.OfAsync(work, invoice, draft.Language, cancellationToken), work.Actor, work.Now);
        if (Placeholders.HasPortalLink(draft.Body) && await work.CurrentLinkAsync(invoice.Id, cancellationToken) is { } link)
        {
            link.NoteCopied(invoice, work.Site, work.Actor, work.Now);
        }

        await work.SaveAsync(cancellationToken);
    }

    /// <summary>Notes that it was sent by hand.</summary>
    /// <returns>The message's version from now on.</returns>
    public Task<long> NoteSentAsync(Caller caller, Guid messageId, long expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, messageId, expectedVersion, (draft, work) => draft.NoteSent(work.Actor, work.Now, "by hand"), cancellationToken);

    /// <summary>Puts it aside for good.</summary>
    /// <returns>The message's version from now on.</returns>
    public Task<long> DiscardAsync(Caller caller, Guid messageId, long expectedVersion, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, messageId, expectedVersion, (draft, work) => draft.Discard(work.Actor, work.Now), cancellationToken);

    private async Task<long> ChangeAsync(
        Caller caller, Guid messageId, long expectedVersion, Action<MessageDraft, SiteWork> change, CancellationToken cancellationToken)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var (draft, _) = await FindAsync(work, messageId, expectedVersion, cancellationToken);
        change(draft, work);
        await work.TakeOutOfOutboxAsync(draft, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return draft.Version;
    }

    // Whoever pasted the invoice's own link meant the placeholder. The address itself is stored nowhere.
    private async Task<MessageContent> WithoutAddressAsync(SiteWork work, Invoice invoice, MessageContent content, CancellationToken cancellationToken) =>
        (await facts.OfAsync(work, invoice, language: null, cancellationToken)).Values.PortalLink is { } url
            ? content with { Body = content.Body.Replace(url, Placeholders.PortalLink, StringComparison.Ordinal) }
            : content;

    private static async Task<(MessageDraft Draft, Invoice Invoice)> FindAsync(SiteWork work, Guid id, long? expectedVersion, CancellationToken cancellationToken)
    {
        var draft = await work.Db.Messages.SingleOrDefaultAsync(message => message.SiteId == work.Site.Id && message.Id == id, cancellationToken)
            ?? throw new NotFoundOnSite("message");
        return expectedVersion is null || draft.Version == expectedVersion
            ? (draft, await work.InvoiceAsync(draft.InvoiceId, cancellationToken))
            : throw new ChangedByOthers();
    }
}
