namespace FasterMoney.Web.Data;

/// <summary>How far a made-up invoice has come. Together they are every send and payment state and every kind of entry.</summary>
public enum SampleScenario
{
    Draft,
    Sent,
    DueToday,
    Overdue,
    PartlyPaid,
    PartlyPaidOverdue,
    Paid,
    PaidInTwo,
    OldPaid,
    Credited,
    Adjusted,
    InCredit,
    Refunded,
    Processing,
    Corrected,
    Void,
    LinkTurnedOff,
    Expired,
}
