using System.Text.Json;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class MessageTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    private const string Clipboard = """
        async () => {
          const found = {};
          for (const item of await navigator.clipboard.read()) {
            for (const type of item.types) {
              found[type] = await (await item.getType(type)).text();
            }
          }
          return JSON.stringify(found);
        }
        """;

    private const string Older = """
        Object.defineProperty(window, "isSecureContext", { value: false });
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        """;

    [BrowserFact]
    public async Task A_message_is_written_from_its_template_held_back_by_a_finding_mended_approved_and_copied()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(invoice));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await ClickActAsync(page, "Write message");
        var text = page.GetByLabel("Text", new() { Exact = true });
        await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("{{portal_link}}"));
        await text.FillAsync("Dear Ada, INTERNAL NOTE on the invoice. You owe ");
        await Button(page, "Balance due").ClickAsync();
        await Button(page, "Portal link").ClickAsync();
        await Expect(text).ToHaveValueAsync("Dear Ada, INTERNAL NOTE on the invoice. You owe {{balance_due}}{{portal_link}}");
        await Button(page, "Save and review").ClickAsync();

        var findings = page.GetByRole(AriaRole.Region, new() { Name = "Findings" });
        await Expect(Button(page, "Approve")).ToBeDisabledAsync();
        await Expect(findings.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Blocking");

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("INTERNAL NOTE"));
        await text.FillAsync("Dear {{customer_name}},\n\nyou owe {{balance_due}}.\n{{portal_link}}");
        await Button(page, "Save and review").ClickAsync();
        await Expect(findings).ToContainTextAsync("Nothing was found");
        await Button(page, "Approve").ClickAsync();

        await CopyAsync(page);
        var url = await business.UrlAsync(invoice);
        var copied = JsonSerializer.Deserialize<Dictionary<string, string>>(await page.EvaluateAsync<string>(Clipboard))!;
        copied["text/plain"].Should().Be($"Dear Ada's Bakery,\n\nyou owe $100.00.\n{url}");
        copied["text/html"].Should().Contain("<p>you owe $100.00.").And.Contain($"href=\"{url}\"");
        await Expect(page.GetByText("Copied by Adam")).ToBeVisibleAsync();

        var mailto = await page.GetByRole(AriaRole.Link, new() { Name = "Open in mail program" }).GetAttributeAsync("href");
        mailto.Should().StartWith("mailto:ada@bakery.example?subject=").And.EndWith(Uri.EscapeDataString(url));
        await Button(page, "Mark as sent").ClickAsync();
        await Expect(page.GetByText("Sent by Adam")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_payment_after_the_approval_asks_for_a_new_one_on_the_open_page()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var message = await business.Messages.DraftAsync(business.Person(SiteRole.Admin), invoice, MessageTemplate.InvoiceSent);
        var page = await SignInAsync(business, $"/messages?message={message}");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Button(page, "Approve").ClickAsync();
        await Expect(Button(page, "Copy message")).ToBeEnabledAsync();

        var paid = Cast.Entry(40_00, DateOnly.FromDateTime(DateTime.UtcNow));
        await business.Balances.RecordPaymentAsync(business.Person(SiteRole.Owner), invoice, 2, paid, PaymentMethod.Card, isProcessing: false);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("approve it again");
        await Expect(Button(page, "Copy message")).ToBeDisabledAsync();
        await Button(page, "Approve").ClickAsync();
        await CopyAsync(page);
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Contain("$60.00");
    }

    [BrowserFact]
    public async Task Without_a_secure_connection_the_older_way_copies_the_message_as_html_too()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var message = await business.Messages.DraftAsync(business.Person(SiteRole.Admin), invoice, MessageTemplate.InvoiceSent);
        var page = await SignInAsync(business, "/messages");
        await page.AddInitScriptAsync(Older);
        await page.GotoAsync($"/messages?message={message}");
        await Button(page, "Approve").ClickAsync();
        await CopyAsync(page);

        await page.EvaluateAsync("() => { const box = document.createElement('div'); box.contentEditable = 'true'; box.id = 'pasted'; document.body.append(box); box.focus(); }");
        await page.Keyboard.PressAsync("Control+V");
        await Expect(page.Locator("#pasted a")).ToHaveAttributeAsync("href", await business.UrlAsync(invoice));
    }

    private static Task CopyAsync(IPage page) =>
        UntilAsync(() => Button(page, "Copy message").ClickAsync(), () => page.GetByRole(AriaRole.Status, new() { Name = "Message copied" }).IsVisibleAsync());
}
