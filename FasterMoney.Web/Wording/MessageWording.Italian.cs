using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    public static MessageWording Italian { get; } = new()
    {
        Code = "it",
        Greeting = "Gentile {{customer_name}},",
        Regards = "Cordiali saluti,",
        Templates = new Dictionary<MessageTemplate, MessageParts>
        {
            [MessageTemplate.Blank] = new(
                "Fattura {{invoice_number}}",
                "",
                null,
                ""),
            [MessageTemplate.InvoiceSent] = new(
                "Fattura {{invoice_number}} di {business}",
                "La ringraziamo per la fiducia. La fattura {{invoice_number}} è a Sua disposizione. L’importo da pagare è di {{balance_due}}, con scadenza il {{due_date}}.",
                "Può consultare la fattura, il saldo attuale e le modalità di pagamento qui:",
                "Per qualsiasi domanda può rispondere a questo messaggio."),
            [MessageTemplate.ReminderBeforeDue] = new(
                "La fattura {{invoice_number}} scade il {{due_date}}",
                "Le ricordiamo cordialmente che la fattura {{invoice_number}} scade il {{due_date}}. L’importo da pagare è di {{balance_due}}.",
                "Può consultare la fattura, il saldo attuale e le modalità di pagamento qui:",
                "Se ha già pagato, La ringraziamo e La preghiamo di non tenere conto di questo messaggio."),
            [MessageTemplate.DueToday] = new(
                "La fattura {{invoice_number}} scade oggi",
                "La fattura {{invoice_number}} scade oggi, {{due_date}}. L’importo da pagare è di {{balance_due}}.",
                "Può consultare la fattura, il saldo attuale e le modalità di pagamento qui:",
                "Se ha già pagato, La ringraziamo e La preghiamo di non tenere conto di questo messaggio."),
            [MessageTemplate.Overdue] = new(
                "Sollecito di pagamento: fattura {{invoice_number}}",
                "Secondo i nostri dati la fattura {{invoice_number}}, scaduta il {{due_date}}, non è ancora stata pagata per intero. L’importo da pagare è di {{balance_due}}. La preghiamo di provvedere nei prossimi giorni.",
                "Può consultare la fattura, il saldo attuale e le modalità di pagamento qui:",
                "Se il pagamento è già in corso, La ringraziamo. Per qualsiasi domanda sulla fattura può rispondere a questo messaggio."),
            [MessageTemplate.CorrectedBalance] = new(
                "Saldo corretto della fattura {{invoice_number}}",
                "Il saldo della fattura {{invoice_number}} è stato corretto. Ora è di {{balance_due}}.",
                "Qui trova come si arriva a questo saldo:",
                "Ci scusiamo per il disturbo."),
            [MessageTemplate.PaymentReceived] = new(
                "Grazie per il pagamento della fattura {{invoice_number}}",
                "Abbiamo ricevuto il Suo pagamento della fattura {{invoice_number}} e La ringraziamo. L’importo da pagare è ora di {{balance_due}}.",
                "La fattura e i Suoi pagamenti restano a disposizione qui:",
                "Restiamo a Sua disposizione."),
        },
    };
}
