using FasterMoney.Domain.ContentChecks;

namespace FasterMoney.Domain.Messages;

/// <summary>
/// A message that a person approved and that may leave now. Only <see cref="MessageDraft.Release"/> makes one, so nothing that was not
/// reviewed can be sent. The body keeps <see cref="Placeholders.PortalLink"/>: the address is filled in at the moment the message leaves.
/// </summary>
public sealed class ApprovedMessage
{
    internal ApprovedMessage(MessageDraft draft, ResolvedMessage resolved)
    {
        (DraftId, SiteId, InvoiceId) = (draft.Id, draft.SiteId, draft.InvoiceId);
        (Recipients, Subject, Body, Digest) = (resolved.Recipients, resolved.Subject, resolved.Body, resolved.Digest);
        (ApprovedAt, ApprovedBy) = (draft.ApprovedAt!.Value, draft.ApprovedBy!);
    }

    public Guid DraftId { get; }

    public Guid SiteId { get; }

    public Guid InvoiceId { get; }

    /// <summary>E-mail addresses, one at least.</summary>
    public IReadOnlyList<string> Recipients { get; }

    /// <summary>One line, nothing left to fill in.</summary>
    public string Subject { get; }

    /// <summary>Plain text, in which only the portal link is left to fill in.</summary>
    public string Body { get; }

    /// <summary>What the approval is bound to.</summary>
    public string Digest { get; }

    /// <summary>UTC.</summary>
    public DateTime ApprovedAt { get; }

    public string ApprovedBy { get; }

    public bool HasPortalLink => Body.Contains(Placeholders.PortalLink, StringComparison.Ordinal);

    /// <summary>The text as the customer gets it.</summary>
    /// <param name="portalLink">The address of the customer's page.</param>
    public string BodyWith(string? portalLink) => Placeholders.FillLink(Body, portalLink);
}
