using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>What people ask Faster AI, with the built-in assistant, and with a server that goes away.</summary>
public sealed class AssistantTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task About_an_invoice_it_answers_each_ask_and_sends_nothing()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(invoice));
        var ask = page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button, new() { Name = "Ask Faster AI" });
        await UntilAsync(() => ask.ClickAsync(), () => Box(page).IsVisibleAsync());
        await Expect(Box(page)).ToBeFocusedAsync();
        await Expect(page.GetByText("Built-in assistant, works offline. It never sends anything.")).ToBeVisibleAsync();

        await AskAsync(page, "Does this invoice have a customer portal link, and if not, why and what mends it?", "Yes. INV-0001 for Ada's Bakery has a customer portal link");
        await AskAsync(page, "Explain this balance to me.", "The balance due of INV-0001 for Ada's Bakery is $100.00");
        await AskAsync(page, "Prepare a payment follow-up with the portal link but send nothing.", "I proposed a follow-up for you to confirm");
        await AskAsync(page, "Draft the message about a corrected balance.", "Nothing has corrected the balance");
        await AskAsync(page, "Send it to the customer", "I cannot send anything to anybody");
        await AskAsync(page, "Find the portal link for this sent invoice and draft a short message to review.", "Nothing was sent.");
        await Expect(Log(page)).ToContainTextAsync("Wrote a draft to review about INV-0001");

        await page.Keyboard.PressAsync("Escape");
        await Expect(Box(page)).ToHaveCountAsync(0);
        await Expect(ask).ToBeFocusedAsync();
        await UntilAsync(() => ask.ClickAsync(), () => Box(page).IsVisibleAsync());
        await AskAsync(page, "draft a message", "Nothing was sent.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Review the draft" }).ClickAsync();
        await page.WaitForURLAsync("**/messages?message=*");
    }

    [BrowserFact]
    public async Task About_the_business_it_lists_what_is_asked_for()
    {
        var business = await App.OpenBusinessAsync();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await business.SentAsync(LiveBusiness.Content() with { IssueDate = today.AddDays(-40), DueDate = today.AddDays(-10) });
        var off = await business.SentAsync();
        await business.Links.TurnOffAsync(business.Person(SiteRole.Admin), off);
        var page = await SignInAsync(business);
        await UntilAsync(() => Button(page, "Ask Faster AI").ClickAsync(), () => Box(page).IsVisibleAsync());

        await AskAsync(page, "Which overdue customers have not opened their invoice?", "Ada's Bakery: INV-0001");
        await AskAsync(page, "Which sent invoices have an unavailable link?", "INV-0002, Ada's Bakery");
        await Button(page, "New conversation").ClickAsync();
        await Expect(Button(page, "Which sent invoices have an unavailable link?")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_server_that_goes_away_in_the_middle_leaves_the_page_as_it_is()
    {
        await using var server = await ModelServer.StartAsync();
        server.Then(ModelServer.GoAway("The balance is ", cut: false)).Then(ModelServer.Say("The balance is ", "$100.00."));
        await using var alone = new FasterMoneyApp
        {
            Settings = { ["Assistant:Endpoint"] = server.Address.ToString(), ["Assistant:Model"] = "scripted", ["Assistant:ApiKey"] = "secret-key" },
        };
        var address = alone.StartKestrel();
        var site = await alone.OpenBusinessAsync("Northwind");
        await alone.AddPersonAsync("olivia@northwind.example", site);
        var page = await (await OpenWindowAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(address, "/account/login?returnUrl=%2Fmoney").ToString());
        await page.GetByLabel("E-mail").FillAsync("olivia@northwind.example");
        await page.GetByLabel("Password").FillAsync(Cast.Password);
        await Button(page, "Sign in").ClickAsync();
        await UntilAsync(() => Button(page, "Ask Faster AI").ClickAsync(), () => Box(page).IsVisibleAsync());
        await Expect(page.GetByText("scripted at")).ToBeVisibleAsync();

        await AskAsync(page, "Explain the balance", "The assistant's server went away in the middle of the answer.");
        await Expect(Log(page)).ToContainTextAsync("The balance is");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Money" })).ToBeVisibleAsync();
        await Button(page, "Try again").ClickAsync();
        await Expect(Log(page)).ToContainTextAsync("The balance is $100.00.");
        // The page leaves before its application does.
        await page.GotoAsync("about:blank");
    }

    private static ILocator Box(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Ask Faster AI" });

    private static ILocator Log(IPage page) => page.GetByRole(AriaRole.Log, new() { Name = "Conversation" });

    private static async Task AskAsync(IPage page, string question, string answer)
    {
        await Box(page).FillAsync(question);
        await Box(page).PressAsync("Enter");
        await Expect(Log(page).Locator(".turn").Last).ToContainTextAsync(answer);
        await Expect(Button(page, "Ask")).ToBeVisibleAsync();
    }
}
