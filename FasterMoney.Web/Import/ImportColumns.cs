using System.Text.Json;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Csv;

namespace FasterMoney.Web.Import;

/// <summary>Which columns a file has, and what it therefore holds.</summary>
public sealed class ImportColumns
{
    public static readonly string[] OfCustomers = ["customer_id", "name", "contact_name", "email", "language", "billing_address", "private_note"];

    /// <summary>An invoice's texts, in their order.</summary>
    public static readonly string[] OfTexts = [.. InvoiceTexts.All.Select(NameOf)];

    public static readonly string[] OfInvoices =
    [
        "invoice_number", "customer_id", "status", "issue_date", "due_date", "currency", "prices_include_tax", .. OfTexts, "private_note",
        "description", "quantity", "unit_price", "discount_percent", "tax_percent",
        "payment_date", "payment_amount", "payment_method", "payment_reference", "payment_note",
    ];

    private readonly Dictionary<string, int> _places = [];

    private ImportColumns(ImportKind kind) => Kind = kind;

    public ImportKind Kind { get; }

    public IReadOnlyList<string> Unknown { get; private set; } = [];

    /// <summary>Null when the header is neither of a file of customers nor of one of invoices.</summary>
    public static ImportColumns? Of(CsvTable table, ImportProblems problems)
    {
        var names = table.Header.Select(Plain).ToList();
        var kind = names.Contains("invoice_number") ? ImportKind.Invoices : names.Contains("customer_id") ? ImportKind.Customers : (ImportKind?)null;
        if (kind is null)
        {
            problems.Add(1, "", "There is no column customer_id or invoice_number. The first row must hold the names of the columns.");
            return null;
        }

        var columns = new ImportColumns(kind.Value);
        var known = kind == ImportKind.Customers ? OfCustomers : OfInvoices;
        foreach (var (place, name) in names.Index())
        {
            if (known.Contains(name) && !columns._places.TryAdd(name, place))
                problems.Add(1, name, "This column is there twice. Leave one out.");
        }

        string[] needed = kind == ImportKind.Customers ? ["customer_id", "name"] : ["invoice_number", "customer_id", "issue_date", "description", "unit_price"];
        foreach (var name in needed.Where(name => !columns._places.ContainsKey(name)))
            problems.Add(1, name, "This column is missing.");

        columns.Unknown = [.. table.Header.Where(name => name.Trim().Length > 0 && !known.Contains(Plain(name)))];
        return columns;
    }

    /// <summary>The cell without blanks around it; empty when the row or the file has none.</summary>
    public string Cell(CsvRow row, string column) =>
        _places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place].Trim() : "";

    /// <summary>The column of one of an invoice's texts.</summary>
    public static string NameOf(InvoiceText text) => JsonNamingPolicy.SnakeCaseLower.ConvertName(text.Name);

    private static string Plain(string name) => name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
