using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    public static MessageWording French { get; } = new()
    {
        Code = "fr",
        Greeting = "Bonjour {{customer_name}},",
        Regards = "Cordialement,",
        Templates = new Dictionary<MessageTemplate, MessageParts>
        {
            [MessageTemplate.Blank] = new(
                "Facture {{invoice_number}}",
                "",
                null,
                ""),
            [MessageTemplate.InvoiceSent] = new(
                "Facture {{invoice_number}} de {business}",
                "Nous vous remercions de votre confiance. La facture {{invoice_number}} est à votre disposition. Le reste à payer est de {{balance_due}}, à régler au plus tard le {{due_date}}.",
                "Vous pouvez consulter la facture, son solde actuel et les modalités de paiement ici\u00a0:",
                "Pour toute question, il vous suffit de répondre à ce message."),
            [MessageTemplate.ReminderBeforeDue] = new(
                "La facture {{invoice_number}} arrive à échéance le {{due_date}}",
                "Nous nous permettons de vous rappeler que la facture {{invoice_number}} arrive à échéance le {{due_date}}. Le reste à payer est de {{balance_due}}.",
                "Vous pouvez consulter la facture, son solde actuel et les modalités de paiement ici\u00a0:",
                "Si vous avez déjà effectué le paiement, nous vous en remercions et vous prions de ne pas tenir compte de ce message."),
            [MessageTemplate.DueToday] = new(
                "La facture {{invoice_number}} arrive à échéance aujourd’hui",
                "La facture {{invoice_number}} arrive à échéance aujourd’hui, le {{due_date}}. Le reste à payer est de {{balance_due}}.",
                "Vous pouvez consulter la facture, son solde actuel et les modalités de paiement ici\u00a0:",
                "Si vous avez déjà effectué le paiement, nous vous en remercions et vous prions de ne pas tenir compte de ce message."),
            [MessageTemplate.Overdue] = new(
                "Rappel de paiement\u00a0: facture {{invoice_number}}",
                "Sauf erreur de notre part, la facture {{invoice_number}}, échue le {{due_date}}, n’a pas encore été entièrement réglée. Le reste à payer est de {{balance_due}}. Nous vous remercions de bien vouloir procéder au règlement dans les meilleurs délais.",
                "Vous pouvez consulter la facture, son solde actuel et les modalités de paiement ici\u00a0:",
                "Si votre paiement est en cours, nous vous en remercions. Pour toute question sur cette facture, il vous suffit de répondre à ce message."),
            [MessageTemplate.CorrectedBalance] = new(
                "Solde rectifié de la facture {{invoice_number}}",
                "Le solde de la facture {{invoice_number}} a été rectifié. Il est désormais de {{balance_due}}.",
                "Vous pouvez consulter le détail de ce solde ici\u00a0:",
                "Nous vous prions de nous excuser pour la gêne occasionnée."),
            [MessageTemplate.PaymentReceived] = new(
                "Merci pour votre paiement de la facture {{invoice_number}}",
                "Nous avons bien reçu votre paiement de la facture {{invoice_number}} et vous en remercions. Le reste à payer est désormais de {{balance_due}}.",
                "La facture et vos paiements restent à votre disposition ici\u00a0:",
                "Nous restons à votre entière disposition."),
        },
    };
}
