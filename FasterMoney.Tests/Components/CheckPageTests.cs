using Bunit;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.People;
using FasterMoney.Web.Admin.Checking;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components;

public class CheckPageTests : EditorContext
{
    [Fact]
    public async Task A_pasted_link_says_whose_it_is_and_leads_to_its_invoice()
    {
        var id = await Stage.SentAsync(TestSite);
        var page = Paste((await Stage.UrlAsync(id))!);

        page.Press("Check");

        page.WaitForAssertion(() => page.Link("INV-0001").GetAttribute("href").Should().Be($"/money?invoice={id}"));
        page.Find(".fm-page").TextContent.Should().Contain("It works.").And.Contain("Balance $100.00, due 9 Apr 2026").And.Contain("Ada's Bakery, invoice INV-0001");
        page.Region("Findings").TextContent.Should().Contain("Nothing was found");
    }

    [Fact]
    public async Task Each_finding_is_a_list_item_with_place_reason_and_fix()
    {
        var id = await Stage.SentAsync(TestSite);
        var page = Paste($"{await Stage.UrlAsync(id)} and http://localhost:5080/money?invoice=7, as for Bruno's Garage");

        page.Press("Check");

        page.WaitForAssertion(() => page.Region("Findings").QuerySelectorAll("li").Should().HaveCount(2));
        page.Region("Findings").TextContent.Should().Contain("2 block").And.Contain("Pasted text")
            .And.Contain("cannot reach").And.Contain("is another customer").And.Contain("Take it out");
    }

    [Fact]
    public void Nothing_and_too_much_are_said_beside_the_box()
    {
        var page = Paste("");
        page.Press("Check");
        page.WaitForAssertion(() => page.ReasonAt("Text to check").Should().Contain("Paste or type a text first."));

        page = Paste(new string('x', CheckedText.Longest + 1));
        page.Press("Check");
        page.WaitForAssertion(() => page.ReasonAt("Text to check").Should().Contain("20,001 characters"));
    }

    [Fact]
    public async Task Nothing_pasted_is_stored()
    {
        var id = await Stage.SentAsync(TestSite);
        var url = (await Stage.UrlAsync(id))!;
        var before = await Stage.ReadAsync(db => db.Activity.CountAsync());
        var page = Paste($"{url} Xylophone");
        page.Press("Check");
        page.WaitForAssertion(() => page.Region("Findings").Should().NotBeNull());
        (await Stage.ReadAsync(db => db.Activity.CountAsync())).Should().Be(before);
        page.Markup.Should().NotContain(url).And.NotContain("Xylophone");
    }

    private IRenderedComponent<CheckPage> Paste(string text)
    {
        var module = JSInterop.SetupModule("./Admin/Checking/CheckPage.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<int>("length", _ => true).SetResult(text.Length);
        module.Setup<string>("piece", _ => true).SetResult(text);
        return ShowTo<CheckPage>(TestSite.Viewer, SiteRole.Viewer);
    }
}
