using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Wording;
using FasterMoney.Web.Csv;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Import;

/// <summary>What a file would bring to a site: read, checked, and told apart from what is there already.</summary>
public sealed class ImportPlan
{
    private const int ShownRows = 10;
    private readonly ImportProblems _problems = new();
    private CsvTable? _table;
    private ImportColumns? _columns;
    private int _found;

    private ImportPlan()
    {
    }

    public ImportKind? Kind => _columns?.Kind;

    public ImportProblems Problems => _problems;

    public IReadOnlyList<CustomerImport> NewCustomers { get; private set; } = [];

    /// <summary>As they will be stored, once nothing stands against the file.</summary>
    public IReadOnlyList<Invoice> NewInvoices { get; private set; } = [];

    private int NewCount => NewCustomers.Count + NewInvoices.Count;

    /// <summary>How many of the file are on the site already.</summary>
    public int Known => _found - NewCount;

    internal static async Task<ImportPlan> ReadAsync(SiteSession session, ImportFile file, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan();
        try
        {
            plan._table = CsvTable.Read(file.Bytes);
        }
        catch (CsvRefused refusal)
        {
            plan._problems.Add(refusal.Row, "", refusal.Message);
            return plan;
        }

        plan._columns = ImportColumns.Of(plan._table, plan._problems);
        if (plan._table.Rows.Count == 0)
            plan._problems.Add(0, "", "The file holds no rows below the names of the columns.");

        // With a column missing, a sentence for each of its cells would bury the one that helps.
        if (plan._problems.Count == 0)
            await (plan.Kind == ImportKind.Customers ? plan.ReadCustomersAsync(session, cancellationToken) : plan.ReadInvoicesAsync(session, cancellationToken));

        return plan;
    }

    internal ImportPreview ToPreview(Site site)
    {
        var culture = SiteText.CultureOf(site);
        var (names, rows) = Kind == ImportKind.Invoices ? Invoices(culture) : Customers();
        var format = _table is null ? "" : $"{_table.EncodingName}, separated by {_table.DelimiterName}";
        return new ImportPreview(Kind, format, _table?.Rows.Count ?? 0, NewCount, NewInvoices.Sum(invoice => invoice.EntryCount), Known,
            _columns?.Unknown ?? [], _problems.Kept, _problems.Count, names, rows);
    }

    private async Task ReadCustomersAsync(SiteSession session, CancellationToken cancellationToken)
    {
        var all = CustomerImport.Read(_table!, _columns!, session.Site, _problems);
        var known = await session.Db.Customers
            .Where(customer => customer.SiteId == session.Site.Id && customer.ExternalId != null)
            .Select(customer => customer.ExternalId!)
            .ToHashSetAsync(cancellationToken);
        (_found, NewCustomers) = (all.Count, [.. all.Where(customer => !known.Contains(customer.ExternalId))]);
    }

    private async Task ReadInvoicesAsync(SiteSession session, CancellationToken cancellationToken)
    {
        var customers = await session.Db.Customers.AsNoTracking()
            .Where(customer => customer.SiteId == session.Site.Id && customer.ExternalId != null)
            .ToDictionaryAsync(customer => customer.ExternalId!, cancellationToken);
        var known = await session.Db.Invoices
            .Where(invoice => invoice.SiteId == session.Site.Id && invoice.Number != null)
            .Select(invoice => invoice.Number!)
            .ToHashSetAsync(cancellationToken);
        var all = new InvoiceRows(_table!, _columns!, session.Site, customers, _problems).Read();
        var added = all.Where(invoice => !known.Contains(invoice.Number)).ToList();

        // The highest number first, so that the site's sequence moves once.
        foreach (var number in added.Select(invoice => invoice.Number).OrderByDescending(number => InvoiceNumber.SequenceIn(session.Site.NumberPrefix, number)))
            session.Site.ContinueNumbersAbove(number, session.Actor, session.Now);

        (_found, NewInvoices) = (all.Count, [.. added.Select(invoice => invoice.Write(session.Site, session.Actor, session.Now, _problems)).OfType<Invoice>()]);
    }

    private (IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Rows) Customers() => (
        ["Id", "Name", "Contact", "E-mail", "Language", "Address"],
        [.. NewCustomers.Take(_problems.Count == 0 ? ShownRows : 0).Select(customer => (IReadOnlyList<string>)
        [
            customer.ExternalId, customer.Content.Name, customer.Content.ContactName, customer.Content.Email, customer.Content.Language,
            customer.Content.BillingAddress.ReplaceLineEndings(", "),
        ])]);

    private (IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Rows) Invoices(CultureInfo culture) => (
        ["Number", "Customer", "Issued", "Due", "Lines", "Total", "Paid", "Balance", "Becomes"],
        [.. NewInvoices.Take(_problems.Count == 0 ? ShownRows : 0).Select(invoice => (IReadOnlyList<string>)
        [
            invoice.Number!, invoice.BilledTo, Date(invoice.IssueDate), Date(invoice.DueDate), invoice.Lines.Count.ToString(culture), invoice.Total.Format(culture),
            new Money(invoice.PaidMinor, invoice.Currency).Format(culture), BalanceText.Of(invoice.BalanceDue, culture), invoice.SendState.ToString(),
        ])]);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
