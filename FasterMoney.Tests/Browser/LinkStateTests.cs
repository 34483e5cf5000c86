using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class LinkStateTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task A_draft_says_why_it_has_no_link_and_marking_it_as_sent_mends_that()
    {
        var business = await App.OpenBusinessAsync();
        var page = await SignInAsync(business, DrawerOf(await business.DraftAsync()));

        await Expect(Link(page)).ToContainTextAsync("This invoice was not sent yet.");
        await Expect(Button(page, "Copy portal link")).ToBeDisabledAsync();
        await Expect(Link(page).GetByRole(AriaRole.Link, new() { Name = "Open portal" })).ToBeDisabledAsync();
        await Link(page).GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();
        await Dialog(page).GetByLabel("In person").CheckAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();

        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        await Expect(Link(page)).Not.ToContainTextAsync("This invoice was not sent yet.");
        await Expect(Dialog(page)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_business_without_a_route_is_led_to_the_settings_and_has_links_from_then_on()
    {
        var business = await App.OpenBusinessAsync(withRoute: false);
        var invoice = await business.SentAsync();
        var page = await SignInAsync(business, DrawerOf(invoice), SiteRole.Owner);

        await Expect(Link(page)).ToContainTextAsync("The site has no portal route yet.");
        await Link(page).GetByRole(AriaRole.Button, new() { Name = "Configure portal route" }).ClickAsync();
        await page.GetByLabel("Base address").FillAsync(business.Address.GetLeftPart(UriPartial.Authority));
        await page.GetByLabel("Path", new() { Exact = true }).FillAsync("harbor-bills");
        await Button(page, "Save address").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Saved" })).ToBeVisibleAsync();
        await page.GotoAsync(DrawerOf(invoice));

        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        (await StatusAsync(await business.UrlAsync(invoice))).Should().Be(200);
    }

    [BrowserFact]
    public async Task A_replaced_link_is_gone_at_once_and_the_new_one_works()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var old = await business.UrlAsync(invoice);
        var page = await SignInAsync(business, DrawerOf(invoice));
        var open = Link(page).GetByRole(AriaRole.Link, new() { Name = "Open portal" });
        await Expect(open).ToHaveAttributeAsync("href", old);

        await Button(page, "Replace link").ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Replace now" }).ClickAsync();

        await Expect(open).Not.ToHaveAttributeAsync("href", old);
        var url = await open.GetAttributeAsync("href");
        url.Should().Be(await business.UrlAsync(invoice));
        (await StatusAsync(old)).Should().Be(410);
        (await StatusAsync(url!)).Should().Be(200);
    }

    [BrowserFact]
    public async Task A_link_that_is_turned_off_is_gone_until_it_is_turned_on_again()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var url = await business.UrlAsync(invoice);
        var page = await SignInAsync(business, DrawerOf(invoice));

        await Button(page, "Turn off link").ClickAsync();
        await Expect(Link(page)).ToContainTextAsync("The link was turned off.");
        await Expect(Button(page, "Copy portal link")).ToBeDisabledAsync();
        (await StatusAsync(url)).Should().Be(410);

        await Button(page, "Turn on link").ClickAsync();
        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        (await StatusAsync(url)).Should().Be(200);
        (await business.UrlAsync(invoice)).Should().Be(url);
    }

    private async Task<int> StatusAsync(string url)
    {
        var customer = await (await OpenWindowAsync()).NewPageAsync();
        return (await customer.GotoAsync(url))!.Status;
    }
}
