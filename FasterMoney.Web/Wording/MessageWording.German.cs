using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    public static MessageWording German { get; } = new()
    {
        Code = "de",
        Greeting = "Guten Tag {{customer_name}},",
        Regards = "Mit freundlichen Grüßen",
        Templates = new Dictionary<MessageTemplate, MessageParts>
        {
            [MessageTemplate.Blank] = new(
                "Rechnung {{invoice_number}}",
                "",
                null,
                ""),
            [MessageTemplate.InvoiceSent] = new(
                "Rechnung {{invoice_number}} von {business}",
                "vielen Dank für Ihren Auftrag. Die Rechnung {{invoice_number}} liegt für Sie bereit. Der offene Betrag ist {{balance_due}}, zahlbar bis zum {{due_date}}.",
                "Die Rechnung, den aktuellen Stand und die Zahlungsangaben finden Sie hier:",
                "Bei Fragen antworten Sie bitte einfach auf diese Nachricht."),
            [MessageTemplate.ReminderBeforeDue] = new(
                "Rechnung {{invoice_number}} ist am {{due_date}} fällig",
                "wir möchten Sie freundlich daran erinnern, dass die Rechnung {{invoice_number}} am {{due_date}} fällig ist. Der offene Betrag ist {{balance_due}}.",
                "Die Rechnung, den aktuellen Stand und die Zahlungsangaben finden Sie hier:",
                "Falls Sie bereits gezahlt haben, danken wir Ihnen und bitten Sie, diese Nachricht nicht zu beachten."),
            [MessageTemplate.DueToday] = new(
                "Rechnung {{invoice_number}} ist heute fällig",
                "die Rechnung {{invoice_number}} ist heute, am {{due_date}}, fällig. Der offene Betrag ist {{balance_due}}.",
                "Die Rechnung, den aktuellen Stand und die Zahlungsangaben finden Sie hier:",
                "Falls Sie bereits gezahlt haben, danken wir Ihnen und bitten Sie, diese Nachricht nicht zu beachten."),
            [MessageTemplate.Overdue] = new(
                "Zahlungserinnerung: Rechnung {{invoice_number}}",
                "nach unseren Unterlagen ist die Rechnung {{invoice_number}}, die am {{due_date}} fällig war, noch nicht vollständig bezahlt. Der offene Betrag ist {{balance_due}}. Bitte veranlassen Sie die Zahlung in den nächsten Tagen.",
                "Die Rechnung, den aktuellen Stand und die Zahlungsangaben finden Sie hier:",
                "Falls Ihre Zahlung schon unterwegs ist, danken wir Ihnen. Wenn Sie Fragen zur Rechnung haben, antworten Sie bitte einfach auf diese Nachricht."),
            [MessageTemplate.CorrectedBalance] = new(
                "Berichtigter Betrag: Rechnung {{invoice_number}}",
                "der Stand der Rechnung {{invoice_number}} wurde berichtigt und ist nun {{balance_due}}.",
                "Wie er zustande kommt, sehen Sie hier:",
                "Bitte entschuldigen Sie, falls Ihnen dadurch Umstände entstanden sind."),
            [MessageTemplate.PaymentReceived] = new(
                "Zahlungseingang: Rechnung {{invoice_number}}",
                "vielen Dank, Ihre Zahlung zur Rechnung {{invoice_number}} ist bei uns eingegangen. Der offene Betrag ist nun {{balance_due}}.",
                "Die Rechnung und Ihre Zahlungen können Sie weiterhin hier einsehen:",
                "Wir freuen uns auf die weitere Zusammenarbeit mit Ihnen."),
        },
    };
}
