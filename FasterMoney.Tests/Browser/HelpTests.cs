using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Guides;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>The guides beside the work, and as pages of their own.</summary>
public sealed class HelpTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    private const string LinksTitle = "Copy and open customer portal links";

    [BrowserFact]
    public async Task A_blocked_links_why_opens_its_place_beside_the_drawer_and_the_button_there_mends_it()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        await business.Links.TurnOffAsync(business.Person(SiteRole.Admin), invoice);
        var page = await SignInAsync(business, DrawerOf(invoice), configure: window => window.ViewportSize = new() { Width = 1440, Height = 900 });

        var why = Link(page).GetByRole(AriaRole.Link, new() { Name = "Why?" });
        await why.ClickAsync();
        await Expect(Panel(page).GetByRole(AriaRole.Link, new() { Name = "The link was turned off" })).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Uri(business.Address, DrawerOf(invoice)).ToString());
        await NothingIsCoveredAsync(page);

        await page.Keyboard.PressAsync("Escape");
        await Expect(Panel(page)).ToHaveCountAsync(0);
        await Expect(why).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Panel(page).GetByRole(AriaRole.Link, new() { Name = "Turn on link", Exact = true }).ClickAsync();
        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        await Expect(why).ToHaveCountAsync(0);

        await Panel(page).GetByRole(AriaRole.Link, new() { Name = "The link was turned off" }).FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(Panel(page)).ToHaveCountAsync(0);
        await Expect(Button(page, "Help")).ToBeFocusedAsync();
        await Expect(Button(page, "Copy portal link")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Help_opens_the_guide_that_fits_the_screen_and_leads_on_to_others()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, "/follow-ups");
        await UntilOpenAsync(page, () => Button(page, "Help").ClickAsync());
        await Expect(Panel(page)).ToHaveAccessibleNameAsync("Follow-ups and reminders");
        await Expect(Button(page, "Help")).ToHaveAttributeAsync("aria-expanded", "true");

        await Panel(page).GetByRole(AriaRole.Navigation, new() { Name = "Related guides" }).GetByRole(AriaRole.Link, new() { Name = LinksTitle }).ClickAsync();
        await Expect(Panel(page)).ToHaveAccessibleNameAsync(LinksTitle);
        await Expect(page).ToHaveURLAsync(new Uri(business.Address, "/follow-ups").ToString());

        await Button(page, "No").ClickAsync();
        await page.GetByLabel("It is out of date").CheckAsync();
        await Button(page, "Save reason").ClickAsync();
        await Expect(Panel(page).GetByRole(AriaRole.Status)).ToHaveTextAsync("Thank you. You can change your answer.");
        await page.GotoAsync("/help/portal-links");
        var group = page.GetByRole(AriaRole.Group, new() { Name = "Was this guide helpful?" });
        await Expect(group.GetByRole(AriaRole.Button, new() { Name = "No" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.GetByLabel("It is out of date")).ToBeCheckedAsync();
        await group.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Expect(group.GetByRole(AriaRole.Button, new() { Name = "Yes" })).ToHaveAttributeAsync("aria-pressed", "true");
        (await business.ReadAsync(db => Task.FromResult(db.GuideVotes.Count(vote => vote.SiteId == business.Person(SiteRole.Admin).SiteId)))).Should().Be(1);
    }

    [BrowserFact]
    public async Task A_question_of_a_guide_is_put_into_the_assistants_box_and_not_asked()
    {
        const string Question = "Does this invoice have a customer portal link, and if not, why?";
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, DrawerOf(await business.SentAsync()));
        await UntilOpenAsync(page, () => Button(page, "Help").ClickAsync());

        await Panel(page).GetByRole(AriaRole.Link, new() { Name = Question }).ClickAsync();
        var box = page.GetByLabel("Ask Faster AI", new() { Exact = true }).And(page.GetByRole(AriaRole.Textbox));
        await Expect(box).ToHaveValueAsync(Question);
        await Expect(page.GetByRole(AriaRole.Log)).Not.ToContainTextAsync("You asked");
        await Button(page, "Ask").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("You asked: " + Question);

        await page.GotoAsync("/help/portal-links");
        await page.GetByRole(AriaRole.Link, new() { Name = Question }).ClickAsync();
        await Expect(box).ToHaveValueAsync(Question);
    }

    [BrowserFact]
    public async Task The_search_answers_while_somebody_types_and_is_worked_by_keys()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, "/help");
        var results = page.GetByRole(AriaRole.Region, new() { Name = "Search results" });
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("link expired");
        await Expect(results.GetByRole(AriaRole.Link).First).ToContainTextAsync("The link has expired");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("for “link expired”");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(results.GetByRole(AriaRole.Link).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Uri(business.Address, "/help/portal-links#link-expired").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The link has expired" })).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "On this page" }).GetByRole(AriaRole.Link, new() { Name = "Before you start" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Before you start" })).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task A_refused_act_in_the_menu_leads_to_its_guide_by_keys_and_gets_the_focus_back()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, DrawerOf(await business.SentAsync()));
        await Expect(Button(page, "More acts")).ToBeVisibleAsync();
        await UntilAsync(() => Button(page, "More acts").PressAsync("ArrowDown"), () => MenuItem(page, "Record refund").IsVisibleAsync());
        await Expect(MenuItem(page, "Record refund")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("^Why\\? Record refund") })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(Panel(page).GetByRole(AriaRole.Link, new() { Name = "Record refund is refused" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(Button(page, "More acts")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task On_narrow_screens_the_help_leaves_the_drawer_in_sight()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, DrawerOf(await business.SentAsync()), configure: window => window.ViewportSize = new() { Width = 390, Height = 844 });
        await UntilOpenAsync(page, () => Button(page, "Help").EvaluateAsync("button => button.click()"));
        foreach (var width in new[] { 390, 900, 1000, 1240 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await NothingIsCoveredAsync(page);
        }
    }

    private static ILocator Panel(IPage page) => page.Locator("[data-help-panel]");

    private static Task UntilOpenAsync(IPage page, Func<Task> act) => UntilAsync(
        async () =>
        {
            if (await Panel(page).CountAsync() == 0)
                await act();
        },
        async () => await Panel(page).CountAsync() == 1);

    private static async Task NothingIsCoveredAsync(IPage page)
    {
        var panel = (await Panel(page).BoundingBoxAsync())!;
        var drawer = (await page.Locator("aside.drawer").BoundingBoxAsync())!;
        var isBeside = drawer.X + drawer.Width <= panel.X + 1 || drawer.Y + drawer.Height <= panel.Y + 1;
        isBeside.Should().BeTrue("the panel at {0}, {1} must not cover the drawer, which is {2} wide and {3} high", panel.X, panel.Y, drawer.Width, drawer.Height);
        drawer.Width.Should().BeGreaterThan(300);
        drawer.Height.Should().BeGreaterThan(300);
    }
}
