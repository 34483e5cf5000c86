using Bunit;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Components;

public class InvoiceTableTests : AdminContext
{
    private const string Url = "https://pay.northwind.example/pay/abc";

    private static readonly InvoiceRow Sent = new(
        Guid.NewGuid(), "INV-7", "Pine Street Dental", "1 Nov 2026", "1 Dec 2026", "$120.00", "$20.00", InvoiceStatus.PartiallyPaid, new RowLink(Url, []), Now.AddMinutes(-5));

    private static readonly InvoiceRow Draft = new(
        Guid.NewGuid(), null, "Gull Ferries", "2 Nov 2026", "2 Dec 2026", "$9.00", "$9.00", InvoiceStatus.Draft, new RowLink(null, ["This invoice was not sent yet."]), null);

    [Fact]
    public void The_table_is_named_and_says_how_it_is_sorted()
    {
        var page = ShowRows(new MoneyFilter().SortedBy(MoneySort.Due), Sent);

        Found.NameOf(page.Find("table")).Should().Be("Invoices");
        page.FindAll("th[aria-sort]").Should().ContainSingle().Which.TextContent.Should().Be("Due");
        page.Find("th[aria-sort]").GetAttribute("aria-sort").Should().Be("ascending");
        page.Link("Due").GetAttribute("href").Should().Be("/money?sort=due&dir=desc");
    }

    [Fact]
    public void An_available_link_is_one_click_from_the_clipboard()
    {
        var button = ShowRows(new MoneyFilter(), Sent).Button("Copy link of INV-7");

        button.HasAttribute("disabled").Should().BeFalse();
        button.GetAttribute("data-copy").Should().Be(Url);
        button.GetAttribute("data-invoice").Should().Be(Sent.Id.ToString());
    }

    [Fact]
    public void An_unavailable_link_tells_why_and_leads_to_where_it_is_mended()
    {
        var page = ShowRows(new MoneyFilter(), Draft);

        page.Button("Copy link of Draft for Gull Ferries").HasAttribute("disabled").Should().BeTrue();
        var cell = page.Find("td.link a[title]");
        cell.GetAttribute("href").Should().Contain("invoice=");
        cell.GetAttribute("title").Should().Be("This invoice was not sent yet.");
        cell.TextContent.Should().Be("Not available: This invoice was not sent yet.");
    }

    [Fact]
    public void A_row_opens_its_invoice_and_keeps_the_rest_of_the_address() =>
        ShowRows(new MoneyFilter { State = StateTab.Sent, Search = "pine" }, Sent).Link("INV-7").GetAttribute("href")
            .Should().Be($"/money?state=sent&q=pine&invoice={Sent.Id}");

    [Fact]
    public void A_search_without_matches_offers_the_way_back()
    {
        var page = ShowList(new MoneyFilter { Search = "zebra" }, List([], hasInvoices: true));

        page.Markup.Should().Contain("No invoice matches").And.Contain("“zebra”");
        page.Link("Show all invoices").GetAttribute("href").Should().Be("/money");
    }

    [Fact]
    public void While_the_first_page_is_read_the_rows_are_already_in_place()
    {
        var page = ShowList(new MoneyFilter(), null);

        page.Find("table").GetAttribute("aria-busy").Should().Be("true");
        page.FindAll("tbody tr").Should().HaveCount(12);
    }

    [Fact]
    public async Task A_copy_in_the_browser_is_passed_on()
    {
        var noted = Guid.Empty;
        var page = Show<InvoiceTable>(p => p.Add(t => t.List, List([Sent])).Add(t => t.Filter, new MoneyFilter()).Add(t => t.Copied, id => noted = id));

        await page.Instance.NoteCopied(Sent.Id);

        noted.Should().Be(Sent.Id);
    }

    private static MoneyList List(InvoiceRow[] rows, bool hasInvoices = true) =>
        new(rows, rows.Length, new Dictionary<StateTab, int>(), [], hasInvoices);

    private IRenderedComponent<InvoiceTable> ShowRows(MoneyFilter filter, params InvoiceRow[] rows) => ShowList(filter, List(rows));

    private IRenderedComponent<InvoiceTable> ShowList(MoneyFilter filter, MoneyList? list) =>
        Show<InvoiceTable>(p => p.Add(t => t.List, list).Add(t => t.Filter, filter));
}
