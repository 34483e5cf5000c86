using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>The look that follows the system.</summary>
public sealed class ThemeTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    // The system turns dark right after the page asked for the first time how it looks.
    private const string TurnsDarkOnceAsked =
        """
        const real = window.matchMedia.bind(window);
        const looks = [];
        let dark = false, asked = false;
        window.matchMedia = query => {
            if (query !== "(prefers-color-scheme: dark)")
                return real(query);
            const look = new EventTarget();
            looks.push(look);
            Object.defineProperty(look, "matches", { get: () => {
                const answer = dark;
                if (!asked) {
                    asked = true;
                    queueMicrotask(() => {
                        dark = true;
                        looks.forEach(each => each.dispatchEvent(Object.assign(new Event("change"), { matches: true })));
                    });
                }
                return answer;
            } });
            return look;
        };
        """;

    [BrowserFact]
    public async Task A_system_that_turns_dark_while_the_page_starts_is_followed()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, "/customers");
        await page.AddInitScriptAsync(TurnsDarkOnceAsked);

        await page.GotoAsync("/customers");

        await page.WaitForFunctionAsync("""() => getComputedStyle(document.documentElement).getPropertyValue("--mud-native-html-color-scheme").trim() === "dark" """);
    }
}
