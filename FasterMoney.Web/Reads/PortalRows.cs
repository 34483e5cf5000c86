using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Web.Reads;

/// <summary>
/// What the portal reads of a link, its site and its invoice, already as those want it who decide, count and draw: nothing is copied on the way.
/// Private notes and names of staff are not selected, and only <see cref="Head"/> reaches a customer.
/// </summary>
public sealed record PortalRow
{
    public required Guid SiteId { get; init; }
    public required Guid LinkId { get; init; }
    public required Guid InvoiceId { get; init; }

    /// <summary>The invoice's, by which statements on it are told to belong together.</summary>
    public required long Version { get; init; }
    public required string TimeZoneId { get; init; }

    /// <summary>The customer's, as a tag.</summary>
    public required string Language { get; init; }
    public required string? RouteBaseUrl { get; init; }
    public required string? RouteSegment { get; init; }
    public required bool HasLogo { get; init; }
    public required bool LinkReplaced { get; init; }

    public required PortalHead Head { get; init; }

    /// <summary>For whoever holds the link's address; the day is the reader's to add.</summary>
    public required LinkFacts Link { get; init; }

    /// <summary>Without the day, the entries and the first opening.</summary>
    public required StatementFacts Money { get; init; }
}

/// <param name="Row">The link with its site and invoice.</param>
/// <param name="Lines">In order.</param>
/// <param name="Entries">Without what ties them to each other: no id of an entry leaves the database.</param>
/// <param name="FirstOpened">When a customer first opened the page, under whichever link, in UTC; read only when something was corrected, and null when none did.</param>
public sealed record PortalRead(PortalRow Row, IReadOnlyList<PortalLine> Lines, IReadOnlyList<EntryFacts> Entries, DateTime? FirstOpened)
{
    public InvoiceStatement StatementOn(DateOnly today) => new(Row.Money with { Today = today, FirstOpened = FirstOpened, Entries = Entries });

    public LinkVerdict VerdictOn(DateOnly today) => PortalLinkAvailability.Of(Row.Link with { Today = today });
}
