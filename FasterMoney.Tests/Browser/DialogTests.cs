using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>Dialogs by keyboard, and what is seen of an act that was done.</summary>
public sealed class DialogTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    public static TheoryData<string, string> Typed => new()
    {
        { "Record payment", "Amount" },
        { "Prepare follow-up", "What is to be done" },
        { "Void invoice", "Reason" },
        { "Edit private note", "Private note" },
    };

    [BrowserTheory]
    [MemberData(nameof(Typed))]
    public async Task A_dialog_begins_in_its_first_field_and_Escape_throws_nothing_away_unasked(string act, string field)
    {
        var page = await OpenAsync();
        await ClickActAsync(page, act);
        var dialog = Dialog(page).First;
        await Expect(dialog.GetByLabel(field).First).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Escape");
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await ExpectFocusAsync(page, "Actions");

        await ClickActAsync(page, act);
        await Expect(dialog.GetByLabel(field).First).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("7");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByText("Discard what you typed?")).ToBeVisibleAsync();
        await Button(page, "Keep typing").ClickAsync();
        await Expect(page.GetByText("Discard what you typed?")).ToHaveCountAsync(0);
        await Expect(dialog.GetByLabel(field).First).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("7"));
        await page.Keyboard.PressAsync("Escape");
        await Button(page, "Discard").ClickAsync();
        await Expect(Dialog(page)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Enter_does_what_the_dialog_asks_for_and_what_was_done_is_seen()
    {
        var page = await OpenAsync();
        await ClickActAsync(page, "Record payment");
        await Expect(Dialog(page).GetByLabel("Amount").First).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");

        await Expect(Dialog(page)).ToHaveCountAsync(0);
        var said = page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Payment recorded" });
        await Expect(said).ToHaveCountAsync(1);
        await Expect(said).ToBeVisibleAsync();
        (await said.BoundingBoxAsync())!.Width.Should().BeGreaterThan(80);
        await ExpectFocusAsync(page, "Actions");
    }

    [BrowserFact]
    public async Task After_Approve_the_focus_is_still_beside_the_message()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, $"/messages/new?invoice={invoice}");
        await Expect(Button(page, "Save and review")).ToBeVisibleAsync();
        await Button(page, "Save and review").ClickAsync();
        await Expect(Button(page, "Approve")).ToBeEnabledAsync();
        await Button(page, "Approve").FocusAsync();

        await page.Keyboard.PressAsync("Enter");

        await Expect(Button(page, "Copy message")).ToBeEnabledAsync();
        await UntilAsync(() => Task.CompletedTask, async () => await page.EvaluateAsync<bool>("document.activeElement !== document.body"));
    }

    private async Task<IPage> OpenAsync()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(invoice));
        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        return page;
    }

    // On what opened the dialog, or on the button of the menu that held it.
    private static Task ExpectFocusAsync(IPage page, string region) => UntilAsync(
        () => Task.CompletedTask,
        () => page.EvaluateAsync<bool>("name => document.activeElement?.closest('section')?.getAttribute('aria-label') === name", region));
}
