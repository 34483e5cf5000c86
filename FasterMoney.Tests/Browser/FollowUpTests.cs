using System.Globalization;
using System.Text.RegularExpressions;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>From the drawer to the bar, and to a link that works on the day or says why it does not.</summary>
public sealed class FollowUpTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task A_follow_up_is_prepared_in_the_drawer_falls_due_in_the_bar_and_has_the_link_of_the_moment()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(invoice));

        await ClickActAsync(page, "Prepare follow-up");
        await Expect(Dialog(page).GetByLabel("What is to be done")).ToHaveValueAsync(new Regex("^Ask Ada's Bakery about INV-"));
        await Dialog(page).GetByLabel("What is to be done").FillAsync("Ring Ada");
        await Dialog(page).GetByLabel("Due date").FillAsync((await business.TodayAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        (await business.FollowUpsAsync()).Should().Be(0, "nothing is stored before it is saved");
        await Expect(Due(page)).ToHaveTextAsync("Follow-ups");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Save follow-up" }).ClickAsync();
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        (await business.FollowUpsAsync()).Should().Be(1);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Follow-ups" })).ToContainTextAsync("Ring Ada");

        await page.GetByRole(AriaRole.Link, new() { Name = "Follow-ups, 1 due" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ring Ada" }).ClickAsync();
        await Expect(Link(page).GetByRole(AriaRole.Link, new() { Name = "Open portal" })).ToHaveAttributeAsync("href", await business.UrlAsync(invoice));
        await business.Links.TurnOffAsync(business.Person(SiteRole.Owner), invoice);
        await Expect(Link(page)).ToContainTextAsync("The link was turned off.");
        await Expect(Button(page, "Copy portal link")).ToBeDisabledAsync();
        await Button(page, "Turn on link").ClickAsync();
        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);
        await Button(page, "Mark “Ring Ada” as done").ClickAsync();
        await Expect(page.GetByText("Nothing waits for you")).ToBeVisibleAsync();
        await Expect(Due(page)).ToHaveTextAsync("Follow-ups");
        await Button(page, "Undo").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ring Ada" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Follow-ups, 1 due" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_suggestion_waits_until_a_person_confirms_it()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var adam = business.Person(SiteRole.Admin);
        await business.FollowUps.ProposeAsync(adam, invoice, new("Suggested call", await business.TodayAsync(), adam.UserId));
        var page = await SignInAsync(business, "/follow-ups");

        await Expect(Due(page)).ToHaveTextAsync("Follow-ups");
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        await Button(page, "Confirm “Suggested call”").ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Confirm follow-up" }).ClickAsync();

        await Expect(page.GetByText("Nothing is suggested")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Follow-ups, 1 due" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_bar_fits_every_width()
    {
        var business = await App.OpenBusinessAsync();
        var adam = business.Person(SiteRole.Admin);
        await business.FollowUps.CreateAsync(adam, await business.SentAsync(), new("Ring Ada", await business.TodayAsync(), adam.UserId));
        var page = await SignInAsync(business, "/follow-ups");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Follow-ups, 1 due" })).ToBeVisibleAsync();

        foreach (var width in new[] { 360, 390, 768, 1024, 1240, 1241, 1440 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, "nothing is wider than the window");
            (await page.EvaluateAsync<string[]>(Overlapping)).Should().BeEmpty("at {0} everything in the bar has its place", width);
        }
    }

    // The bar's parts that lie on each other; links of the strip that are scrolled out of sight lie on nothing.
    private const string Overlapping =
        """
        () => {
          const parts = [...document.querySelectorAll("header.bar > *")].filter(part => part.offsetWidth > 0);
          const boxes = parts.map(part => part.getBoundingClientRect());
          const lie = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
          return parts.flatMap((part, i) => parts.slice(i + 1).filter((_, j) => lie(boxes[i], boxes[i + 1 + j])).map(other => `${part.outerHTML.slice(0, 60)} on ${other.outerHTML.slice(0, 60)}`));
        }
        """;

    private static ILocator Due(IPage page) => page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Follow-ups") });
}
