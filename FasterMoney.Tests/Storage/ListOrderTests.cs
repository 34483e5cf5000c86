using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Storage;

public sealed class ListOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_sort_of_every_tab_shows_each_invoice_once_and_in_order_over_all_pages(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillWithTiesAsync(stage.Northwind, 130);
        await stage.FillWithTiesAsync(stage.Harbor, 20);
        var invoices = await stage.ReadAsync(db => db.Invoices.Where(invoice => invoice.SiteId == stage.Northwind.SiteId).ToDictionaryAsync(invoice => invoice.Id));
        var keys = await stage.ReadAsync(db => db.ListKeys.ToDictionaryAsync(key => key.InvoiceId));

        foreach (var sort in Enum.GetValues<MoneySort>())
        {
            foreach (var (tab, search) in Enum.GetValues<StateTab>().Select(tab => (tab, "")).Append((StateTab.All, "po-3")).Append((StateTab.Sent, "bakery")))
            {
                var up = await stage.AllPagesAsync(stage.Northwind, new MoneyFilter { State = tab, Sort = sort, Descending = false, Search = search });
                var down = await stage.AllPagesAsync(stage.Northwind, new MoneyFilter { State = tab, Sort = sort, Descending = true, Search = search });

                var expected = invoices.Values.Where(invoice => IsIn(invoice, tab) && IsFound(invoice, search)).OrderBy(invoice => Key(invoice, sort), StringComparer.Ordinal)
                    .ThenBy(invoice => $"{invoice.Id}", StringComparer.Ordinal).Select(invoice => invoice.Id).ToList();
                expected.Should().NotBeEmpty();
                up.Should().Equal(expected, $"{tab} by {sort} {search}");
                down.Should().Equal(expected.AsEnumerable().Reverse(), $"{tab} by {sort} down {search}");
            }
        }

        string Key(Invoice invoice, MoneySort sort) => sort switch
        {
            MoneySort.Number => $"{invoice.NumberSequence:D9}",
            MoneySort.Customer => invoice.BilledToSort,
            MoneySort.Due => $"{invoice.DueDate:O}",
            MoneySort.Total => $"{invoice.TotalMinor:D9}",
            MoneySort.Balance => $"{invoice.BalanceMinor:D9}",
            MoneySort.State => $"{(int)invoice.Bucket} {invoice.DueDate:O}",
            MoneySort.Link => $"{keys[invoice.Id].LinkThrough:O}",
            MoneySort.Opened => $"{keys[invoice.Id].LastOpened:O}",
            _ => $"{invoice.IssueDate:O}",
        };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_beyond_the_last_is_empty_and_says_how_many_there_are(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillWithTiesAsync(stage.Northwind, 60);

        (await stage.ListAsync(stage.Northwind, new MoneyFilter { Page = 2 })).Rows.Should().HaveCount(10);
        foreach (var page in new[] { 3, int.MaxValue })
        {
            var beyond = await stage.ListAsync(stage.Northwind, new MoneyFilter { Page = page });
            (beyond.Rows.Count, beyond.Matching, beyond.Pages).Should().Be((0, 60, 2));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_found_invoices_are_sorted_as_few_are(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.FillWithTiesAsync(stage.Northwind, 2100);
        foreach (var sort in new[] { MoneySort.Issued, MoneySort.Link, MoneySort.Opened, MoneySort.Customer })
        {
            var all = await stage.AllPagesAsync(stage.Northwind, new MoneyFilter { Sort = sort });
            var bakery = await stage.AllPagesAsync(stage.Northwind, new MoneyFilter { Sort = sort, Search = "BAKERY" });
            var ofBakery = await stage.ReadAsync(db => db.Invoices.Where(invoice => invoice.CustomerId == stage.Northwind.Ada).Select(invoice => invoice.Id).ToListAsync());
            bakery.Should().HaveCount(1050).And.Equal(all.Where(ofBakery.ToHashSet().Contains), $"{sort}");
        }
    }

    private static bool IsFound(Invoice invoice, string search) =>
        invoice.BilledToSort.Contains(search, StringComparison.Ordinal) || invoice.ReferenceSearch.StartsWith(search, StringComparison.Ordinal);

    private static bool IsIn(Invoice invoice, StateTab tab) => tab switch
    {
        StateTab.Draft => invoice.SendState == SendState.Draft,
        StateTab.Sent => invoice.SendState == SendState.Sent,
        StateTab.Overdue => invoice.SendState == SendState.Sent && invoice.BalanceMinor > 0 && invoice.DueDate < Cast.Today,
        StateTab.Paid => invoice.SendState == SendState.Sent && invoice.BalanceMinor <= 0,
        StateTab.Void => invoice.SendState == SendState.Void,
        _ => true,
    };
}
