namespace FasterMoney.Web.Assistant.Facts;

/// <summary>What a model may know of one invoice. It has no property for notes, ids, addresses or names of staff, and there should be none.</summary>
public sealed record InvoiceFacts
{
    /// <summary>Its number, or a name for a draft that means something in this conversation alone.</summary>
    public required string Invoice { get; init; }
    public required Quoted Customer { get; init; }
    public Quoted? Contact { get; init; }

    /// <summary>Of the customer's page and of messages to them.</summary>
    public required string Language { get; init; }
    public required string SendState { get; init; }
    public required string State { get; init; }
    public required string Total { get; init; }
    public required string BalanceDue { get; init; }

    /// <summary>True while the customer has something to pay.</summary>
    public required bool IsOwed { get; init; }
    public required bool IsCorrected { get; init; }
    public required string Issued { get; init; }
    public required string Due { get; init; }
    public required DateOnly DueDay { get; init; }
    public required int DaysOverdue { get; init; }
    public required PortalLinkFacts PortalLink { get; init; }

    /// <summary>The template that a message about it starts from now.</summary>
    public required string FittingTemplate { get; init; }

    /// <summary>When the customer last looked, as far as one can tell; null when they did not.</summary>
    public string? LastOpened { get; init; }
    public Quoted? Reference { get; init; }
    public Quoted? Memo { get; init; }
    public IReadOnlyList<LineFacts> Lines { get; init; } = [];
    public int LineCount { get; init; }

    /// <summary>The day at the business.</summary>
    public required DateOnly Today { get; init; }
}

public sealed record LineFacts(Quoted Description, string Amount);

/// <summary>Whether the link may be used, every reason if not, and what a person does about each.</summary>
public sealed record PortalLinkFacts(bool Available, IReadOnlyList<LinkReason> Reasons, string? WorksThrough, string? LastCopied);

public sealed record LinkReason(string Reason, string Fix);

public sealed record BalanceFacts(
    string Invoice,
    Quoted Customer,
    string Issued,
    string Total,
    IReadOnlyList<BalanceStep> Steps,
    int StepCount,
    string BalanceDue,
    string Due,
    string State,
    bool IsVoid,
    bool InCustomersFavour);

/// <param name="What">Payment, refund, credit note and so on.</param>
/// <param name="Change">With its sign.</param>
/// <param name="BalanceAfter">What was due after it.</param>
/// <param name="Text">What the customer reads beside it.</param>
/// <param name="Mark">Reversed, processing or arrived; null for the rest.</param>
/// <param name="IsCorrection">Whether it corrects what the customer may have read before.</param>
public sealed record BalanceStep(string Date, string What, string Change, string BalanceAfter, Quoted? Text, string? Mark, bool IsCorrection);
