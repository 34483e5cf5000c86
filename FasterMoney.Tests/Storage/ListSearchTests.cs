using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

public sealed class ListSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_customers_references_and_amounts_are_found_and_nothing_of_another_site(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (here, there) = (stage.Northwind, stage.Harbor);
        var sato = await stage.AddCustomerAsync(here, "Satō ÉCLAIRS & Žofie");
        var first = await SendAsync(here, here.Ada, "USD", 12_50, "PO 4711");
        var second = await SendAsync(here, here.Bruno, "USD", 1_250_00, "Bestellung Ä-9");
        var yen = await SendAsync(here, sato, "JPY", 96_000, "");
        var dinar = await SendAsync(here, here.Ada, "KWD", 7_125, "100%");
        var draft = await stage.Invoices.CreateDraftAsync(here.Admin, here.Bruno, Cast.Content().Saying(reference: "po 9"));
        foreach (var (currency, amount, reference) in new[] { ("USD", 12_50L, "PO 4711"), ("JPY", 96_000L, "100%"), ("KWD", 7_125L, "po 9") })
            await SendAsync(there, there.Ada, currency, amount, reference);

        // Numbers: the start, in any case, or the digits alone.
        await FindsAsync("INV-0001", first);
        await FindsAsync("inv-000", first, second, yen, dinar);
        await FindsAsync("NV-0001");
        await FindsAsync("2", second);
        await FindsAsync("0002", second);
        await FindsAsync("0");
        // Customers: any part of name, contact or e-mail, in any case and script.
        await FindsAsync("BAKER", first, dinar);
        await FindsAsync("garage.example", second, draft);
        await FindsAsync("satō éclairs", yen);
        await FindsAsync("ŽOFIE", yen);
        // References: the start.
        await FindsAsync("po", first, draft);
        await FindsAsync("bestellung ä", second);
        await FindsAsync("4711");
        // Amounts: the total or what is left of it.
        await FindsAsync("12.50", first);
        await FindsAsync("12,50", first);
        await FindsAsync("$12.50", first);
        await FindsAsync("1,250.00", second);
        await FindsAsync("1.250,00", second);
        await FindsAsync("1'250.0", second);
        await FindsAsync("1 250,00", second);
        await FindsAsync("1250", second);
        await FindsAsync("96000", yen);
        await FindsAsync("96,000", yen);
        await FindsAsync("7.125", dinar);
        await stage.ChangeAsync(second, invoice => invoice.Pay(1_000_00));
        await FindsAsync("250.00", second);
        // Signs that databases give a meaning are plain text to people.
        await FindsAsync("100%", dinar);
        await FindsAsync("%");
        await FindsAsync("_");
        await FindsAsync("\\");
        await FindsAsync("' or 1=1 --");
        var odd = await SendAsync(here, await stage.AddCustomerAsync(here, @"50%_off\co"), "USD", 1, "");
        await FindsAsync(@"%_OFF\", odd);
        await FindsAsync("%off");

        // With a tab: the rows are of the tab, the counts of the search.
        (await stage.FoundAsync(here, "po", StateTab.Draft)).Should().Equal(draft);
        var counts = (await stage.ListAsync(here, new MoneyFilter { State = StateTab.Draft }.SearchingFor("po"))).Counts;
        (counts[StateTab.All], counts[StateTab.Draft], counts[StateTab.Sent], counts[StateTab.Paid]).Should().Be((2, 1, 1, 0));

        async Task FindsAsync(string search, params Guid[] expected) =>
            (await stage.FoundAsync(here, search)).Should().BeEquivalentTo(expected, "of the search for {0}", search);
        async Task<Guid> SendAsync(TestSite testSite, Guid customer, string currency, long amount, string reference)
        {
            var id = await stage.Invoices.CreateDraftAsync(testSite.Admin, customer, Cast.Content(currency, false, Cast.Line(amount)).Saying(reference: reference));
            await stage.Invoices.SendAsync(testSite.Admin, id, 1, SentHow.Email);
            return id;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Customers_are_found_by_parts_of_their_names_page_by_page(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var rows = new CustomerRows(stage.Services.GetRequiredService<SiteAccess>());
        await using (var db = await stage.OpenDbAsync())
        {
            db.AddRange(Enumerable.Range(0, 120).Select(n =>
                new Customer(stage.Northwind.SiteId, Cast.AdasBakery with { Name = $"Éva {n % 40} 5%", Email = "" }, Cast.Adam, Cast.Now)));
            await db.SaveChangesAsync();
        }

        await stage.DraftAsync(stage.Northwind);
        var pages = new List<CustomerRow>();
        for (var page = 1; page <= 3; page++)
            pages.AddRange((await rows.ReadAsync(stage.Northwind.Viewer, "", page)).Rows);
        pages.Select(row => row.Id).Should().OnlyHaveUniqueItems().And.HaveCount(122);
        pages.Select(row => row.Name.ToLowerInvariant()).Should().BeInAscendingOrder(StringComparer.Ordinal);
        pages.Single(row => row.Id == stage.Northwind.Ada).Invoices.Should().Be(1);

        (await rows.ReadAsync(stage.Northwind.Viewer, "ÉVA 7 ", 1)).Matching.Should().Be(3);
        (await rows.ReadAsync(stage.Northwind.Viewer, "%", 9)).Should().BeEquivalentTo(new { Matching = 120, Page = 3 });
        (await rows.ReadAsync(stage.Northwind.Viewer, "_", 1)).Should().BeEquivalentTo(new { Matching = 0, IsEmpty = false });
        (await rows.ChoicesAsync(stage.Northwind.Viewer, "garage")).Should().ContainSingle().Which.Id.Should().Be(stage.Northwind.Bruno);
        (await rows.ChoicesAsync(stage.Northwind.Viewer, "éva")).Should().HaveCount(CustomerRows.MostChoices);
    }
}
