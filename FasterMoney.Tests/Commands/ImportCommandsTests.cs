using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

public sealed class ImportCommandsTests
{
    private static readonly ImportFile Customers = Files.Example("import-customers.csv");
    private static readonly ImportFile Invoices = Files.Example("import-invoices.csv");

    [Theory, OnSqlite, OnPostgres]
    public async Task The_example_files_become_what_the_documentation_says(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (imports, admin) = (Imports(stage), stage.Northwind.Admin);

        (await imports.ImportAsync(admin, Customers)).Should().Be(new ImportResult(ImportKind.Customers, 3, 0, 0));
        var preview = await imports.CheckAsync(admin, Invoices);
        preview.Problems.Should().BeEmpty();
        preview.FirstRows[1].Should().Equal("2026-0118", "Kestrel Climbing GmbH", "2026-01-20", "2026-02-19", "2", "EUR 878.10", "EUR 500.00", "EUR 378.10", "Sent");
        (await imports.ImportAsync(admin, Invoices)).Should().Be(new ImportResult(ImportKind.Invoices, 3, 3, 0));

        var all = (await stage.ReadAsync(db => db.Invoices.Include(i => i.Lines).Include(i => i.Entries).OrderBy(i => i.Number).ToListAsync()));
        all.Select(invoice => (invoice.Number, invoice.BilledTo, invoice.SendState, invoice.Total.ToString(), invoice.BalanceDue.ToString())).Should().Equal(
            ("2026-0117", "Bluebird Bakery", SendState.Sent, "USD 519.60", "USD 0.00"),
            ("2026-0118", "Kestrel Climbing GmbH", SendState.Sent, "EUR 878.10", "EUR 378.10"),
            ("2026-0119", "Atelier Fougère", SendState.Draft, "EUR 240.00", "EUR 240.00"));
        all[0].SettledOn.Should().Be(new DateOnly(2026, 1, 30));
        all[2].DueDate.Should().Be(new DateOnly(2026, 3, 29), "the site's term is thirty days");
        var payment = all[1].Entries.OfType<Payment>().OrderBy(entry => entry.Sequence).Last();
        (payment.Date, payment.Method, payment.PublicText, payment.PrivateNote).Should().Be((new DateOnly(2026, 2, 20), PaymentMethod.Cash, "", "Paid at the desk"));
        (await stage.UrlAsync(all[0].Id)).Should().StartWith("https://pay.northwind.example/pay/");
        (await stage.ReadAsync(db => db.PortalLinks.CountAsync())).Should().Be(2);
        (await stage.ReadAsync(db => db.Customers.SingleAsync(c => c.ExternalId == "C-1001"))).BillingAddress.Should().Be("14 Orchard Street\nPortland, OR 97205");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_file_again_adds_nothing(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (imports, admin) = (Imports(stage), stage.Northwind.Admin);
        await imports.ImportAsync(admin, Customers);
        await imports.ImportAsync(admin, Invoices);
        var before = await RowsAsync(stage);

        (await imports.CheckAsync(admin, Invoices)).Should().Match<ImportPreview>(preview => preview.New == 0 && preview.Known == 3 && !preview.CanImport);
        (await imports.ImportAsync(admin, Customers)).Should().Be(new ImportResult(ImportKind.Customers, 0, 0, 3));
        (await imports.ImportAsync(admin, Invoices)).Should().Be(new ImportResult(ImportKind.Invoices, 0, 0, 3));

        (await RowsAsync(stage)).Should().Be(before);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_import_the_same_file_at_once_each_invoice_comes_once(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await Imports(stage).ImportAsync(stage.Northwind.Admin, Customers);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Imports(stage).ImportAsync(stage.Northwind.Owner, Invoices))));

        results.Select(result => result.Added).Order().Should().Equal(0, 0, 0, 3);
        (await stage.ReadAsync(db => db.BalanceEntries.CountAsync())).Should().Be(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_problem_keeps_the_whole_file_out(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var rows = Enumerable.Range(1, 500).Select(n => $"C-{n},Customer {n},").Append("C-501,,").Prepend("customer_id,name,email").ToArray();
        var before = await RowsAsync(stage);

        var refusal = await FluentActions.Awaiting(() => Imports(stage).ImportAsync(stage.Northwind.Admin, Files.Of(rows))).Should().ThrowAsync<RuleViolation>();

        refusal.WithMessage("Row 502, name: Enter the customer's name.");
        (await RowsAsync(stage)).Should().Be(before);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stopped_half_way_it_leaves_nothing(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var rows = Enumerable.Range(1, 900).Select(n => $"C-{n},Customer {n}").Prepend("customer_id,name").ToArray();
        using var stop = new CancellationTokenSource();
        var heard = new List<int>();
        var progress = new Reports(report =>
        {
            heard.Add(report.Done);
            if (report.Done == 400)
                stop.Cancel();
        });

        await FluentActions.Awaiting(() => Imports(stage).ImportAsync(stage.Northwind.Admin, Files.Of(rows), progress, stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        heard.Should().Equal(0, 200, 400);
        (await stage.ReadAsync(db => db.Customers.CountAsync(customer => customer.ExternalId != null))).Should().Be(0);
        (await Imports(stage).ImportAsync(stage.Northwind.Admin, Files.Of(rows))).Added.Should().Be(900);
    }

    [Fact]
    public async Task The_sites_numbers_go_on_above_those_that_start_alike()
    {
        await using var stage = await Stage.OnAsync();
        var (imports, testSite) = (Imports(stage), stage.Northwind);
        await imports.ImportAsync(testSite.Admin, Customers);
        await imports.ImportAsync(testSite.Admin, Files.Of(
            "invoice_number,customer_id,status,issue_date,description,unit_price",
            "INV-0120,C-1001,sent,2026-01-02,Work,10", "inv-37,C-1001,sent,2026-01-02,Work,10", "INV-20260110001,C-1001,sent,2026-01-02,Work,10", "OLD-900,C-1001,draft,2026-01-02,Work,10"));

        (await stage.InvoiceAsync(await stage.SentAsync(testSite))).Number.Should().Be("INV-0121");

        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == testSite.SiteId));
        await stage.Sites.EditAsync(testSite.Owner, site.Version, site.ToContent() with { NumberPrefix = "OLD-" }, null);
        (await stage.InvoiceAsync(await stage.SentAsync(testSite))).Number.Should().Be("OLD-0901");
    }

    [Fact]
    public async Task An_imported_draft_is_sent_with_its_own_number()
    {
        await using var stage = await Stage.OnAsync();
        await Imports(stage).ImportAsync(stage.Northwind.Admin, Customers);
        await Imports(stage).ImportAsync(stage.Northwind.Admin, Invoices);
        var draft = await stage.ReadAsync(db => db.Invoices.SingleAsync(invoice => invoice.Number == "2026-0119"));

        await stage.Invoices.SendAsync(stage.Northwind.Admin, draft.Id, draft.Version, SentHow.Email);

        (await stage.InvoiceAsync(draft.Id)).Number.Should().Be("2026-0119");
        (await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == stage.Northwind.SiteId))).NextInvoiceNumber.Should().Be(1);
    }

    [Fact]
    public async Task Two_sites_may_import_the_same_file()
    {
        await using var stage = await Stage.OnAsync();
        foreach (var testSite in new[] { stage.Northwind, stage.Harbor })
        {
            (await Imports(stage).ImportAsync(testSite.Admin, Customers)).Added.Should().Be(3);
            (await Imports(stage).ImportAsync(testSite.Admin, Invoices)).Added.Should().Be(3);
        }

        (await stage.ReadAsync(db => db.Invoices.GroupBy(invoice => invoice.SiteId).Select(group => group.Count()).ToListAsync())).Should().Equal(3, 3);
    }

    [Fact]
    public async Task Every_problem_is_named_by_row_and_column()
    {
        await using var stage = await Stage.OnAsync();
        await Imports(stage).ImportAsync(stage.Northwind.Admin, Customers);
        const string head = "invoice_number,customer_id,status,issue_date,due_date,currency,prices_include_tax,description,quantity,unit_price,discount_percent,tax_percent,payment_date,payment_amount,payment_method";
        (string Row, string Problem)[] wrong =
        [
            (",C-1001,sent,2026-01-02,,,,Work,1,10,,,,,", "Row 2, invoice_number: Enter the invoice's number"),
            ("N-1,C-9,sent,2026-01-02,,,,Work,1,10,,,,,", "Row 2, customer_id: There is no customer with the id “C-9” here."),
            ("N-1,,sent,2026-01-02,,,,Work,1,10,,,,,", "Row 2, customer_id: Enter the id of the customer."),
            ("N-1,C-1001,open,2026-01-02,,,,Work,1,10,,,,,", "Row 2, status: Write sent or draft."),
            ("N-1,C-1001,sent,02.01.2026,,,,Work,1,10,,,,,", "Row 2, issue_date: “02.01.2026” is not a date."),
            ("N-1,C-1001,sent,,,,,Work,1,10,,,,,", "Row 2, issue_date: Enter the day of the invoice"),
            ("N-1,C-1001,sent,2026-01-02,2026-01-01,,,Work,1,10,,,,,", "Row 2, due_date: The due date is before the issue date."),
            ("N-1,C-1001,sent,2026-01-02,,DOL,,Work,1,10,,,,,", "Row 2, currency: “DOL” is no currency of ISO 4217."),
            ("N-1,C-1001,sent,2026-01-02,,,maybe,Work,1,10,,,,,", "Row 2, prices_include_tax: Write yes or no."),
            ("N-1,C-1001,sent,2026-01-02,,,,,1,10,,,,,", "Row 2, description: Say what this line is for."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,x,10,,,,,", "Row 2, quantity: “x” is not a number."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,0,10,,,,,", "Row 2, quantity: Enter a quantity other than zero"),
            ("N-1,C-1001,sent,2026-01-02,,USD,,Work,1,10.005,,,,,", "Row 2, unit_price: USD has 2 decimal places. Amounts are not rounded here."),
            ("N-1,C-1001,sent,2026-01-02,,JPY,,Work,1,10.5,,,,,", "Row 2, unit_price: JPY has no decimal places."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,\"1,234.50\",,,,,", "Row 2, unit_price: “1,234.50” is not a number."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,99999999999999999999,,,,,", "Row 2, unit_price: This amount is too large."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,101,,,,", "Row 2, discount_percent: A discount is a percentage"),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,-1,,,", "Row 2, tax_percent: A tax rate is a percentage"),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,0,,,,,", "Row 2, status: The total is zero"),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,2026-03-11,10,", "Row 2, payment_date: Choose today or a day before it."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,,10,", "Row 2, payment_date: Enter the day of the payment"),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,2026-02-01,,", "Row 2, payment_amount: Enter the amount."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,2026-02-01,-5,", "Row 2, payment_amount: Enter an amount above zero."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,2026-02-01,5,gold", "Row 2, payment_method: Write bank_transfer, card, cash, cheque or other."),
            ("N-1,C-1001,draft,2026-01-02,,,,Work,1,10,,,2026-02-01,5,", "Row 2, payment_amount: A draft has no payments."),
            ("N<1>,C-1001,sent,2026-01-02,,,,Work,1,10,,,,,", "Row 2, invoice_number: Use letters, digits"),
            ("N-1,C-1001,sent,2026-01-02,,,,,,,,,,,", "Row 2: This row holds neither a line nor a payment."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,,,,extra", "Row 2: This row has 16 cells and the header has 15."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,,,\nN-1,C-1002,,,,,,More,1,5,,,,,", "Row 3, customer_id: This differs from row 2, where invoice N-1 starts."),
            ("N-1,C-1001,sent,2026-01-02,,,,Work,1,10,,,,,\n\nN-1,,,,,,,,2,5,,,,,", "Row 4, description: Say what this line is for."),
        ];
        foreach (var (row, problem) in wrong)
        {
            var preview = await Imports(stage).CheckAsync(stage.Northwind.Admin, Files.Of(head, row));
            preview.Problems.Select(each => $"{each}").Should().Contain(each => each.StartsWith(problem), row);
            preview.CanImport.Should().BeFalse();
            preview.FirstRows.Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("customer_id,name\n,Ada\n", "Row 2, customer_id: Give each customer an id of your own.")]
    [InlineData("customer_id,name\nC-1,\"Acme\n=1+cmd|'/C calc'!A0\"\n", "Row 2, name: Leave out line breaks and control characters.")]
    [InlineData("customer_id,name\nC-1,\n", "Row 2, name: Enter the customer's name.")]
    [InlineData("customer_id,name,email\nC-1,Ada,ada at home\n", "Row 2, email: This is not an e-mail address.")]
    [InlineData("customer_id,name,language\nC-1,Ada,Klingon\n", "Row 2, language: Write one of en-US")]
    [InlineData("customer_id,name\nC-1,Ada\nC-1,Bruno\n", "Row 3, customer_id: Row 2 has this id already.")]
    [InlineData("customer_id\nC-1\n", "Row 1, name: This column is missing.")]
    [InlineData("customer_id,name,name\nC-1,Ada,Ada\n", "Row 1, name: This column is there twice.")]
    [InlineData("id,title\nC-1,Ada\n", "Row 1: There is no column customer_id or invoice_number.")]
    [InlineData("customer_id,name\n", "The file holds no rows")]
    [InlineData("customer_id,name\nC-1,\"a\" b\n", "Row 2: A quotation mark")]
    public async Task A_wrong_file_of_customers_says_where(string text, string problem)
    {
        await using var stage = await Stage.OnAsync();
        var preview = await Imports(stage).CheckAsync(stage.Northwind.Admin, Files.Of(text));
        preview.Problems.Select(each => $"{each}").Should().ContainSingle().Which.Should().StartWith(problem);
    }

    [Fact]
    public async Task Unknown_columns_are_named()
    {
        await using var stage = await Stage.OnAsync();
        var preview = await Imports(stage).CheckAsync(stage.Northwind.Admin, Files.Of("Customer ID;Name;Shoe size", "C-1;Ada;38"));
        preview.UnknownColumns.Should().Equal("Shoe size");
        preview.CanImport.Should().BeTrue();
    }

    private static ImportCommands Imports(Stage stage) => stage.Services.GetRequiredService<ImportCommands>();

    private static Task<(int Customers, int Invoices, int Entries, int Links, int Activity)> RowsAsync(Stage stage) => stage.ReadAsync(async db => (
        await db.Customers.CountAsync(), await db.Invoices.CountAsync(), await db.BalanceEntries.CountAsync(), await db.PortalLinks.CountAsync(), await db.Activity.CountAsync()));

    private sealed class Reports(Action<ImportProgress> heard) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => heard(value);
    }
}
