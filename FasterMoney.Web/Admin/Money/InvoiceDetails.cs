using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Admin.Workspace.Entries;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>What the drawer shows of one invoice. Amounts and dates are already written in the site's language.</summary>
public sealed record InvoiceDetails
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Customer { get; init; }
    public required InvoiceStatus State { get; init; }
    public required SendState SendState { get; init; }
    public required long Version { get; init; }

    /// <summary>What may be done with it now.</summary>
    public AllowedActs Acts { get; init; } = AllowedActs.None;

    /// <summary>True once it has its number.</summary>
    public bool IsNumbered { get; init; }
    public required PortalLinkDetails Link { get; init; }
    public string? Due { get; init; }

    /// <summary>What stands at the head of the invoice, for the drawer and for who reviews it before sending.</summary>
    public IReadOnlyList<Fact> Head { get; init; } = [];

    /// <summary>True while something is to be paid.</summary>
    public bool IsOwed { get; init; }

    /// <summary>What makes the total, which is the last one.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The way from the total to the balance.</summary>
    public ShownHistory History { get; init; } = new("", "", [], null, "", "");

    /// <summary>A credit note that is being written; customers see nothing of it.</summary>
    public DraftCreditNote? DraftCreditNote { get; init; }
    public IReadOnlyList<LineDetails> Lines { get; init; } = [];
    public string? CustomerMemo { get; init; }
    public string? PrivateNote { get; init; }

    /// <summary>What is still to be done about it.</summary>
    public IReadOnlyList<InvoiceFollowUp> FollowUps { get; init; } = [];

    /// <summary>The latest messages about it.</summary>
    public IReadOnlyList<InvoiceMessage> Messages { get; init; } = [];
    public IReadOnlyList<Happened> Activity { get; init; } = [];
}

public sealed record Fact(string Term, string Value);

public sealed record Figure(string Name, string Amount, bool IsSum = false);

public sealed record LineDetails(string Description, string Quantity, string UnitPrice, string? Discount, string? Tax, string Amount);

/// <summary>A message about an invoice.</summary>
/// <param name="Address">Where it is read.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="State">How far it has come, in words.</param>
/// <param name="At">Since when, in UTC.</param>
public sealed record InvoiceMessage(string Address, string To, string State, DateTime At);

public sealed record Happened(DateTime At, string Sentence);
