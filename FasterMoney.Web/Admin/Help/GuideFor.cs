using System.Text.Json;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Guides;

namespace FasterMoney.Web.Admin.Help;

/// <summary>Which guide fits a screen, and where in the guides a question is answered that arises there.</summary>
public static class GuideFor
{
    private const string Links = "portal-links";
    private const string Overview = "overview";
    private const string Corrections = "refunds-and-credits";
    private const string Messages = "messages";
    private const string People = "people-and-sign-in";

    /// <summary>The place that says why the last owner stays one.</summary>
    public static string LastOwner { get; } = Guide.PathOf(People, "the-last-owner-stays");

    /// <summary>The place that says why a message cannot be approved or cannot leave.</summary>
    public static string HeldMessage { get; } = Guide.PathOf(Messages, "a-message-cannot-be-approved-or-cannot-leave");

    /// <summary>Acts that the rules can refuse, by the names of their buttons.</summary>
    public static IReadOnlyDictionary<string, string> Acts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Mark as sent"] = Guide.PathOf(Overview, "mark-as-sent-is-refused"),
        ["Edit"] = Guide.PathOf(Overview, "edit-is-refused"),
        ["Withdraw"] = Guide.PathOf(Overview, "withdraw-is-refused"),
        ["Void invoice"] = Guide.PathOf(Overview, "void-invoice-is-refused"),
        ["Delete draft"] = Guide.PathOf(Overview, "delete-draft-is-refused"),
        ["Record payment"] = Guide.PathOf(Corrections, "record-payment-is-refused"),
        ["Record refund"] = Guide.PathOf(Corrections, "record-refund-is-refused"),
        ["Issue credit note"] = Guide.PathOf(Corrections, "issue-credit-note-is-refused"),
        ["Continue"] = Guide.PathOf(Corrections, "issue-credit-note-is-refused"),
        ["Add adjustment"] = Guide.PathOf(Corrections, "add-adjustment-is-refused"),
        ["Reverse"] = Guide.PathOf(Corrections, "reverse-is-refused"),
        ["Confirm arrival"] = Guide.PathOf(Corrections, "confirm-arrival-is-refused"),
        ["Write message"] = Guide.PathOf(Messages, "write-message-is-refused"),
        ["Mark as done"] = Guide.PathOf("follow-ups", "mark-as-done-is-refused"),
        ["Put back"] = Guide.PathOf("follow-ups", "mark-as-done-is-refused"),
    };

    /// <summary>The name of the guide for a page of the workspace, by its address without the first slash.</summary>
    public static string Screen(string address) => address.Split('?', '#')[0].Split('/') switch
    {
        ["messages" or "check", ..] or ["settings", "mail", ..] => Messages,
        ["follow-ups", ..] => "follow-ups",
        ["settings", "portal", ..] => "set-up-the-portal",
        ["settings", "people", ..] => People,
        ["settings", ..] or ["customers", ..] => "what-customers-see",
        ["invoices", ..] => Overview,
        ["import", ..] => "your-data",
        _ => Links,
    };

    /// <summary>Where a reason against a link is explained: under a heading that bears the name of its code.</summary>
    public static string Blocker(LinkBlocker blocker) => Guide.PathOf(Links, JsonNamingPolicy.KebabCaseLower.ConvertName($"{blocker.Code}"));

    /// <summary>Where a finding of the check is explained.</summary>
    public static string Finding(FindingCode code) => Guide.PathOf(Messages, code switch
    {
        FindingCode.AdminAddress or FindingCode.InternalId => "it-names-the-workspace-or-an-internal-id",
        FindingCode.PrivateNote => "it-holds-words-of-a-private-note",
        FindingCode.OtherCustomer => "it-names-another-customer",
        FindingCode.OtherInvoiceLink or FindingCode.OtherSiteLink or FindingCode.DraftLink => "its-link-shows-something-else",
        FindingCode.DeadLink => "its-link-does-not-work",
        FindingCode.WrongAmount or FindingCode.WrongDate => "an-amount-or-a-date-is-wrong",
        FindingCode.UnresolvedPlaceholder => "a-placeholder-is-left-over",
        _ => "what-the-check-finds",
    });
}
