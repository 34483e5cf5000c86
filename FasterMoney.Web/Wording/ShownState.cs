namespace FasterMoney.Web.Wording;

/// <summary>Send state and payment state as the one word that people see.</summary>
public enum ShownState
{
    Draft,
    Unpaid,
    PartiallyPaid,
    Paid,
    Overdue,
    Refunded,
    InCredit,
    Void,
}
