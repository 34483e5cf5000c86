namespace FasterMoney.Domain.Statements;

/// <summary>Send state and payment state as the one word that people see; derived from the balance and the date, never stored.</summary>
public enum InvoiceStatus
{
    /// <summary>Customers see nothing of it.</summary>
    Draft,

    /// <summary>Nothing was paid, and it is not yet late.</summary>
    Unpaid,

    /// <summary>Something was paid, something is open, and it is not yet late.</summary>
    PartiallyPaid,

    /// <summary>Nothing is open.</summary>
    Paid,

    /// <summary>Something is open after the due date.</summary>
    Overdue,

    /// <summary>All that was paid went back, and nothing is open.</summary>
    Refunded,

    /// <summary>The customer has something in their favour.</summary>
    InCredit,

    /// <summary>Cancelled: nothing to pay.</summary>
    Void,
}
