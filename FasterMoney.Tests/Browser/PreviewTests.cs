using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>From an invoice in Money to the customer's page. The browser blocks pop-ups here, as people's browsers do.</summary>
public sealed class PreviewTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task An_invoice_is_written_sent_and_previewed_and_only_the_customers_own_visit_counts_as_one()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business);

        await page.GetByRole(AriaRole.Link, new() { Name = "New invoice" }).ClickAsync();
        var customer = page.GetByRole(AriaRole.Combobox, new() { Name = "Customer" });
        var ada = page.GetByRole(AriaRole.Option, new() { Name = "Ada's Bakery" });
        // The page's own focus may come after the first letters and close the list; a person types again.
        await UntilAsync(
            async () =>
            {
                if (await customer.InputValueAsync() != "ada")
                    await customer.FillAsync("ada");
            },
            () => ada.IsVisibleAsync());
        await ada.ClickAsync();
        await page.GetByLabel("Description, line 1").FillAsync("Bread oven repair");
        await page.GetByLabel("Quantity, line 1").FillAsync("2");
        await page.GetByLabel("Unit price, line 1").FillAsync("61.72");
        await Expect(page.GetByText("123.44").First).ToBeVisibleAsync();
        await Button(page, "Save and review sending").ClickAsync();
        await Expect(Dialog(page)).ToContainTextAsync("123.44");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();

        var open = Link(page).GetByRole(AriaRole.Link, new() { Name = "Open portal" });
        await Expect(open).ToBeEnabledAsync();
        var invoice = Guid.Parse(System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["invoice"]!);
        var url = await business.UrlAsync(invoice);
        await Expect(open).ToHaveAttributeAsync("href", url);

        var preview = await page.Context.RunAndWaitForPageAsync(() => open.ClickAsync());
        await Expect(preview).ToHaveURLAsync(url);
        await Expect(preview.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("INV-");
        await Expect(preview.Locator("body")).ToContainTextAsync("123.44");
        await Expect(preview.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Preview");
        await preview.ReloadAsync();
        await Expect(preview).ToHaveURLAsync(url);
        await Expect(preview.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Preview");
        await Expect(Link(page)).ToContainTextAsync("by Adam");

        var visitor = await (await OpenWindowAsync()).NewPageAsync();
        await visitor.GotoAsync(url);
        await Expect(visitor.Locator("body")).ToContainTextAsync("123.44");
        await Expect(visitor.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);
        (await visitor.Context.CookiesAsync()).Should().BeEmpty();
        (await business.OpeningsAsync(invoice, PortalOpeningKind.StaffPreview, least: 2)).Should().Be(2);
        (await business.OpeningsAsync(invoice, PortalOpeningKind.Customer, least: 1)).Should().Be(1);
        await Button(page, "Refresh").ClickAsync();
        await Expect(Link(page)).Not.ToContainTextAsync("Not opened yet");
    }

    [BrowserFact]
    public async Task Open_portal_previews_while_the_server_is_silent_and_before_it_has_asked_for_any_script()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business);
        var heard = true;
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(message =>
            {
                if (heard)
                    Pass(message, server);
            });
            server.OnMessage(message =>
            {
                if (message.Binary?.AsSpan().IndexOf("PortalLinkPanel.razor.js"u8) is null or < 0)
                    Pass(message, socket);
            });
        });
        await page.GotoAsync(DrawerOf(invoice));
        var open = page.GetByRole(AriaRole.Link, new() { Name = "Open portal" });
        await Expect(open).ToBeVisibleAsync();

        heard = false;
        var preview = await page.Context.RunAndWaitForPageAsync(() => open.ClickAsync());

        await Expect(preview).ToHaveURLAsync(await business.UrlAsync(invoice));
        await Expect(preview.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Preview");
    }

    [BrowserFact]
    public async Task Open_portal_previews_with_any_key_and_with_the_wheel()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(invoice));
        var open = page.GetByRole(AriaRole.Link, new() { Name = "Open portal" });
        await Expect(open).ToBeVisibleAsync();

        LocatorClickOptions[] ways = [new() { Modifiers = [KeyboardModifier.Control] }, new() { Modifiers = [KeyboardModifier.Shift] }, new() { Button = MouseButton.Middle }];
        foreach (var way in ways)
        {
            var preview = await page.Context.RunAndWaitForPageAsync(() => open.ClickAsync(way));
            await Expect(preview.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Preview");
        }

        (await business.OpeningsAsync(invoice, PortalOpeningKind.StaffPreview, least: 3)).Should().Be(3);
        (await business.OpeningsAsync(invoice, PortalOpeningKind.Customer, least: 0)).Should().Be(0);
    }

    [BrowserFact]
    public async Task Somebody_who_may_not_see_the_invoice_is_not_led_to_its_page()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var stranger = await SignInAsync(await App.OpenBusinessAsync());

        await stranger.GotoAsync($"/preview/{invoice}");

        await Expect(stranger.GetByRole(AriaRole.Complementary, new() { Name = "Not found" })).ToBeVisibleAsync();
        (await business.OpeningsAsync(invoice, PortalOpeningKind.StaffPreview, least: 0)).Should().Be(0);
    }

    private static void Pass(IWebSocketFrame message, IWebSocketRoute to)
    {
        if (message.Binary is { } bytes)
            to.Send(bytes);
        else
            to.Send(message.Text!);
    }
}
