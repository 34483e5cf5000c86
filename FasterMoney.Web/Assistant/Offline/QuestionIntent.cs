namespace FasterMoney.Web.Assistant.Offline;

/// <summary>What the built-in assistant understands.</summary>
public enum QuestionIntent
{
    Unknown,
    Help,
    DraftMessage,
    LinkState,
    FollowUp,
    UnavailableLinks,
    OverdueNotOpened,
    WhoOwesMost,
    MoneyIn,
    DueThisWeek,
    WhoPaysLate,
    DebtAges,
    ExplainBalance,
    CorrectedBalance,
    Summary,

    /// <summary>To send, approve, record, change or delete something.</summary>
    Forbidden,
}

/// <summary>One question as the built-in assistant reads it.</summary>
/// <param name="Intent">What is wanted.</param>
/// <param name="Number">An invoice's number, as it was typed.</param>
/// <param name="Customer">Words that could be a customer's name.</param>
/// <param name="When">The day that a follow-up is wanted for, as words.</param>
/// <param name="Forbidden">The kind of act that was asked for as well.</param>
public sealed record Question(QuestionIntent Intent, string? Number, string? Customer, string When, ForbiddenAct Forbidden)
{
    public bool NamesInvoice => Number is not null || Customer is not null;
}

public enum ForbiddenAct
{
    None,
    Send,
    Approve,
    Money,
    Link,
    Other,
}
