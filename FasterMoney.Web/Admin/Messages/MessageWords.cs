using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>What people of the site call states, templates and placeholders.</summary>
public static class MessageWords
{
    public static string Of(MessageState state) => state switch
    {
        MessageState.ToReview => "To review",
        _ => state.ToString(),
    };

    public static string Of(MessageTemplate template) => template switch
    {
        MessageTemplate.Blank => "Blank",
        MessageTemplate.InvoiceSent => "Invoice sent",
        MessageTemplate.ReminderBeforeDue => "Reminder before due",
        MessageTemplate.DueToday => "Due today",
        MessageTemplate.CorrectedBalance => "Corrected balance",
        MessageTemplate.PaymentReceived => "Payment received",
        _ => template.ToString(),
    };

    public static string OfPlaceholder(string placeholder) => placeholder switch
    {
        Placeholders.PortalLink => "Portal link",
        Placeholders.BalanceDue => "Balance due",
        Placeholders.DueDate => "Due date",
        Placeholders.InvoiceNumber => "Invoice number",
        Placeholders.CustomerName => "Customer name",
        _ => placeholder,
    };
}
