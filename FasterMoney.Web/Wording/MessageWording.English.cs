using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    public static MessageWording English { get; } = new()
    {
        Code = "en",
        Greeting = "Dear {{customer_name}},",
        Regards = "Kind regards,",
        Templates = new Dictionary<MessageTemplate, MessageParts>
        {
            [MessageTemplate.Blank] = new(
                "Invoice {{invoice_number}}",
                "",
                null,
                ""),
            [MessageTemplate.InvoiceSent] = new(
                "Invoice {{invoice_number}} from {business}",
                "Thank you for your business. Invoice {{invoice_number}} is ready for you. The balance due is {{balance_due}}, payable by {{due_date}}.",
                "You can see the invoice, its current balance and how to pay here:",
                "If you have any questions, simply reply to this message."),
            [MessageTemplate.ReminderBeforeDue] = new(
                "Invoice {{invoice_number}} is due on {{due_date}}",
                "This is a friendly reminder that invoice {{invoice_number}} is due on {{due_date}}. The balance due is {{balance_due}}.",
                "You can see the invoice, its current balance and how to pay here:",
                "If you have already paid, please disregard this message and accept our thanks."),
            [MessageTemplate.DueToday] = new(
                "Invoice {{invoice_number}} is due today",
                "Invoice {{invoice_number}} is due today, {{due_date}}. The balance due is {{balance_due}}.",
                "You can see the invoice, its current balance and how to pay here:",
                "If you have already paid, please disregard this message and accept our thanks."),
            [MessageTemplate.Overdue] = new(
                "Invoice {{invoice_number}} is overdue",
                "According to our records, invoice {{invoice_number}}, which was due on {{due_date}}, has not been paid in full yet. The balance due is {{balance_due}}. Please arrange payment at your earliest convenience.",
                "You can see the invoice, its current balance and how to pay here:",
                "If your payment is on its way, please accept our thanks. If there is a question about this invoice, simply reply to this message."),
            [MessageTemplate.CorrectedBalance] = new(
                "Corrected balance of invoice {{invoice_number}}",
                "The balance of invoice {{invoice_number}} has been corrected. It is now {{balance_due}}.",
                "You can see how this balance came about here:",
                "Please accept our apologies for any inconvenience."),
            [MessageTemplate.PaymentReceived] = new(
                "Thank you for your payment of invoice {{invoice_number}}",
                "Thank you. We have received your payment for invoice {{invoice_number}}. The balance is now {{balance_due}}.",
                "The invoice and your payments remain available to you here:",
                "We look forward to working with you again."),
        },
    };
}
