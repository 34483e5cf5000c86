using FasterMoney.Web.Admin.Workspace;

namespace FasterMoney.Tests.Components;

public class MoneyFilterTests
{
    private static readonly Guid Invoice = Guid.Parse("0192f0c0-0000-7000-8000-000000000001");

    [Fact]
    public void The_plain_address_shows_every_invoice_newest_first()
    {
        var filter = MoneyFilter.FromQuery("");

        filter.Should().Be(new MoneyFilter());
        filter.Descending.Should().BeTrue();
        filter.ToAddress().Should().Be("/money");
    }

    [Fact]
    public void An_address_restores_the_whole_view()
    {
        var filter = new MoneyFilter
        {
            State = StateTab.Overdue,
            Search = "Café & co 100%",
            Sort = MoneySort.Balance,
            Descending = false,
            Page = 7,
            Open = Invoice,
        };

        var address = filter.ToAddress();

        MoneyFilter.FromQuery(address[address.IndexOf('?')..]).Should().Be(filter);
    }

    [Theory]
    [InlineData("?state=nonsense&sort=7&dir=sideways&page=-3&invoice=12")]
    [InlineData("?state=99&page=99999999999&invoice=00000000-0000-0000-0000-000000000000")]
    [InlineData("?state=&sort=&page=0")]
    public void What_an_address_gets_wrong_falls_back_to_the_plain_view(string query) =>
        MoneyFilter.FromQuery(query).Should().Be(new MoneyFilter());

    [Fact]
    public void Every_state_and_every_column_survives_the_address()
    {
        foreach (var state in Enum.GetValues<StateTab>())
        {
            foreach (var sort in Enum.GetValues<MoneySort>())
            {
                var filter = new MoneyFilter().In(state).SortedBy(sort);
                var address = filter.ToAddress();
                var query = address.Contains('?') ? address[address.IndexOf('?')..] : "";
                MoneyFilter.FromQuery(query).Should().Be(filter);
            }
        }
    }

    [Fact]
    public void Sorting_by_the_same_column_turns_the_order_round()
    {
        var byDue = new MoneyFilter().SortedBy(MoneySort.Due);

        byDue.Descending.Should().BeFalse();
        byDue.SortedBy(MoneySort.Due).Descending.Should().BeTrue();
        byDue.SortedBy(MoneySort.Total).Descending.Should().BeTrue();
    }

    [Fact]
    public void Narrowing_the_list_returns_to_the_first_page_and_keeps_the_open_invoice()
    {
        var far = new MoneyFilter { Page = 9, Open = Invoice };

        far.In(StateTab.Paid).Should().Match<MoneyFilter>(f => f.Page == 1 && f.Open == Invoice);
        far.SearchingFor(" acme ").Should().Match<MoneyFilter>(f => f.Page == 1 && f.Search == "acme");
        far.SortedBy(MoneySort.Total).Page.Should().Be(1);
    }

    [Fact]
    public void Opening_and_closing_an_invoice_leaves_the_list_as_it_is()
    {
        var filter = new MoneyFilter { State = StateTab.Sent, Search = "acme", Page = 3 };

        filter.Opening(Invoice).Closed().Should().Be(filter);
    }

    [Fact]
    public void A_very_long_search_is_cut() =>
        MoneyFilter.FromQuery("?q=" + new string('x', 5000)).Search.Length.Should().Be(200);
}
