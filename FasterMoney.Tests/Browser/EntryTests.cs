using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class EntryTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task What_moves_the_balance_is_on_the_customers_page_at_the_next_load_and_in_the_document()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var customer = await (await OpenWindowAsync()).NewPageAsync();
        await customer.GotoAsync(await business.UrlAsync(invoice));
        await Expect(BalanceOn(customer)).ToHaveTextAsync("$100.00");
        await Expect(customer.GetByText("How this balance came about")).ToHaveCountAsync(0);
        var page = await SignInAsync(business, DrawerOf(invoice));

        await RecordAsync(page, "Record payment", "40.00");
        await ShowsAsync(customer, "Payment", "$60.00");

        await RecordAsync(page, "Record refund", "10.00");
        await ShowsAsync(customer, "Refund", "$70.00");

        await RecordAsync(page, "Issue credit note", "20.00", "Part returned");
        await ShowsAsync(customer, "Part returned", "$50.00");

        var download = await customer.RunAndWaitForDownloadAsync(() => customer.GetByRole(AriaRole.Link, new() { Name = "Download PDF" }).ClickAsync());
        var document = new PdfReading(await File.ReadAllBytesAsync(await download.PathAsync()));
        document.Bare.Should().Contain("$50.00").And.Contain("Partreturned").And.NotContain("INTERNAL");
    }

    private static ILocator BalanceOn(IPage customer) => customer.Locator("dt", new() { HasText = "Balance due" }).Locator("xpath=following-sibling::dd");

    private static async Task ShowsAsync(IPage customer, string entry, string balance)
    {
        await customer.ReloadAsync();
        await Expect(BalanceOn(customer)).ToHaveTextAsync(balance);
        await Expect(customer.GetByRole(AriaRole.Row).Last).ToContainTextAsync(entry);
        await Expect(customer.GetByRole(AriaRole.Row).Last).ToContainTextAsync(balance);
    }

    private static async Task RecordAsync(IPage page, string act, string amount, string? reason = null)
    {
        await ClickActAsync(page, act);
        var dialog = Dialog(page);
        await dialog.GetByLabel("Amount").First.FillAsync(amount);
        if (reason is not null)
            await dialog.GetByLabel("Reason").FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }
}
