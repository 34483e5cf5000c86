using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Storage;

public sealed class ConcurrencyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_second_of_two_who_read_the_same_thing_is_refused(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.SentAsync(stage.Northwind);
        var adam = Cast.Adam;
        await RefusedAsync<Invoice>(stage, (invoice, number) => invoice.Void($"Reason {number}", Cast.Northwind(), adam, Cast.Now));
        await RefusedAsync<Customer>(stage, (customer, number) => customer.Edit(Cast.AdasBakery with { ContactName = $"{number}" }, adam, Cast.Now));
        await RefusedAsync<Site>(stage, (site, number) => site.Edit(site.ToContent() with { ContactPhone = $"{number}" }, adam, Cast.Now));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_that_somebody_replaced_meanwhile_is_not_turned_off_in_silence(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.SentAsync(stage.Northwind);
        await RefusedAsync<PortalLink>(stage, (link, turn) => Act(link, turn == 1));

        static void Act(PortalLink link, bool first)
        {
            if (first)
                link.Replace("", Cast.Adam, Cast.Now);
            else
                link.TurnOff(Cast.Adam, Cast.Now);
        }
    }

    private static async Task RefusedAsync<T>(Stage stage, Action<T, int> act)
        where T : class
    {
        await using var first = await stage.OpenDbAsync();
        await using var second = await stage.OpenDbAsync();
        var key = first.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties[0].Name;
        act(await first.Set<T>().OrderBy(row => EF.Property<Guid>(row, key)).FirstAsync(), 1);
        act(await second.Set<T>().OrderBy(row => EF.Property<Guid>(row, key)).FirstAsync(), 2);
        await first.SaveChangesAsync();
        var save = () => second.SaveChangesAsync();
        await save.Should().ThrowAsync<DbUpdateConcurrencyException>(typeof(T).Name);
    }
}
