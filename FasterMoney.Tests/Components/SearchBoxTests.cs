using Bunit;
using FasterMoney.Web.Admin.Lists;

namespace FasterMoney.Tests.Components;

public class SearchBoxTests : AdminContext
{
    private readonly List<string> _searches = [];

    [Fact]
    public void Typing_searches_once_when_it_pauses()
    {
        var box = ShowBox("");

        box.Find("input").Input("ac");
        Clock.Advance(TimeSpan.FromMilliseconds(100));
        box.Find("input").Input("acme ");
        Clock.Advance(TimeSpan.FromMilliseconds(149));
        _searches.Should().BeEmpty();
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        box.WaitForAssertion(() => _searches.Should().Equal("acme"));
    }

    [Fact]
    public void What_is_typed_stays_when_the_list_answers_and_gives_way_to_another_address()
    {
        var box = ShowBox("");
        box.Find("input").Input("acme");
        Clock.Advance(TimeSpan.FromMilliseconds(150));
        box.WaitForAssertion(() => _searches.Should().Equal("acme"));

        box.Render(p => p.Add(b => b.Text, "acme"));
        box.Find("input").GetAttribute("value").Should().BeNullOrEmpty("the box is not drawn over while somebody types in it");

        box.Render(p => p.Add(b => b.Text, "zebra"));
        box.Find("input").GetAttribute("value").Should().Be("zebra");
    }

    [Fact]
    public void The_box_has_its_name() =>
        Found.NameOf(ShowBox("acme").Find("input[type=search]")).Should().Be("Search invoices");

    private IRenderedComponent<SearchBox> ShowBox(string text) =>
        Show<SearchBox>(p => p.Add(b => b.Text, text).Add(b => b.Searched, _searches.Add));
}
