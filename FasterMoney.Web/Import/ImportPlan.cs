using System.Globalization;
using System.Runtime.CompilerServices;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Customers;
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

    // How many are in memory at once.
    private const int AtOnce = 200;

    private readonly ImportProblems _problems = new();
    private readonly List<int> _newCustomers = [];
    private readonly List<InvoiceGroup> _newInvoices = [];
    private readonly List<CustomerImport> _firstCustomers = [];
    private readonly List<Invoice> _firstInvoices = [];
    private CsvTable? _table;
    private ImportColumns? _columns;
    private InvoiceRows? _rows;
    private int _found;

    private ImportPlan()
    {
    }

    public ImportKind? Kind => _columns?.Kind;

    public ImportProblems Problems => _problems;

    public int New => _newCustomers.Count + _newInvoices.Count;

    /// <summary>Payments of the new invoices.</summary>
    public int Payments { get; private set; }

    /// <summary>How many of the file are on the site already.</summary>
    public int Known => _found - New;

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
        return new ImportPreview(Kind, format, _table?.Rows.Count ?? 0, New, Payments, Known, _columns?.Unknown ?? [], _problems.Kept, _problems.Count, names, rows);
    }

    /// <summary>Takes back the memory of a portion, which nobody needs any more: left alone, the server's collector lets a hundred megabytes of them pile up.</summary>
    internal static void LetPortionGo() => GC.Collect(1, GCCollectionMode.Forced, blocking: true);

    /// <summary>The new customers, a few at a time.</summary>
    internal IEnumerable<IReadOnlyList<CustomerImport>> NewCustomers(Site site)
    {
        foreach (var few in _newCustomers.Chunk(AtOnce))
            yield return [.. few.Select(index => CustomerImport.Read(RowAt(index, new ImportProblems()), site, new ImportProblems()))];
    }

    /// <summary>The new invoices as they will be stored, a few at a time, once nothing stands against the file.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<Invoice>> NewInvoicesAsync(SiteSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var few in _newInvoices.Chunk(AtOnce))
        {
            var customers = await CustomersOfAsync(few, session, cancellationToken);
            yield return [.. few.Select(group => _rows!.Read(group, customers, new ImportProblems())!.Write(session.Site, session.Actor, session.Now, new ImportProblems())!)];
        }
    }

    private async Task ReadCustomersAsync(SiteSession session, CancellationToken cancellationToken)
    {
        var rowsOf = new Dictionary<string, int>();
        foreach (var few in Enumerable.Range(0, _table!.Rows.Count).Chunk(AtOnce))
        {
            var customers = new List<(int Index, CustomerImport Customer)>();
            foreach (var index in few)
            {
                var row = RowAt(index, _problems);
                row.CheckWidth(_table.Header.Count);
                var customer = CustomerImport.Read(row, session.Site, _problems);
                if (customer.ExternalId.Length == 0 || rowsOf.TryAdd(customer.ExternalId, row.Number))
                    customers.Add((index, customer));
                else
                    row.Refuse("customer_id", $"Row {rowsOf[customer.ExternalId]} has this id already. Each customer has one row.");
            }

            var ids = customers.Select(each => each.Customer.ExternalId).ToList();
            var known = await session.Db.Customers
                .Where(customer => customer.SiteId == session.Site.Id && ids.Contains(customer.ExternalId!))
                .Select(customer => customer.ExternalId!)
                .ToHashSetAsync(cancellationToken);
            var added = customers.Where(each => !known.Contains(each.Customer.ExternalId)).ToList();
            _found += customers.Count;
            _newCustomers.AddRange(added.Select(each => each.Index));
            _firstCustomers.AddRange(added.Select(each => each.Customer).Take(ShownRows - _firstCustomers.Count));
        }
    }

    private async Task ReadInvoicesAsync(SiteSession session, CancellationToken cancellationToken)
    {
        _rows = new InvoiceRows(_table!, _columns!, session.Site);
        var groups = _rows.Groups(_problems);
        var known = new HashSet<string>();
        foreach (var few in groups.Select(group => group.Number).Chunk(AtOnce))
        {
            known.UnionWith(await session.Db.Invoices
                .Where(invoice => invoice.SiteId == session.Site.Id && few.Contains(invoice.Number!))
                .Select(invoice => invoice.Number!)
                .ToListAsync(cancellationToken));
        }

        // The highest number first, so that the site's sequence moves once.
        if (groups.Select(group => group.Number).Where(number => !known.Contains(number)).MaxBy(number => InvoiceNumber.SequenceIn(session.Site.NumberPrefix, number)) is { } highest)
            session.Site.ContinueNumbersAbove(highest, session.Actor, session.Now);

        foreach (var few in groups.Chunk(AtOnce))
        {
            var customers = await CustomersOfAsync(few, session, cancellationToken);
            foreach (var group in few)
                Check(group, customers, session, isKnown: known.Contains(group.Number));

            LetPortionGo();
        }
    }

    private void Check(InvoiceGroup group, IReadOnlyDictionary<string, Customer> customers, SiteSession session, bool isKnown)
    {
        if (_rows!.Read(group, customers, _problems) is not { } found)
            return;

        _found++;
        if (isKnown)
            return;

        _newInvoices.Add(group);
        if (found.Write(session.Site, session.Actor, session.Now, _problems) is not { } invoice)
            return;

        Payments += invoice.EntryCount;
        if (_firstInvoices.Count < ShownRows)
            _firstInvoices.Add(invoice);
    }

    private async Task<IReadOnlyDictionary<string, Customer>> CustomersOfAsync(IEnumerable<InvoiceGroup> groups, SiteSession session, CancellationToken cancellationToken)
    {
        var ids = groups.Select(_rows!.CustomerOf).Distinct().ToList();
        return await session.Db.Customers.AsNoTracking()
            .Where(customer => customer.SiteId == session.Site.Id && ids.Contains(customer.ExternalId!))
            .ToDictionaryAsync(customer => customer.ExternalId!, cancellationToken);
    }

    private ImportRow RowAt(int index, ImportProblems problems) => new(_table!.Rows[index], _columns!, problems);

    private (IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Rows) Customers() => (
        ["Id", "Name", "Contact", "E-mail", "Language", "Address"],
        [.. (_problems.Count == 0 ? _firstCustomers : []).Select(customer => (IReadOnlyList<string>)
        [
            customer.ExternalId, customer.Content.Name, customer.Content.ContactName, customer.Content.Email, customer.Content.Language,
            customer.Content.BillingAddress.ReplaceLineEndings(", "),
        ])]);

    private (IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Rows) Invoices(CultureInfo culture) => (
        ["Number", "Customer", "Issued", "Due", "Lines", "Total", "Paid", "Balance", "Becomes"],
        [.. (_problems.Count == 0 ? _firstInvoices : []).Select(invoice => (IReadOnlyList<string>)
        [
            invoice.Number!, invoice.BilledTo, Date(invoice.IssueDate), Date(invoice.DueDate), invoice.Lines.Count.ToString(culture), invoice.Total.Format(culture),
            new Money(invoice.PaidMinor, invoice.Currency).Format(culture), BalanceText.Of(invoice.BalanceDue, culture), invoice.SendState.ToString(),
        ])]);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
