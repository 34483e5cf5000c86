using System.Globalization;
using System.Text;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Csv;
using FasterMoney.Web.Data;
using FasterMoney.Web.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

public sealed class MoneyExportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_file_is_the_list_as_filtered_and_sorted(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillAsync(stage.Northwind);
        await stage.FillAsync(stage.Harbor);
        string[] queries = ["", "?state=overdue", "?state=sent&sort=balance", "?state=draft&page=7", "?q=bakery&sort=number&dir=asc", "?q=nobody", "?sort=state&dir=desc", "?sort=link", "?sort=opened", "?state=void"];
        foreach (var query in queries)
        {
            var filter = MoneyFilter.FromQuery(query);
            var list = await Rows(stage).ReadAsync(stage.Northwind.Viewer, filter with { Page = 1 });

            var table = await ExportAsync(stage, stage.Northwind.Viewer, filter);

            table.Rows.Select(row => row.Cells[0]).Should().Equal(list.Rows.Select(row => row.Number ?? ""), query);
            table.Rows.Should().HaveCount(list.Matching);
        }

        filterOf(queries[2]).ToExportAddress().Should().Be("/money/export.csv?state=sent&sort=balance");
        filterOf("?state=draft&page=7").ToExportAddress().Should().Be("/money/export.csv?state=draft");

        static MoneyFilter filterOf(string query) => MoneyFilter.FromQuery(query);
    }

    [Fact]
    public async Task All_pages_are_in_it()
    {
        await using var stage = await Stage.OnAsync();
        await ImportManyAsync(stage, 320);
        (await ExportAsync(stage, stage.Northwind.Owner, new MoneyFilter { Sort = MoneySort.Number, Descending = false })).Rows
            .Select(row => row.Cells[0]).Should().Equal(Enumerable.Range(1, 320).Select(n => $"A-{n:D4}"));
    }

    [Fact]
    public async Task Amounts_are_numbers_and_texts_are_no_formulas()
    {
        await using var stage = await Stage.OnAsync();
        await stage.Customers.EditAsync(stage.Northwind.Admin, stage.Northwind.Ada, 1, Cast.AdasBakery with { Name = "=HYPERLINK(\"http://evil.example\";\"Pay\")" });
        var content = Cast.Content("KWD", false, Cast.Line(12_345_678)).Saying(reference: "+44 20, \"urgent\"");
        var id = await stage.SentAsync(stage.Northwind, content);
        await stage.ChangeAsync(id, invoice => invoice.Pay(20_000_000));

        using var stream = new MemoryStream();
        await Export(stage).WriteAsync(stage.Northwind.Viewer, new MoneyFilter(), stream);

        stream.ToArray().Should().StartWith(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(stream.ToArray())[1..].Split("\r\n");
        lines[0].Should().Be("invoice_number,customer_id,customer,send_state,payment_state,issue_date,due_date,settled_on,currency,net,total,adjustments,credit_notes,payments,refunds,balance_due," + string.Join(',', ImportColumns.OfTexts));
        lines[1].Should().StartWith("INV-0001,,\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"Pay\"\")\",Sent,InCredit,2026-03-10,2026-04-09,2026-03-10,KWD,12345.678,12345.678,0.000,0.000,20000.000,0.000,-7654.322,\"'+44 20, \"\"urgent\"\"\"").And.Contain(",Thank you.");
        lines[2].Should().BeEmpty();
    }

    [Fact]
    public async Task Each_text_that_an_import_brings_is_in_it_and_what_is_brief_in_the_drawer()
    {
        await using var stage = await Stage.OnAsync();
        var admin = stage.Northwind.Admin;
        var imports = stage.Services.GetRequiredService<ImportCommands>();
        await imports.ImportAsync(admin, Files.Of("customer_id,name", "C-1,Cora"));
        var texts = InvoiceTexts.All.Select(text => $"The {text.Name}").ToList();
        await imports.ImportAsync(admin, Files.Of(
            $"invoice_number,customer_id,issue_date,description,unit_price,{string.Join(',', ImportColumns.OfTexts)}", $"A-1,C-1,2026-01-05,Work,100,{string.Join(',', texts)}"));

        var table = await ExportAsync(stage, admin, new MoneyFilter { Search = "A-1" });
        table.Rows.Single().Cells.TakeLast(texts.Count).Should().Equal(texts);
        table.Header.TakeLast(texts.Count).Should().Equal(ImportColumns.OfTexts);

        var id = (await stage.ReadAsync(db => db.Invoices.SingleAsync(invoice => invoice.Number == "A-1"))).Id;
        var drawer = await new DrawerInvoices(stage.Services.GetRequiredService<SiteAccess>(), stage.Services.GetRequiredService<PortalTokens>()).FindAsync(admin, id);
        drawer!.Head.Should().Contain(InvoiceTexts.Brief.Select(text => new Fact(text.Label, $"The {text.Name}")));
    }

    [Fact]
    public async Task Another_sites_invoices_and_ids_are_never_in_it()
    {
        await using var stage = await Stage.OnAsync();
        await ImportManyAsync(stage, 3);
        await stage.FillAsync(stage.Harbor);

        var table = await ExportAsync(stage, stage.Northwind.Viewer, new MoneyFilter());
        table.Rows.Select(row => (row.Cells[0][..2], row.Cells[1])).Should().Equal(("A-", "C-1"), ("A-", "C-1"), ("A-", "C-1"));

        using var nothing = new MemoryStream();
        await FluentActions.Awaiting(() => Export(stage).WriteAsync(stage.Harbor.Owner with { SiteId = stage.Northwind.SiteId }, new MoneyFilter(), nothing)).Should().ThrowAsync<AccessDenied>();
        nothing.Length.Should().Be(0);
    }

    private static MoneyExport Export(Stage stage) => ActivatorUtilities.CreateInstance<MoneyExport>(stage.Services);

    private static MoneyRows Rows(Stage stage) => ActivatorUtilities.CreateInstance<MoneyRows>(stage.Services);

    private static async Task<CsvTable> ExportAsync(Stage stage, Caller caller, MoneyFilter filter)
    {
        using var stream = new MemoryStream();
        await Export(stage).WriteAsync(caller, filter, stream);
        return CsvTable.Read(stream.ToArray());
    }

    private static async Task ImportManyAsync(Stage stage, int count)
    {
        var imports = stage.Services.GetRequiredService<ImportCommands>();
        await imports.ImportAsync(stage.Northwind.Admin, Files.Of("customer_id,name", "C-1,Ada"));
        await imports.ImportAsync(stage.Northwind.Admin, Files.Of(
            [.. Enumerable.Range(1, count).Select(n => $"A-{n.ToString("D4", CultureInfo.InvariantCulture)},C-1,sent,2026-01-02,Work,{n}").Prepend("invoice_number,customer_id,status,issue_date,description,unit_price")]));
    }
}
