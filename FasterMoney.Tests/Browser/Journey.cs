using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>
/// What people do in their browsers. A journey fails at its end when a page met a script error, a refusal of the content policy or a
/// missing file, whatever it proved before.
/// </summary>
[Collection(BrowserTests.Name)]
public abstract class Journey(Chromium chromium, LiveApp app) : IAsyncLifetime
{
    private readonly ConcurrentBag<string> _faults = [];
    private readonly List<IBrowserContext> _windows = [];

    protected LiveApp App => app;

    /// <summary>Whether the journey takes the server away: then what a browser says about that is no fault.</summary>
    protected virtual bool CutsTheLine => false;

    protected async Task<IBrowserContext> OpenWindowAsync(Action<BrowserNewContextOptions>? configure = null)
    {
        var window = await chromium.NewWindowAsync(app.Address, configure);
        window.SetDefaultTimeout(15_000);
        window.WebError += (_, error) => _faults.Add(error.Error);
        window.Console += (_, message) =>
        {
            // What was not found or gone is judged by its address below.
            if (!CutsTheLine && message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Add($"{message.Page?.Url}: {message.Text}");
        };
        window.Response += (_, response) =>
        {
            if (!CutsTheLine && response.Status >= 400 && !response.Request.IsNavigationRequest)
                _faults.Add($"{response.Status} {response.Url}");
        };
        _windows.Add(window);
        return window;
    }

    /// <summary>A window of somebody who has just signed in and sees the page at <paramref name="path"/>.</summary>
    protected async Task<IPage> SignInAsync(
        LiveBusiness business, string path = "/money", SiteRole role = SiteRole.Admin, Action<BrowserNewContextOptions>? configure = null)
    {
        var page = await (await OpenWindowAsync(configure)).NewPageAsync();
        await page.GotoAsync($"/account/login?returnUrl={Uri.EscapeDataString(path)}");
        await page.GetByLabel("E-mail").FillAsync(await business.EmailOfAsync(role));
        await page.GetByLabel("Password").FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).PathAndQuery == path);
        return page;
    }

    protected static string DrawerOf(Guid invoice) => $"/money?invoice={invoice}";

    protected static ILocator Link(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Portal link" });

    protected static ILocator Table(IPage page) => page.GetByRole(AriaRole.Table, new() { Name = "Invoices" });

    protected static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected static ILocator Acts(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Actions" });

    protected static ILocator MenuItem(IPage page, string name) => page.GetByRole(AriaRole.Menuitem, new() { Name = name, Exact = true });

    /// <summary>Does an act on the open invoice, in the menu that More acts opens when it stands there.</summary>
    protected static async Task ClickActAsync(IPage page, string name)
    {
        var beside = Acts(page).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        var inMenu = Acts(page).GetByRole(AriaRole.Menuitem, new() { Name = name, Exact = true, IncludeHidden = true });
        await Expect(beside.Or(inMenu)).ToHaveCountAsync(1);
        if (await inMenu.CountAsync() == 1)
            await Acts(page).GetByRole(AriaRole.Button, new() { Name = "More acts", Exact = true }).ClickAsync();
        await beside.Or(MenuItem(page, name)).ClickAsync();
    }

    protected static ILocator Dialog(IPage page) => page.GetByRole(AriaRole.Dialog);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    protected static Regex Exactly(string text) => new($"^{Regex.Escape(text)}$");

    /// <summary>Repeats what a person repeats when nothing happened, such as a click before the page's script has arrived.</summary>
    protected static async Task UntilAsync(Func<Task> act, Func<Task<bool>> done)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            await act();
            for (var looks = 0; looks < 10; looks++)
            {
                if (await done())
                    return;
                await Task.Delay(20);
            }
        }

        Assert.Fail("Nothing happened after fifty tries.");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var window in _windows)
            await window.DisposeAsync();
        _faults.Should().BeEmpty("no page may meet an error on the way");
    }
}
