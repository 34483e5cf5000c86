using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Web.Admin.Settings;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components.Settings;

public sealed class PortalPageTests : SettingsContext
{
    [Fact]
    public async Task All_links_are_replaced_once_the_name_is_typed_and_the_count_is_told()
    {
        await Stage.FillAsync(TestSite);
        var before = await Stage.ReadAsync(db => Task.FromResult(db.PortalLinks.Where(link => link.SiteId == TestSite.SiteId && link.ReplacedAt == null).Select(link => link.Id).ToList()));
        var page = ShowToOwner<PortalPage>();
        Button(page, "Replace all links")!.HasAttribute("disabled").Should().BeTrue();
        Field(page, "Name of the business").Input("North");
        Button(page, "Replace all links")!.HasAttribute("disabled").Should().BeTrue();

        Field(page, "Name of the business").Input("northwind");
        Press(page, "Replace all links");

        page.WaitForAssertion(() => page.Markup.Should().MatchRegex(@"\d+ new links were made\."));
        (await Stage.ReadAsync(db => Task.FromResult(db.PortalLinks.Count(link => before.Contains(link.Id) && link.ReplacedAt == null)))).Should().Be(0);
    }

    [Fact]
    public async Task Links_that_are_still_missing_are_told_and_made()
    {
        await Stage.FillAsync(TestSite);
        await using (var db = await Stage.OpenDbAsync())
            await db.Database.ExecuteSqlRawAsync("UPDATE \"PortalLinks\" SET \"ReplacedAt\" = \"CreatedAt\"");
        var page = ShowToOwner<PortalPage>();
        page.WaitForAssertion(() => page.Markup.Should().Contain("no link since the links were replaced"));

        Press(page, "Make the missing links");

        page.WaitForAssertion(() => page.Markup.Should().Contain("new links were made.").And.NotContain("no link since the links were replaced"));
    }

    [Fact]
    public void The_example_and_the_reasons_follow_what_is_typed()
    {
        var page = ShowToOwner<PortalPage>();
        page.Find(".address").TextContent.Should().MatchRegex(@"^https://pay\.northwind\.example/pay/[A-Za-z0-9_-]{43}$");

        Field(page, "Path").Input("Invoices");
        ReasonAt(page, "Path").Should().Contain("'invoices' is an address of this application.");

        Field(page, "Path").Input("bills");
        Field(page, "Base address").Input("http://pay.northwind.example");
        ReasonAt(page, "Path").Should().BeEmpty();
        ReasonAt(page, "Base address").Should().Contain("Use https");

        Field(page, "Base address").Input("http://localhost:5080");
        ReasonAt(page, "Base address").Should().BeEmpty();
        page.Find(".address").TextContent.Should().StartWith("http://localhost:5080/bills/");
    }

    [Fact]
    public async Task An_address_of_another_site_is_refused_beside_the_path()
    {
        await Stage.Sites.ConfigurePortalAsync(Stage.Harbor.Owner, 1, "https://pay.shared.example", "harbor");
        var page = ShowToOwner<PortalPage>();

        Field(page, "Base address").Input("https://pay.shared.example");
        Field(page, "Path").Input("harbor");
        Press(page, "Save address");

        page.WaitForAssertion(() => ReasonAt(page, "Path").Should().Contain("Another business uses this address."));
        (await SiteAsync()).RouteBaseUrl.Should().Be("https://pay.northwind.example");
    }

    [Fact]
    public async Task Changing_the_address_says_how_many_links_die_and_takes_no_for_an_answer()
    {
        await Stage.FillAsync(TestSite);
        var page = ShowToOwner<PortalPage>();
        Field(page, "Path").Input("bills");

        Press(page, "Save address");
        Answer("Keep the old one").Should().Contain("10 links that customers may hold").And.Contain("stop working at once");
        page.WaitForAssertion(() => Button(page, "Save address")!.HasAttribute("disabled").Should().BeFalse());
        (await SiteAsync()).RouteSegment.Should().Be("pay");

        Press(page, "Save address");
        Answer("Change address");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Customers open their invoices at https://pay.northwind.example/bills."));
        (await SiteAsync()).RouteSegment.Should().Be("bills");
    }

    [Fact]
    public async Task Turning_off_asks_first_and_turning_on_does_not()
    {
        var page = ShowToOwner<PortalPage>();

        Press(page, "Turn off portal");
        Answer("Turn off now").Should().Contain("Nobody holds a working link now.");
        page.WaitForAssertion(() => Button(page, "Turn on portal").Should().NotBeNull());
        (await SiteAsync()).PortalOn.Should().BeFalse();

        Press(page, "Turn on portal");
        page.WaitForAssertion(() => Button(page, "Turn off portal").Should().NotBeNull());
        (await SiteAsync()).PortalOn.Should().BeTrue();
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_told_and_what_was_typed_stays()
    {
        var page = ShowToOwner<PortalPage>();
        Field(page, "Path").Input("bills");
        await Stage.Sites.ConfigurePortalAsync(TestSite.Owner, (await SiteAsync()).Version, "https://pay.northwind.example", "other");

        Press(page, "Save address");

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.Should().Contain("What you typed is kept."));
        Field(page, "Path").GetAttribute("value").Should().Be("bills");
        page.Markup.Should().Contain("https://pay.northwind.example/other.");

        Press(page, "Save address");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
    }

    [Fact]
    public void Others_read_the_address_and_the_reason()
    {
        var page = ShowTo<PortalPage>(TestSite.Admin, SiteRole.Admin);

        page.Find("[role=note]").TextContent.Should().StartWith("Only owners change the customer portal.");
        page.FindAll("button").Should().BeEmpty();
        Field(page, "Path").GetAttribute("value").Should().Be("pay");
    }
}
