using FasterMoney.Domain.Statements;

namespace FasterMoney.Domain.Messages;

/// <summary>What a message starts from. Stored by name: never rename one.</summary>
public enum MessageTemplate
{
    /// <summary>A greeting and nothing else.</summary>
    Blank,

    /// <summary>The invoice is there.</summary>
    InvoiceSent,

    /// <summary>It will be due.</summary>
    ReminderBeforeDue,

    DueToday,

    /// <summary>The due date has passed.</summary>
    Overdue,

    /// <summary>The balance is another one than the customer saw.</summary>
    CorrectedBalance,

    /// <summary>Nothing is open any more.</summary>
    PaymentReceived,
}

/// <summary>Which template suits an invoice.</summary>
public static class FittingTemplate
{
    /// <summary>The template for an invoice as it stands.</summary>
    /// <param name="statement">The invoice's, with its entries.</param>
    /// <param name="seen">When the customer last saw its balance, in UTC; null when they never did.</param>
    /// <param name="told">When the customer last got a message about it, in UTC; null when they never did.</param>
    /// <param name="wasAnnounced">Whether the customer got a message about it before.</param>
    public static MessageTemplate For(InvoiceStatement statement, DateTime? seen, DateTime? told, bool wasAnnounced) => statement.Status switch
    {
        InvoiceStatus.Draft or InvoiceStatus.Void => MessageTemplate.Blank,

        // Of two things to say, the debt is the older: only a correction since the last message about it comes first.
        InvoiceStatus.Overdue when told is null || statement.CorrectedSince(told) is null => MessageTemplate.Overdue,
        _ when statement.CorrectedSince(seen) is not null => MessageTemplate.CorrectedBalance,

        // An invoice over nothing, or one that was credited, was settled without a payment.
        _ when !statement.IsOwed => statement.Paid.IsPositive ? MessageTemplate.PaymentReceived : MessageTemplate.CorrectedBalance,
        InvoiceStatus.Overdue => MessageTemplate.Overdue,
        _ when statement.DaysLeft == 0 => MessageTemplate.DueToday,
        _ => wasAnnounced ? MessageTemplate.ReminderBeforeDue : MessageTemplate.InvoiceSent,
    };
}
