using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>What is told to those who choose their own colours.</summary>
[Collection(LookingTests.Name)]
public sealed class EyesTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task Icons_and_what_is_current_selected_or_disabled_are_told_in_the_readers_own_colours()
    {
        var business = await App.OpenBusinessAsync();
        var (sent, draft) = (await business.SentAsync(), await business.DraftAsync());
        await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(sent), SiteRole.Owner, window => window.ForcedColors = ForcedColors.Active);
        var pixels = await Pixels.OpenAsync(page.Context);
        await page.BringToFrontAsync();
        await Expect(Button(page, "More acts")).ToBeVisibleAsync();
        await page.Mouse.MoveAsync(0, 899);

        foreach (var icon in new[] { ".fm-icon-copy", ".fm-icon-close", ".fm-icon-search", ".fm-icon-refresh" })
            (await ColoursAsync(page.Locator($"{icon}:visible").First)).Count.Should().BeGreaterThan(1, $"{icon} is drawn");

        var tabs = page.Locator("nav.tabs a");
        await TellsAsync(tabs.Locator("xpath=self::*[@aria-current]"), tabs.Locator("xpath=self::*[not(@aria-current)]"), "the chosen filter");
        var places = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).Locator("a");
        await TellsAsync(places.Locator("xpath=self::*[@aria-current]"), places.Locator("xpath=self::*[not(@aria-current)]"), "the page one is on");
        var rows = Table(page).Locator("tbody tr");
        await TellsAsync(rows.Filter(new() { Has = page.Locator("[aria-current]") }), rows.Filter(new() { HasNot = page.Locator("[aria-current]") }), "the open row");

        await page.GotoAsync(DrawerOf(draft));
        await Expect(Button(page, "Copy portal link")).ToBeDisabledAsync();
        await TellsAsync(Button(page, "Copy portal link"), Button(page, "More acts"), "a disabled button");

        async Task<IReadOnlyDictionary<string, int>> ColoursAsync(ILocator place) => await pixels.ColoursAsync(await place.ScreenshotAsync());

        async Task TellsAsync(ILocator one, ILocator other, string what)
        {
            var others = await ColoursAsync(other.First);
            (await ColoursAsync(one.First)).Where(colour => colour.Value >= 20).Should().Contain(colour => others.GetValueOrDefault(colour.Key) * 4 < colour.Value, what);
        }
    }
}
