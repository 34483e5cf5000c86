using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Wording;

public sealed partial record MessageWording
{
    public static MessageWording Spanish { get; } = new()
    {
        Code = "es",
        Greeting = "Buenos días, {{customer_name}}:",
        Regards = "Atentamente,",
        Templates = new Dictionary<MessageTemplate, MessageParts>
        {
            [MessageTemplate.Blank] = new(
                "Factura {{invoice_number}}",
                "",
                null,
                ""),
            [MessageTemplate.InvoiceSent] = new(
                "Factura {{invoice_number}} de {business}",
                "Le agradecemos su confianza. La factura {{invoice_number}} ya está a su disposición. El importe pendiente es de {{balance_due}} y vence el {{due_date}}.",
                "Puede consultar la factura, el saldo actual y la forma de pago aquí:",
                "Si tiene alguna pregunta, no dude en responder a este mensaje."),
            [MessageTemplate.ReminderBeforeDue] = new(
                "La factura {{invoice_number}} vence el {{due_date}}",
                "Le recordamos amablemente que la factura {{invoice_number}} vence el {{due_date}}. El importe pendiente es de {{balance_due}}.",
                "Puede consultar la factura, el saldo actual y la forma de pago aquí:",
                "Si ya ha realizado el pago, se lo agradecemos y le rogamos que no tenga en cuenta este mensaje."),
            [MessageTemplate.DueToday] = new(
                "La factura {{invoice_number}} vence hoy",
                "La factura {{invoice_number}} vence hoy, {{due_date}}. El importe pendiente es de {{balance_due}}.",
                "Puede consultar la factura, el saldo actual y la forma de pago aquí:",
                "Si ya ha realizado el pago, se lo agradecemos y le rogamos que no tenga en cuenta este mensaje."),
            [MessageTemplate.Overdue] = new(
                "Recordatorio de pago: factura {{invoice_number}}",
                "Según nuestros registros, la factura {{invoice_number}}, que venció el {{due_date}}, aún no se ha pagado por completo. El importe pendiente es de {{balance_due}}. Le rogamos que efectúe el pago lo antes posible.",
                "Puede consultar la factura, el saldo actual y la forma de pago aquí:",
                "Si su pago ya está en camino, se lo agradecemos. Si tiene alguna pregunta sobre la factura, no dude en responder a este mensaje."),
            [MessageTemplate.CorrectedBalance] = new(
                "Saldo corregido de la factura {{invoice_number}}",
                "El saldo de la factura {{invoice_number}} se ha corregido. Ahora es de {{balance_due}}.",
                "Puede consultar el detalle de este saldo aquí:",
                "Le rogamos que disculpe las molestias."),
            [MessageTemplate.PaymentReceived] = new(
                "Gracias por el pago de la factura {{invoice_number}}",
                "Hemos recibido su pago de la factura {{invoice_number}} y se lo agradecemos. El importe pendiente es ahora de {{balance_due}}.",
                "La factura y sus pagos siguen a su disposición aquí:",
                "Quedamos a su disposición."),
        },
    };
}
