namespace FasterMoney.Domain.Activity;

/// <summary>The sentence that people read about an activity entry.</summary>
public static class ActivitySentence
{
    /// <summary>The sentence, starting with the actor's name and ending with a full stop.</summary>
    public static string For(ActivityEntry entry) => $"{entry.ActorName} {Predicate(entry)}.";

    private static string Predicate(ActivityEntry entry) => entry.Kind switch
    {
        ActivityKind.InvoiceDrafted => "wrote the draft" + Of(entry, " from "),
        ActivityKind.InvoiceImported => "imported the invoice" + Of(entry, " "),
        ActivityKind.InvoiceEdited => "edited the draft",
        ActivityKind.InvoiceDeleted => "deleted the draft" + Of(entry, " for "),
        ActivityKind.InvoiceSent => "marked the invoice as sent" + Of(entry, ": "),
        ActivityKind.InvoiceWithdrawn => "withdrew the invoice to draft",
        ActivityKind.InvoiceVoided => "voided the invoice" + Of(entry, ": "),
        ActivityKind.PrivateNoteChanged => "changed the private note",
        ActivityKind.PaymentRecorded => "recorded a payment" + Of(entry, " of "),
        ActivityKind.PaymentPending => "recorded a processing payment" + Of(entry, " of "),
        ActivityKind.PaymentArrived => "confirmed the arrival of a payment" + Of(entry, " of "),
        ActivityKind.RefundRecorded => "recorded a refund" + Of(entry, " of "),
        ActivityKind.CreditNoteIssued => "issued a credit note" + Of(entry, " of "),
        ActivityKind.AdjustmentAdded => "adjusted the balance" + Of(entry, " "),
        ActivityKind.EntryReversed => "reversed" + Of(entry, " "),
        ActivityKind.LinkMade => "made the portal link",
        ActivityKind.LinkCopied => "copied the portal link",
        ActivityKind.PortalPreviewed => "previewed the customer's page",
        ActivityKind.LinkReplaced => "replaced the portal link" + Of(entry, ": "),
        ActivityKind.AllLinksReplaced => "replaced all portal links" + Of(entry, ": "),
        ActivityKind.LinkTurnedOff => "turned off the portal link",
        ActivityKind.LinkTurnedOn => "turned on the portal link",
        ActivityKind.LinkExtended => "extended the portal link" + Of(entry, " to "),
        ActivityKind.CustomerAdded => "added the customer" + Of(entry, " "),
        ActivityKind.CustomerImported => "imported the customer" + Of(entry, " "),
        ActivityKind.CustomerChanged => "changed the customer" + Of(entry, " "),
        ActivityKind.AssistantAsked => "asked Faster AI" + Of(entry, ", which "),
        ActivityKind.SiteChanged => "changed the business's settings" + Of(entry, ": "),
        ActivityKind.PortalRouteChanged => "changed the portal route" + Of(entry, ": "),
        ActivityKind.PeopleChanged => "changed the people" + Of(entry, ": "),
        ActivityKind.SignInChanged => entry.Detail,
        ActivityKind.FollowUpPrepared => "prepared the follow-up" + Quoted(entry),
        ActivityKind.FollowUpProposed => "asked Faster AI, which suggested the follow-up" + Quoted(entry),
        ActivityKind.FollowUpConfirmed => "confirmed the follow-up" + Quoted(entry),
        ActivityKind.FollowUpDismissed => "dismissed the suggested follow-up" + Quoted(entry),
        ActivityKind.FollowUpChanged => "changed the follow-up" + Quoted(entry),
        ActivityKind.FollowUpDone => "finished the follow-up" + Quoted(entry),
        ActivityKind.FollowUpReopened => "put back the follow-up" + Quoted(entry),
        ActivityKind.FollowUpDeleted => "deleted the follow-up" + Quoted(entry),
        ActivityKind.MessageDrafted => "drafted a message to the customer" + Of(entry, " "),
        ActivityKind.MessageEdited => "edited the message to the customer",
        ActivityKind.MessageApproved => "approved the message to the customer",
        ActivityKind.MessageCopied => "copied the message to the customer",
        ActivityKind.MessageDiscarded => "discarded the message to the customer",
        ActivityKind.MessageSent => "sent the message to the customer" + Of(entry, " "),
        ActivityKind.MessageQueued => "asked for the message to be sent" + Of(entry, " "),
        ActivityKind.MessageTakenOut => "took the message out of the outbox",
        ActivityKind.MessageFailed => "could not send the message to the customer" + Of(entry, ": "),
        ActivityKind.MessageFateUnknown => "cannot tell whether the message reached the customer",
        ActivityKind.MailSettingsChanged => "changed the mail settings" + Of(entry, ": "),
        _ => entry.Kind.ToString(),
    };

    private static string Of(ActivityEntry entry, string before) => entry.Detail.Length == 0 ? "" : before + entry.Detail;

    private static string Quoted(ActivityEntry entry) => entry.Detail.Length == 0 ? "" : $" “{entry.Detail}”";
}
