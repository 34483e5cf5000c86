using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Csv;

namespace FasterMoney.Web.Import;

/// <summary>
/// Puts the rows of a file together into invoices. A row holds a line, a payment or both; rows with one number are one invoice.
/// What is said of the invoice as a whole stands in its first row, and may be repeated in the others.
/// </summary>
public sealed class InvoiceRows(CsvTable table, ImportColumns columns, Site site)
{
    private static readonly string[] OfTheWhole =
        ["customer_id", "status", "issue_date", "due_date", "currency", "prices_include_tax", .. ImportColumns.OfTexts, "private_note"];

    /// <summary>Which rows belong together, in the order in which the invoices start. Rows that belong nowhere become problems.</summary>
    public IReadOnlyList<InvoiceGroup> Groups(ImportProblems problems)
    {
        var invoices = new Dictionary<string, List<int>>();
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = new ImportRow(table.Rows[index], columns, problems);
            row.CheckWidth(table.Header.Count);
            if (row.Text("invoice_number") is not { Length: > 0 } number)
                row.Refuse("invoice_number", "Enter the invoice's number. Each of its rows repeats it.");
            else if (invoices.TryGetValue(number, out var rows))
                rows.Add(index);
            else
                invoices.Add(number, [index]);
        }

        return [.. invoices.Select(invoice => new InvoiceGroup(invoice.Key, [.. invoice.Value]))];
    }

    /// <summary>Whom an invoice is for, as the file calls them.</summary>
    public string CustomerOf(InvoiceGroup group) => columns.Cell(table.Rows[group.Rows[0]], "customer_id");

    /// <summary>The invoice of a group; null, with problems that say why, when there is none.</summary>
    public InvoiceImport? Read(InvoiceGroup group, IReadOnlyDictionary<string, Customer> customers, ImportProblems problems)
    {
        var number = group.Number;
        var rows = group.Rows.Select(index => new ImportRow(table.Rows[index], columns, problems)).ToList();
        var first = rows[0];
        foreach (var row in rows.Skip(1))
        {
            foreach (var column in OfTheWhole.Where(column => row.Has(column) && row.Text(column) != first.Text(column)))
                row.Refuse(column, $"This differs from row {first.Number}, where invoice {number} starts. Leave it empty, or repeat the same.");
        }

        var customer = customers.GetValueOrDefault(first.Text("customer_id"));
        if (customer is null)
        {
            first.Refuse("customer_id", first.Has("customer_id")
                ? $"There is no customer with the id “{ImportRow.Shortened(first.Text("customer_id"))}” here. Import the customers first."
                : "Enter the id of the customer.");
        }

        var issued = first.Date("issue_date");
        if (issued is null && !first.Has("issue_date"))
            first.Refuse("issue_date", "Enter the day of the invoice, such as 2026-03-31.");

        // A date that cannot be read must not make another one look wrong.
        var due = first.Date("due_date") ?? (issued ?? new DateOnly(2000, 1, 1)).AddDays(site.PaymentTermDays);
        var issuedOn = issued ?? due.AddDays(-site.PaymentTermDays);
        var currency = CurrencyOf(first);
        var isSent = IsSent(first);
        var includesTax = first.YesNo("prices_include_tax");
        var lines = new List<LineContent>();
        var lineRows = new List<int>();
        var payments = new List<PaymentImport>();
        foreach (var row in rows)
        {
            var hasLine = row.Has("description") || row.Has("unit_price") || row.Has("quantity");
            var hasPayment = row.Has("payment_amount") || row.Has("payment_date");
            if (hasLine)
            {
                lines.Add(new LineContent(
                    row.Text("description"), row.Value("quantity", 1), row.Amount("unit_price", currency, 1), row.Value("discount_percent", 0), row.Value("tax_percent", 0)));
                lineRows.Add(row.Number);
            }

            if (hasPayment && Payment(row, currency, isSent) is { } payment)
                payments.Add(payment);

            if (!hasLine && !hasPayment)
                row.Refuse("", "This row holds neither a line nor a payment.");
        }

        var content = new InvoiceContent(
            currency.Code, issuedOn, due, InvoiceTexts.Of(text => first.Text(ImportColumns.NameOf(text))), first.Text("private_note"), includesTax, lines);
        return customer is null
            ? null
            : new InvoiceImport(first.Number, number, customer, isSent, content, lineRows, [.. payments.OrderBy(payment => payment.Date)]);
    }

    private static PaymentImport? Payment(ImportRow row, Currency currency, bool isSent)
    {
        var amount = row.Amount("payment_amount", currency, 1);
        var date = row.Date("payment_date");
        var method = Method(row);
        if (date is null)
        {
            if (!row.Has("payment_date"))
                row.Refuse("payment_date", "Enter the day of the payment, such as 2026-03-31.");

            return null;
        }

        if (!isSent)
        {
            row.Refuse("payment_amount", "A draft has no payments. Write sent into the invoice's status.");
            return null;
        }

        return new PaymentImport(row.Number, date.Value, amount, method, row.Text("payment_reference"), row.Text("payment_note"));
    }

    private Currency CurrencyOf(ImportRow row)
    {
        if (!row.Has("currency"))
            return site.Currency;

        if (Currency.TryFind(row.Text("currency"), out var currency))
            return currency;

        row.Refuse("currency", $"“{ImportRow.Shortened(row.Text("currency"))}” is no currency of ISO 4217. Write three letters, such as {site.CurrencyCode}.");
        return Currency.Of("KWD"); // three decimal places, so that no amount is refused for its currency's sake
    }

    private static bool IsSent(ImportRow row)
    {
        switch (row.Text("status").ToLowerInvariant())
        {
            case "sent":
                return true;
            case "draft" or "":
                return false;
            default:
                row.Refuse("status", "Write sent or draft. Leave void invoices out.");
                return true;
        }
    }

    private static PaymentMethod Method(ImportRow row)
    {
        switch (row.Text("payment_method").ToLowerInvariant().Replace(' ', '_'))
        {
            case "bank_transfer" or "transfer" or "":
                return PaymentMethod.BankTransfer;
            case "card":
                return PaymentMethod.Card;
            case "cash":
                return PaymentMethod.Cash;
            case "cheque" or "check":
                return PaymentMethod.Cheque;
            case "other":
                return PaymentMethod.Other;
            default:
                row.Refuse("payment_method", "Write bank_transfer, card, cash, cheque or other.");
                return PaymentMethod.Other;
        }
    }
}

/// <summary>The rows of one invoice, by their place in the file.</summary>
public sealed record InvoiceGroup(string Number, int[] Rows);
