using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Admin.Controls;

namespace FasterMoney.Web.Admin.Workspace.Editor;

public sealed partial class InvoiceForm
{
    /// <summary>What is compared when two people saved the same draft.</summary>
    public static IReadOnlyList<FormPart<InvoiceForm>> Parts { get; } =
    [
        new("Customer", form => form.CustomerName, CopyCustomer, form => form.CustomerId?.ToString() ?? ""),
        new("Issue date", form => form.Written(form.IssueDate), (from, to) => to.IssueDate = from.IssueDate),
        new("Due date", form => form.Written(form.DueDate), (from, to) => (to.DueDate, to.FollowsTerm) = (from.DueDate, from.FollowsTerm)),
        new("Currency", form => form.CurrencyCode, (from, to) => to.CurrencyCode = from.CurrencyCode),
        .. InvoiceTexts.Brief.Select(text => new FormPart<InvoiceForm>(
            text.Label, form => text.Of(form.Texts), (from, to) => to.Texts = text.With(to.Texts, text.Of(from.Texts)))),
        new("Prices", form => form.PricesIncludeTax ? "With tax" : "Without tax", (from, to) => to.PricesIncludeTax = from.PricesIncludeTax),
        new("Lines", form => string.Join('\n', form.Lines.Where(line => !line.IsBlank)), CopyLines),
        new("Memo to the customer", form => form.Memo ?? "", (from, to) => to.Memo = from.Memo),
        new("Private note", form => form.PrivateNote ?? "", (from, to) => to.PrivateNote = from.PrivateNote),
    ];

    private static void CopyCustomer(InvoiceForm from, InvoiceForm to) => (to.CustomerId, to.CustomerName) = (from.CustomerId, from.CustomerName);

    private static void CopyLines(InvoiceForm from, InvoiceForm to)
    {
        to.Lines.Clear();
        to.Lines.AddRange(from.Lines.Select(line => line.Copy()));
    }

    private string Written(DateOnly? date) => date?.ToString("d", Culture) ?? "";
}
