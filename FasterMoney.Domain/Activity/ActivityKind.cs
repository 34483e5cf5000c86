namespace FasterMoney.Domain.Activity;

/// <summary>What happened. Stored by name: never rename one.</summary>
public enum ActivityKind
{
    /// <summary>A draft was written.</summary>
    InvoiceDrafted,

    /// <summary>An invoice was brought over from another product, with its number.</summary>
    InvoiceImported,

    /// <summary>A draft was changed.</summary>
    InvoiceEdited,

    /// <summary>A draft that was never sent was deleted.</summary>
    InvoiceDeleted,

    /// <summary>An invoice became customer-facing.</summary>
    InvoiceSent,

    /// <summary>A sent invoice became a draft again.</summary>
    InvoiceWithdrawn,

    /// <summary>An invoice was cancelled.</summary>
    InvoiceVoided,

    /// <summary>The private note was changed.</summary>
    PrivateNoteChanged,

    /// <summary>A payment was recorded.</summary>
    PaymentRecorded,

    /// <summary>A payment that is still processing was recorded.</summary>
    PaymentPending,

    /// <summary>A processing payment has arrived.</summary>
    PaymentArrived,

    /// <summary>Money went back to the customer.</summary>
    RefundRecorded,

    /// <summary>A credit note was issued.</summary>
    CreditNoteIssued,

    /// <summary>The balance was adjusted.</summary>
    AdjustmentAdded,

    /// <summary>A wrong entry was reversed.</summary>
    EntryReversed,

    /// <summary>The invoice's first portal link was made.</summary>
    LinkMade,

    /// <summary>The portal link was copied by a person of the site.</summary>
    LinkCopied,

    /// <summary>The customer's page was previewed by a person of the site.</summary>
    PortalPreviewed,

    /// <summary>The portal link was replaced; the old one is dead.</summary>
    LinkReplaced,

    /// <summary>The portal link was turned off.</summary>
    LinkTurnedOff,

    /// <summary>The portal link was turned on again.</summary>
    LinkTurnedOn,

    /// <summary>The portal link works longer.</summary>
    LinkExtended,

    /// <summary>A customer was added.</summary>
    CustomerAdded,

    /// <summary>A customer was brought over from another product.</summary>
    CustomerImported,

    /// <summary>A customer was changed.</summary>
    CustomerChanged,

    /// <summary>A person asked the assistant; the detail says which tools ran.</summary>
    AssistantAsked,

    /// <summary>The site's settings were changed.</summary>
    SiteChanged,

    /// <summary>The portal route was configured, turned on or off.</summary>
    PortalRouteChanged,

    /// <summary>A person was invited, changed or disabled.</summary>
    PeopleChanged,

    /// <summary>A follow-up was prepared by a person.</summary>
    FollowUpPrepared,

    /// <summary>A follow-up was suggested by the assistant, whom a person asked.</summary>
    FollowUpProposed,

    /// <summary>The assistant's suggestion was taken by a person.</summary>
    FollowUpConfirmed,

    /// <summary>The assistant's suggestion was turned down.</summary>
    FollowUpDismissed,

    /// <summary>A follow-up was changed.</summary>
    FollowUpChanged,

    /// <summary>A follow-up was ticked off.</summary>
    FollowUpDone,

    /// <summary>A follow-up was put back.</summary>
    FollowUpReopened,

    /// <summary>A follow-up was deleted.</summary>
    FollowUpDeleted,

    /// <summary>A message to the customer was drafted.</summary>
    MessageDrafted,

    /// <summary>A message to the customer was edited; an approval is void.</summary>
    MessageEdited,

    /// <summary>A message to the customer was approved.</summary>
    MessageApproved,

    /// <summary>An approved message was copied or taken over into a mail program.</summary>
    MessageCopied,

    /// <summary>A message to the customer was discarded.</summary>
    MessageDiscarded,

    /// <summary>A message left the house.</summary>
    MessageSent,

    /// <summary>An approved message was put into the outbox.</summary>
    MessageQueued,

    /// <summary>A message was taken out of the outbox before it was sent.</summary>
    MessageTakenOut,

    /// <summary>A message could not be sent.</summary>
    MessageFailed,

    /// <summary>Nobody knows whether a message was sent.</summary>
    MessageFateUnknown,

    /// <summary>The mail server's settings were changed, tested, turned on or off.</summary>
    MailSettingsChanged,
}
