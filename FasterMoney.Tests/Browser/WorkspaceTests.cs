using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class WorkspaceTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task On_a_phone_the_drawer_fills_the_screen_and_closing_it_leads_back_to_the_list()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, configure: Phone);
        var drawer = page.GetByRole(AriaRole.Complementary);

        await Table(page).GetByRole(AriaRole.Link, new() { NameRegex = new("^INV-") }).ClickAsync();
        await Expect(Button(page, "Copy portal link")).ToBeInViewportAsync(new() { Ratio = 1 });
        var box = (await drawer.BoundingBoxAsync())!;
        (box.X, box.Width).Should().Be((0f, 390f));
        (box.Y + box.Height).Should().BeGreaterThanOrEqualTo(844);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);
        await drawer.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
        await Expect(drawer).ToHaveCountAsync(0);
        await Expect(Table(page).GetByRole(AriaRole.Link, new() { NameRegex = new("^INV-") })).ToBeInViewportAsync();

        await page.GotoAsync(DrawerOf(invoice));
        await Expect(Button(page, "Copy portal link")).ToBeVisibleAsync();
        await UntilAsync(() => page.Keyboard.PressAsync("Escape"), async () => await drawer.CountAsync() == 0);
        await Expect(page).ToHaveURLAsync(new Uri(business.Address, "/money").ToString());
    }

    [BrowserFact]
    public async Task The_list_is_worked_by_keyboard_alone()
    {
        var business = await App.OpenBusinessAsync();
        await business.SentAsync(LiveBusiness.Content().Saying(reference: "PO-FIRST"));
        await business.SentAsync(LiveBusiness.Content().Saying(reference: "PO-SECOND"));
        await business.SentAsync(LiveBusiness.Content().Saying(reference: "ELSE"));
        var page = await SignInAsync(business, "/money?sort=number");
        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search invoices" });
        var rows = Table(page).GetByRole(AriaRole.Link, new() { NameRegex = new("^INV-") });
        await Expect(rows).ToHaveCountAsync(3);

        await UntilAsync(() => page.Keyboard.PressAsync("/"), () => search.EvaluateAsync<bool>("box => box === document.activeElement"));
        await Expect(search).ToHaveValueAsync("");
        await page.Keyboard.TypeAsync("po-");
        await Expect(rows).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var drawer = page.GetByRole(AriaRole.Complementary);
        await Expect(drawer).ToContainTextAsync("PO-FIRST");
        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(drawer).ToHaveCountAsync(0);
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Filter_search_order_and_page_survive_reload_and_back()
    {
        var business = await App.OpenBusinessAsync();
        for (var i = 0; i < 51; i++)
            await business.DraftAsync(LiveBusiness.Content().Saying(reference: "MANY"));
        await business.DraftAsync(LiveBusiness.Content().Saying(reference: "ONCE"));
        await business.SentAsync();
        var page = await SignInAsync(business);
        var tabs = page.GetByRole(AriaRole.Navigation, new() { Name = "Filter by state" });
        var pages = page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search invoices" });
        await Expect(pages).ToContainTextAsync("1–50 of 53");

        await tabs.GetByRole(AriaRole.Link, new() { Name = "Draft" }).ClickAsync();
        await Expect(pages).ToContainTextAsync("1–50 of 52");
        await search.FillAsync("many");
        await Expect(pages).ToContainTextAsync("1–50 of 51");
        await Table(page).GetByRole(AriaRole.Link, new() { Name = "Due" }).ClickAsync();
        await Expect(Table(page).GetByRole(AriaRole.Columnheader, new() { Name = "Due" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await pages.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Expect(pages).ToContainTextAsync("51–51 of 51");
        await page.ReloadAsync();

        await Expect(pages).ToContainTextAsync("51–51 of 51");
        await Expect(search).ToHaveValueAsync("many");
        await Expect(Table(page).GetByRole(AriaRole.Columnheader, new() { Name = "Due" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(tabs.GetByRole(AriaRole.Link, new() { Name = "Draft" })).ToHaveAttributeAsync("aria-current", "page");
        await page.GoBackAsync();
        await Expect(pages).ToContainTextAsync("1–50 of 51");
        await page.GoBackAsync();
        await Expect(Table(page).GetByRole(AriaRole.Columnheader, new() { Name = "Issued" })).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(search).ToHaveValueAsync("many");
        await page.GoBackAsync();
        await Expect(pages).ToContainTextAsync("1–50 of 53");
        await Expect(search).ToHaveValueAsync("");
    }

    private static void Phone(BrowserNewContextOptions options)
    {
        options.ViewportSize = new() { Width = 390, Height = 844 };
        options.HasTouch = true;
        options.IsMobile = true;
    }
}
