namespace FasterMoney.Web.Samples;

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
