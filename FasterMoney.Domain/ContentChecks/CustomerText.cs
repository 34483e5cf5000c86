using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.ContentChecks;

/// <summary>A text that a person typed and a customer reads.</summary>
/// <param name="Field">The input's name in reasons.</param>
/// <param name="Place">What people call it.</param>
/// <param name="Text">The text.</param>
public sealed record CustomerText(string Field, string Place, string Text);

/// <summary>
/// The one list of what people type for a customer. All of it is checked before it can be read, and the customer's page and document
/// show nothing that a person typed freely and that is not named here; a test holds the two together.
/// </summary>
public static class CustomerTexts
{
    /// <summary>What an invoice says: checked when it is sent.</summary>
    public static IReadOnlyList<CustomerText> Of(Invoice invoice) =>
    [
        .. InvoiceTexts.All.Select(text => new CustomerText(text.Name, text.Label, text.Of(invoice.Texts))),
        .. invoice.Lines.OrderBy(line => line.Position).Select(line => Line(line.Position, line.Description)),
    ];

    /// <summary>What an entry says: checked when it is recorded.</summary>
    public static IReadOnlyList<CustomerText> Of(BalanceEntry entry) => entry is CreditNote note
        ? [new(nameof(CreditNoteContent.Reason), "Reason", note.PublicText), .. note.Lines.Select((line, index) => Line(index, line.Description))]
        : [new(nameof(EntryDetails.PublicText), entry is Payment or PendingPayment ? "Public reference" : "Reason", entry.PublicText)];

    /// <summary>What a site says on every invoice: checked when it changes.</summary>
    public static IReadOnlyList<CustomerText> Of(SiteContent content) =>
    [
        new(nameof(SiteContent.PaymentInstructions), "Payment instructions", TextRule.Tidy(content.PaymentInstructions)),
        new(nameof(SiteContent.TaxNumber), "Tax number", TextRule.Tidy(content.TaxNumber)),
    ];

    private static CustomerText Line(int index, string description) => new($"Lines[{index}].Description", $"Line {index + 1}", description);
}
