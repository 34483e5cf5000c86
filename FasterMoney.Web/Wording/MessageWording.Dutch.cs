using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    public static MessageWording Dutch { get; } = new()
    {
        Code = "nl",
        Greeting = "Beste {{customer_name}},",
        Regards = "Met vriendelijke groet,",
        Templates = new Dictionary<MessageTemplate, MessageParts>
        {
            [MessageTemplate.Blank] = new(
                "Factuur {{invoice_number}}",
                "",
                null,
                ""),
            [MessageTemplate.InvoiceSent] = new(
                "Factuur {{invoice_number}} van {business}",
                "Hartelijk dank voor uw opdracht. Factuur {{invoice_number}} staat voor u klaar. Het te betalen bedrag is {{balance_due}}, te voldoen uiterlijk op {{due_date}}.",
                "De factuur, de actuele stand en de betaalgegevens vindt u hier:",
                "Heeft u vragen? Beantwoord dan gewoon dit bericht."),
            [MessageTemplate.ReminderBeforeDue] = new(
                "Factuur {{invoice_number}} vervalt op {{due_date}}",
                "Graag herinneren wij u eraan dat factuur {{invoice_number}} vervalt op {{due_date}}. Het te betalen bedrag is {{balance_due}}.",
                "De factuur, de actuele stand en de betaalgegevens vindt u hier:",
                "Heeft u al betaald? Dan danken wij u en kunt u dit bericht als niet verzonden beschouwen."),
            [MessageTemplate.DueToday] = new(
                "Factuur {{invoice_number}} vervalt vandaag",
                "Factuur {{invoice_number}} vervalt vandaag, {{due_date}}. Het te betalen bedrag is {{balance_due}}.",
                "De factuur, de actuele stand en de betaalgegevens vindt u hier:",
                "Heeft u al betaald? Dan danken wij u en kunt u dit bericht als niet verzonden beschouwen."),
            [MessageTemplate.Overdue] = new(
                "Betalingsherinnering: factuur {{invoice_number}}",
                "Volgens onze gegevens is factuur {{invoice_number}}, die op {{due_date}} is vervallen, nog niet volledig betaald. Het te betalen bedrag is {{balance_due}}. Wilt u de betaling binnen enkele dagen in orde maken?",
                "De factuur, de actuele stand en de betaalgegevens vindt u hier:",
                "Is uw betaling al onderweg? Dan danken wij u. Heeft u vragen over de factuur, beantwoord dan gewoon dit bericht."),
            [MessageTemplate.CorrectedBalance] = new(
                "Gecorrigeerd saldo van factuur {{invoice_number}}",
                "Het saldo van factuur {{invoice_number}} is gecorrigeerd en is nu {{balance_due}}.",
                "Hoe dit saldo is ontstaan, ziet u hier:",
                "Onze excuses voor het ongemak."),
            [MessageTemplate.PaymentReceived] = new(
                "Bedankt voor uw betaling van factuur {{invoice_number}}",
                "Wij hebben uw betaling van factuur {{invoice_number}} ontvangen, waarvoor dank. Het te betalen bedrag is nu {{balance_due}}.",
                "De factuur en uw betalingen blijft u hier vinden:",
                "Wij zijn u graag weer van dienst."),
        },
    };
}
