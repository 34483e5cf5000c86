using FasterMoney.Domain.Invoices;

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
    /// <summary>The template for an invoice as it is on a day.</summary>
    /// <param name="today">The day at the site.</param>
    /// <param name="wasCorrected">Whether its balance was corrected after the customer had seen it.</param>
    /// <param name="wasAnnounced">Whether the customer got a message about it before.</param>
    public static MessageTemplate For(Invoice invoice, DateOnly today, bool wasCorrected, bool wasAnnounced)
    {
        if (invoice.SendState != SendState.Sent)
            return MessageTemplate.Blank;

        if (wasCorrected)
            return MessageTemplate.CorrectedBalance;

        return invoice.BalanceMinor <= 0 ? Settled(invoice)
            : invoice.DueDate < today ? MessageTemplate.Overdue
            : invoice.DueDate == today ? MessageTemplate.DueToday
            : wasAnnounced ? MessageTemplate.ReminderBeforeDue
            : MessageTemplate.InvoiceSent;
    }

    // An invoice over nothing, or one that was credited, was settled without a payment.
    private static MessageTemplate Settled(Invoice invoice) =>
        invoice.Balance.NetPaidMinor > 0 ? MessageTemplate.PaymentReceived : MessageTemplate.CorrectedBalance;
}
