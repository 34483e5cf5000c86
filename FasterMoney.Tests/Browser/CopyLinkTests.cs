using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class CopyLinkTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    private const string Copied = "Portal link copied";

    private const string Denied = """
        navigator.clipboard.writeText = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
        document.execCommand = () => false;
        """;

    private const string Missing = """
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => { throw new Error("not supported"); };
        """;

    // Says yes without copying, as some browsers do.
    private const string Lying = """
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => true;
        """;

    private const string Insecure = """
        Object.defineProperty(window, "isSecureContext", { value: false });
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        """;

    [BrowserFact]
    public async Task The_drawer_copies_exactly_the_customers_address_and_tells_who_copied_it()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(invoice));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Expect(Link(page)).ToContainTextAsync("Not copied yet");

        await CopyAsync(page, Button(page, "Copy portal link"));

        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be(await business.UrlAsync(invoice));
        await Expect(Link(page)).ToContainTextAsync("by Adam");
        await Expect(Link(page)).Not.ToContainTextAsync("Not copied yet");
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = Copied })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_row_of_the_list_copies_with_one_click_and_opens_nothing()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var draft = await business.DraftAsync();
        var page = await SignInAsync(business);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await CopyAsync(page, Table(page).GetByRole(AriaRole.Button, new() { NameRegex = new("^Copy link of INV-") }));

        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be(await business.UrlAsync(invoice));
        new Uri(page.Url).PathAndQuery.Should().Be("/money");
        draft.Should().NotBeEmpty();
        await Expect(Table(page).GetByRole(AriaRole.Button, new() { NameRegex = new("^Copy link of Draft") })).ToBeDisabledAsync();
    }

    [BrowserTheory]
    [InlineData(Denied)]
    [InlineData(Missing)]
    [InlineData(Lying)]
    public async Task A_browser_that_does_not_copy_gets_the_address_selected_and_is_told_what_to_press(string browser)
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business);
        await page.AddInitScriptAsync(browser);
        await page.GotoAsync(DrawerOf(invoice));
        var box = page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("Ctrl\\+C|⌘C") });

        await UntilAsync(() => Button(page, "Copy portal link").ClickAsync(), () => box.IsVisibleAsync());

        var url = await business.UrlAsync(invoice);
        await Expect(box).ToHaveValueAsync(url);
        await Expect(box).ToBeFocusedAsync();
        (await page.EvaluateAsync<string>("document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)")).Should().Be(url);
        await Expect(page.GetByText(Copied)).ToHaveCountAsync(0);
        await Expect(Link(page)).ToContainTextAsync("Not copied yet");
        await page.Keyboard.PressAsync("Escape");
        await Expect(box).ToBeHiddenAsync();
        await Expect(Link(page)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Without_a_secure_connection_the_older_way_copies()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business);
        await page.AddInitScriptAsync(Insecure);
        await page.GotoAsync(DrawerOf(invoice));

        await CopyAsync(page, Button(page, "Copy portal link"));

        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search invoices" });
        await search.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await Expect(search).ToHaveValueAsync(await business.UrlAsync(invoice));
    }

    private static Task CopyAsync(IPage page, ILocator button) =>
        UntilAsync(() => button.ClickAsync(), () => page.GetByRole(AriaRole.Status, new() { Name = Copied }).IsVisibleAsync());
}
