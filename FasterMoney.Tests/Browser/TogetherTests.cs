using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>Several people at work on the same invoices.</summary>
public sealed class TogetherTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    private static readonly LocatorAssertionsToBeEnabledOptions WithinTwoSeconds = new() { Timeout = 2000 };

    [BrowserFact]
    public async Task What_a_colleague_does_shows_in_the_list_and_in_an_open_drawer_within_two_seconds()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.DraftAsync();
        var olivia = await SignInAsync(business, DrawerOf(invoice), SiteRole.Owner);
        var vera = await SignInAsync(business, role: SiteRole.Viewer);
        var adam = await SignInAsync(business, DrawerOf(invoice));
        await Expect(Button(olivia, "Copy portal link")).ToBeDisabledAsync();
        await Expect(Table(vera)).ToContainTextAsync("Not available");

        await Link(adam).GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();
        await Dialog(adam).GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();

        await Expect(Button(olivia, "Copy portal link")).ToBeEnabledAsync(WithinTwoSeconds);
        await Expect(Table(vera).GetByRole(AriaRole.Button, new() { NameRegex = new("^Copy link of INV-") })).ToBeEnabledAsync(WithinTwoSeconds);
        await Expect(Table(olivia)).ToContainTextAsync("INV-", new() { Timeout = 2000 });
    }

    [BrowserFact]
    public async Task Leaving_a_changed_invoice_asks_first_and_staying_keeps_what_was_typed()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.DraftAsync();
        var page = await SignInAsync(business, $"/invoices/{invoice}/edit");
        var memo = page.GetByLabel("Memo to the customer");
        await memo.FillAsync("Half a thought");
        await Expect(page.GetByText("Not saved yet")).ToBeVisibleAsync();
        var customers = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Customers" });

        await customers.ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Stay here" }).ClickAsync();
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await Expect(memo).ToHaveValueAsync("Half a thought");
        await customers.ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Leave without saving" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Customers" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_second_of_two_who_save_is_told_what_changed_and_loses_nothing()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.DraftAsync();
        var olivia = await SignInAsync(business, $"/invoices/{invoice}/edit", SiteRole.Owner);
        var adam = await SignInAsync(business, $"/invoices/{invoice}/edit");
        await olivia.GetByLabel("Memo to the customer").FillAsync("Thanks from Olivia");
        await adam.GetByLabel("Memo to the customer").FillAsync("Thanks from Adam");
        await adam.GetByLabel("Reference").FillAsync("PO-ADAM");
        await Button(olivia, "Save draft").ClickAsync();
        await Expect(olivia.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();

        await Button(adam, "Save draft").ClickAsync();
        await Expect(Dialog(adam)).ToContainTextAsync("Olivia");
        await Expect(Dialog(adam)).ToContainTextAsync("Thanks from Olivia");
        await Expect(Dialog(adam)).ToContainTextAsync("Thanks from Adam");
        await Dialog(adam).GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();

        await Expect(adam.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        await adam.ReloadAsync();
        await Expect(adam.GetByLabel("Memo to the customer")).ToHaveValueAsync("Thanks from Adam");
        await Expect(adam.GetByLabel("Reference")).ToHaveValueAsync("PO-ADAM");
    }

    [BrowserFact]
    public async Task A_viewer_sees_previews_and_copies_and_finds_nothing_that_changes()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var draft = await business.DraftAsync();
        var page = await SignInAsync(business, DrawerOf(invoice), SiteRole.Viewer);

        var copied = page.GetByRole(AriaRole.Status, new() { Name = "Portal link copied" });
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await UntilAsync(() => Button(page, "Copy portal link").ClickAsync(), () => copied.IsVisibleAsync());
        await Expect(Link(page)).ToContainTextAsync("by Vera");
        var preview = await page.Context.RunAndWaitForPageAsync(() => Link(page).GetByRole(AriaRole.Link, new() { Name = "Open portal" }).ClickAsync());
        await Expect(preview.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Preview");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "New invoice" })).ToHaveCountAsync(0);
        foreach (var act in new[] { "Mark as sent", "Edit", "Duplicate", "Withdraw", "Void invoice", "Replace link", "Turn off link", "Extend the link", "Record payment" })
            await Expect(Button(page, act).Or(page.GetByRole(AriaRole.Menuitem, new() { Name = act, Exact = true, IncludeHidden = true }))).ToHaveCountAsync(0);
        await Expect(Button(page, "More acts")).ToHaveCountAsync(0);

        await page.GotoAsync(DrawerOf(draft));
        await Expect(Link(page)).ToContainTextAsync("Your role cannot change this.");
        await Expect(Link(page).GetByRole(AriaRole.Button, new() { Name = "Mark as sent" })).ToBeDisabledAsync();
        await page.GotoAsync($"/invoices/{draft}/edit");
        await Expect(page.GetByText("Your role sees invoices and changes nothing.")).ToBeVisibleAsync();
        await Expect(Button(page, "Save draft")).ToHaveCountAsync(0);
    }
}
