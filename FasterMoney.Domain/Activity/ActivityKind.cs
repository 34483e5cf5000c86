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

    PrivateNoteChanged,

    PaymentRecorded,

    /// <summary>A payment that is still processing was recorded.</summary>
    PaymentPending,

    /// <summary>A processing payment has arrived.</summary>
    PaymentArrived,

    /// <summary>Money went back to the customer.</summary>
    RefundRecorded,

    CreditNoteIssued,

    AdjustmentAdded,

    EntryReversed,

    /// <summary>The invoice's first portal link was made.</summary>
    LinkMade,

    /// <summary>The portal link was copied by a person of the site.</summary>
    LinkCopied,

    /// <summary>The customer's page was previewed by a person of the site.</summary>
    PortalPreviewed,

    /// <summary>The portal link was replaced; the old one is dead.</summary>
    LinkReplaced,

    /// <summary>All portal links of the site were ended at once, or the new ones were made.</summary>
    AllLinksReplaced,

    LinkTurnedOff,

    LinkTurnedOn,

    /// <summary>The portal link works longer.</summary>
    LinkExtended,

    CustomerAdded,

    /// <summary>A customer was brought over from another product.</summary>
    CustomerImported,

    CustomerChanged,

    /// <summary>A person asked the assistant; the detail says which tools ran.</summary>
    AssistantAsked,

    SiteChanged,

    /// <summary>The portal route was configured, turned on or off.</summary>
    PortalRouteChanged,

    /// <summary>A person was invited, changed or disabled.</summary>
    PeopleChanged,

    /// <summary>What somebody signs in with was changed or reset; the detail says what.</summary>
    SignInChanged,

    /// <summary>A follow-up was prepared by a person.</summary>
    FollowUpPrepared,

    /// <summary>A follow-up was suggested by the assistant, whom a person asked.</summary>
    FollowUpProposed,

    /// <summary>The assistant's suggestion was taken by a person.</summary>
    FollowUpConfirmed,

    /// <summary>The assistant's suggestion was turned down.</summary>
    FollowUpDismissed,

    FollowUpChanged,

    /// <summary>A follow-up was ticked off.</summary>
    FollowUpDone,

    /// <summary>A follow-up was put back.</summary>
    FollowUpReopened,

    FollowUpDeleted,

    MessageDrafted,

    /// <summary>A message to the customer was edited; an approval is void.</summary>
    MessageEdited,

    MessageApproved,

    /// <summary>An approved message was copied or taken over into a mail program.</summary>
    MessageCopied,

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
