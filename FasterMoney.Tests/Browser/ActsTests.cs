using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>The acts of the drawer and their menu.</summary>
public sealed class ActsTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task The_menu_of_acts_is_worked_by_keys_and_closes_without_the_drawer()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, DrawerOf(await business.SentAsync()));
        var more = Button(page, "More acts");
        var first = MenuItem(page, "Record refund");
        await UntilAsync(
            async () =>
            {
                await more.FocusAsync();
                await page.Keyboard.PressAsync("ArrowDown");
            },
            () => first.IsVisibleAsync());

        foreach (var opening in new[] { "ArrowDown", "Enter", "Space" })
        {
            await page.Keyboard.PressAsync("Escape");
            await Expect(first).ToBeHiddenAsync();
            await Expect(more).ToBeFocusedAsync();
            await Expect(page.GetByRole(AriaRole.Complementary)).ToBeVisibleAsync();
            await page.Keyboard.PressAsync(opening);
            await Expect(first).ToBeFocusedAsync();
        }

        await Expect(first).ToHaveAccessibleDescriptionAsync("Nothing was paid yet that could be refunded.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(MenuItem(page, "Void invoice")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(MenuItem(page, "Issue credit note")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Dialog(page).GetByLabel("Reason")).ToBeVisibleAsync();
        await Expect(first).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task On_a_phone_the_acts_take_two_rows_and_their_menu_stays_on_the_screen()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, DrawerOf(await business.DraftAsync()), configure: window => window.ViewportSize = new() { Width = 390, Height = 844 });
        foreach (var invoice in new[] { await business.DraftAsync(), await business.SentAsync() })
        {
            await page.GotoAsync(DrawerOf(invoice));
            await Expect(Button(page, "Copy portal link")).ToBeVisibleAsync();
            await Expect(Button(page, "More acts")).ToBeVisibleAsync();
            (await Acts(page).EvaluateAsync<int>("acts => new Set([...acts.querySelectorAll('.fm-button')].map(button => button.offsetTop)).size")).Should().BeLessThanOrEqualTo(2);
            await UntilAsync(() => Button(page, "More acts").ClickAsync(), () => MenuItem(page, "Void invoice").IsVisibleAsync());
            var menu = (await page.GetByRole(AriaRole.Menu).BoundingBoxAsync())!;
            menu.X.Should().BeGreaterThanOrEqualTo(0);
            menu.Y.Should().BeGreaterThanOrEqualTo(0);
            (menu.X + menu.Width).Should().BeLessThanOrEqualTo(390);
            (menu.Y + menu.Height).Should().BeLessThanOrEqualTo(844);
        }
    }
}
