using System.Text.RegularExpressions;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Account.FirstRun;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>From the printed address to the customer's link in the clipboard, as owners in four countries go it.</summary>
public sealed class SetUpJourneyTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserTheory]
    [InlineData("Germany", "1.234,50", "Rechnung", "1.469,06 €", "USt. 19 %")]
    [InlineData("Switzerland", "1'234.50", "Rechnung", "CHF 1'334.49", "MwSt. 8.1%")]
    [InlineData("Japan", "１２３,４５６", "請求書", "￥135,802", "消費税 10%")]
    [InlineData("United States", "$1,234.50", "Invoice", "$1,234.50", null)]
    public async Task An_owner_sets_up_and_hands_out_the_first_invoice(string country, string price, string title, string balance, string? tax)
    {
        await using var empty = new FasterMoneyApp();
        var address = empty.StartKestrel();
        var page = await (await OpenWindowAsync()).NewPageAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var (clicks, fields) = (0, 0);

        await page.GotoAsync(new Uri(address, $"/setup?code={empty.Services.GetRequiredService<SetupGate>().Open()}").ToString());
        await FillAsync(page.GetByLabel("Your name"), "Olive Owner");
        await FillAsync(page.GetByLabel("E-mail"), "olive@acme.example");
        await FillAsync(page.GetByLabel("Password"), Cast.Password);
        await FillAsync(page.GetByLabel("Business name"), "Acme");
        await page.GetByLabel("Country").SelectOptionAsync(new SelectOptionValue { Label = country });
        fields++;
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Create the business" }));

        await Expect(page.GetByText("Still to set up")).ToBeVisibleAsync();
        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Write the first invoice" }));
        var picker = page.GetByRole(AriaRole.Combobox, new() { Name = "Customer" });
        await UntilAsync(() => picker.FillAsync("Ada"), () => page.GetByRole(AriaRole.Option, new() { Name = "Add customer “Ada”" }).IsVisibleAsync());
        fields++;
        await UntilAsync(
            async () =>
            {
                if (await picker.GetAttributeAsync("aria-activedescendant") is null)
                    await picker.PressAsync("ArrowDown");
                else
                    await picker.PressAsync("Enter");
            },
            () => Dialog(page).IsVisibleAsync());
        await Expect(Dialog(page).GetByLabel("Name")).ToHaveValueAsync("Ada");
        await Dialog(page).GetByLabel("Name").PressAsync("Enter");
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await FillAsync(page.GetByLabel("Description, line 1"), "Work");
        await FillAsync(page.GetByLabel("Unit price, line 1"), price);
        await ClickAsync(Button(page, "Save and review sending"));
        await Expect(Dialog(page)).ToContainTextAsync("A way to pay is missing.");
        await ClickAsync(Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Copy the message" }));

        await Expect(Dialog(page).GetByRole(AriaRole.Status, new() { Name = "Message copied" })).ToHaveTextAsync("Message copied");
        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        var link = Regex.Match(copied, @"http://\S+/pay/[A-Za-z0-9_-]{43}").Value;
        link.Should().NotBeEmpty(copied);
        (clicks, fields).Should().Be((4, 8), "that is how far the link is away");

        await Button(page, "To the invoice").ClickAsync();
        await Expect(Link(page)).ToContainTextAsync("Available");
        await Expect(Link(page)).ToContainTextAsync("Olive Owner");
        await page.GotoAsync(link);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        (await page.Locator("dl .balance").InnerTextAsync()).Replace('\u00a0', ' ').Should().Contain(balance);
        if (tax is not null)
            (await page.Locator("tfoot").InnerTextAsync()).Should().Contain(tax);

        async Task ClickAsync(ILocator target)
        {
            clicks++;
            await target.ClickAsync();
        }

        async Task FillAsync(ILocator target, string text)
        {
            fields++;
            await target.FillAsync(text);
        }
    }
}
