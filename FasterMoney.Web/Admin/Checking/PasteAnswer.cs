using FasterMoney.Domain.ContentChecks;

namespace FasterMoney.Web.Admin.Checking;

/// <summary>What is known of a pasted text. It holds nothing of the text but short excerpts.</summary>
/// <param name="About">Whom and what it was read for, such as <c>Ada's Bakery, invoice INV-0001</c>; null when nobody could tell.</param>
/// <param name="Links">Every portal link in it.</param>
/// <param name="Findings">What should not, or perhaps should not, reach a customer.</param>
public sealed record PasteAnswer(string? About, IReadOnlyList<PastedLink> Links, IReadOnlyList<Finding> Findings);

/// <summary>A portal link in a pasted text.</summary>
/// <param name="Shown">The link with its secret cut short.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Sentence">Whose it is, and why it does not work if it does not.</param>
/// <param name="InvoiceId">The invoice of this site that it leads to; null when it leads to none.</param>
/// <param name="Invoice">What people call it.</param>
/// <param name="Customer">Its customer as billed.</param>
/// <param name="Balance">What is owed on it.</param>
/// <param name="Due">When.</param>
public sealed record PastedLink(string Shown, PastedLinkState State, string Sentence, Guid? InvoiceId = null, string Invoice = "", string Customer = "", string Balance = "", string Due = "");

public enum PastedLinkState
{
    Works,
    Statement,
    Dead,
    OtherSite,
    Unknown,
}
