using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Importing;
using FasterMoney.Web.Import;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components;

public sealed class ImportPageTests : EditorContext
{
    [Fact]
    public async Task A_file_is_shown_then_imported_then_told()
    {
        var page = Show<ImportPage>();
        Upload(page, Files.Example("import-customers.csv"));
        page.WaitForAssertion(() => page.Markup.Should().Contain("3 customers will be imported."));
        page.Markup.Should().Contain("3 rows, UTF-8, separated by comma");
        Cells(page).Should().Contain(["C-1001", "Bluebird Bakery", "14 Orchard Street, Portland, OR 97205"]);
        (await CountAsync()).Should().Be(0, "nothing is imported before it was agreed to");

        page.Press("Import 3 customers");
        page.WaitForAssertion(() => page.Find("section [role=status]").TextContent.Should().Be("3 customers were imported."));
        page.Find("a.fm-button-primary").GetAttribute("href").Should().Be("/customers");
        (await CountAsync()).Should().Be(3);

        page.Press("Import another file");
        Upload(page, Files.Example("import-customers.csv"));
        page.WaitForAssertion(() => page.Markup.Should().Contain("There is nothing new in this file. 3 are here already and stay as they are."));
        page.FindAll("button").Select(button => button.TextContent.Trim()).Should().Equal("Choose another file");
    }

    [Fact]
    public void Invoices_show_what_they_become_and_how_many_payments_come_along()
    {
        var page = Show<ImportPage>();
        Upload(page, Files.Example("import-customers.csv"));
        page.WaitForAssertion(() => page.Pressable("Import 3 customers"));
        page.Press("Import 3 customers");
        page.WaitForAssertion(() => page.Pressable("Import another file"));
        page.Press("Import another file");

        Upload(page, Files.Example("import-invoices.csv"));
        page.WaitForAssertion(() => page.Markup.Should().Contain("3 invoices with 3 payments will be imported."));
        Cells(page).Should().Contain(["2026-0118", "EUR 378.10", "Draft"]);
        page.Markup.Should().Contain("Sent invoices get a portal link at once.");
    }

    [Fact]
    public void Problems_are_listed_by_row_and_column_and_nothing_can_be_imported()
    {
        var page = Show<ImportPage>();
        Upload(page, Files.Of("customer_id,name,email,size", "C-1,,nobody", "C-2,Ada,"));

        page.WaitForAssertion(() => page.Find("#import-problems").TextContent.Should().Be("2 problems"));
        Cells(page).Should().Equal("2", "name", "Enter the customer's name.", "2", "email", "This is not an e-mail address. It looks like name@business.example.");
        page.Find("[role=note]").TextContent.Should().Contain("size");
        page.FindAll("button").Select(button => button.TextContent.Trim()).Should().Equal("Choose another file");
    }

    [Fact]
    public void Progress_is_a_real_count_and_stopping_imports_nothing()
    {
        var page = Show<ImportPage>();
        Upload(page, Files.Of([.. Enumerable.Range(1, 40_000).Select(n => $"C-{n},Customer {n}").Prepend("customer_id,name")]));
        page.WaitForAssertion(() => page.Pressable("Import 40,000 customers"), TimeSpan.FromSeconds(20));

        page.Press("Import 40,000 customers");
        page.WaitForAssertion(
            () =>
            {
                page.Find("progress").GetAttribute("value").Should().NotBe("0");
                page.Find("progress").GetAttribute("max").Should().Be("40000");
                page.Find(".count").TextContent.Should().MatchRegex("^[0-9,]+ of 40,000 stored");
            },
            TimeSpan.FromSeconds(20));
        page.Press("Stop, import nothing");

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.Should().Be("The import was stopped. Nothing was imported."), TimeSpan.FromSeconds(20));
        page.Pressable("Import 40,000 customers");
    }

    [Fact]
    public void Viewers_read_why_they_cannot()
    {
        var page = ShowTo<ImportPage>(TestSite.Viewer, SiteRole.Viewer);
        page.Find("[role=note]").TextContent.Should().Be("Only owners and admins import. Ask one of them.");
        page.FindAll("input").Should().BeEmpty();
    }

    private static void Upload(IRenderedComponent<ImportPage> page, ImportFile file) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file.Bytes, file.Name, contentType: "text/csv"));

    private static IEnumerable<string> Cells(IRenderedComponent<ImportPage> page) => page.FindAll("tbody td").Select(cell => cell.TextContent);

    private Task<int> CountAsync() => Stage.ReadAsync(db => db.Customers.CountAsync(customer => customer.ExternalId != null));
}
