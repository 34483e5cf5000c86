using System.Collections.Concurrent;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Logos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class CustomerPageTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task The_customers_page_is_readable_for_everybody_on_every_width_in_both_modes()
    {
        await using var past = new FasterMoneyApp { Clock = new FakeTimeProvider(PortalCast.Now) };
        var address = past.StartKestrel();
        var cast = new PortalCast(past.Services.GetRequiredService<IDbContextFactory<Web.Data.FasterMoneyDb>>());
        await cast.OpenAsync(address.GetLeftPart(UriPartial.Authority));
        var paths = new[]
        {
            (await cast.SendAsync((invoice, _, _) => PortalCast.Pay(invoice, 50_00))).Path,
            (await cast.SendAsync(dueIn: -3)).Path,
            (await cast.SendAsync((invoice, _, site) => PortalCast.Void(invoice, site))).Path,
            (await cast.SendAsync((_, link, _) => PortalCast.TurnOff(link))).Path,
            "/pay/nothing",
        };
        var page = await (await OpenWindowAsync(options => options.BypassCSP = true)).NewPageAsync();

        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(address, path).ToString());
            foreach (var (mode, width) in new[] { (ColorScheme.Light, 320), (ColorScheme.Dark, 320), (ColorScheme.Light, 1440), (ColorScheme.Dark, 1440) })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = mode });
                await page.SetViewportSizeAsync(width, 900);
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
                (await page.AskAxeAsync(mode)).Select(finding => finding.Id).Should().BeEmpty($"{path} is for everybody, {width} pixels wide and {mode}");
            }
        }
    }

    [BrowserFact]
    public async Task A_customer_gets_a_small_page_that_is_whole_without_scripts_cookies_and_other_hosts()
    {
        var business = await App.OpenBusinessAsync();
        await business.Sites.SetLogoAsync(business.Person(SiteRole.Owner), LogoFile.Read(await DrawLogoAsync()).Logo);
        var url = await business.UrlAsync(await business.SentAsync());
        var window = await OpenWindowAsync(options =>
        {
            options.JavaScriptEnabled = false;
            options.ViewportSize = new() { Width = 320, Height = 700 };
        });
        var page = await window.NewPageAsync();
        var answers = new ConcurrentBag<IResponse>();
        page.Response += (_, answer) => answers.Add(answer);

        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle });

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("INV-");
        foreach (var term in new[] { "Amount", "Paid", "Balance due", "Due date", "Status" })
            await Expect(page.GetByRole(AriaRole.Term).Filter(new() { HasTextRegex = Exactly(term) })).ToBeVisibleAsync();
        var sizes = await Task.WhenAll(answers.Where(answer => !answer.Url.StartsWith("data:", StringComparison.Ordinal))
            .Select(async answer => (answer.Url, (await answer.BodyAsync()).Length)));
        sizes.Should().HaveCountLessThanOrEqualTo(3).And.Contain(size => size.Url.EndsWith("logo.png", StringComparison.Ordinal))
            .And.OnlyContain(size => size.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal));
        sizes.Sum(size => size.Length).Should().BeLessThan(30 * 1024);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320);
        (await window.CookiesAsync()).Should().BeEmpty();

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByRole(AriaRole.Definition).Filter(new() { HasText = "$100.00" }).First).ToBeVisibleAsync();
        (await page.PdfAsync(new() { Format = "A4" })).Should().StartWith("%PDF"u8.ToArray());
    }

    // Colours and letters enough to be as heavy as logos get.
    private async Task<byte[]> DrawLogoAsync()
    {
        var page = await (await OpenWindowAsync(options => options.ViewportSize = new() { Width = 960, Height = 384 })).NewPageAsync();
        await page.SetContentAsync(
            "<body style='margin:0;height:100vh;font:bold 150px serif;color:white;background:conic-gradient(red,gold,lime,cyan,blue,magenta,red)'>Northwind");
        return await page.ScreenshotAsync();
    }
}
