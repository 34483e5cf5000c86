using Deque.AxeCore.Playwright;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class CustomerPageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task The_customers_page_is_readable_for_everybody_on_every_width_in_both_modes()
    {
        await using var app = new FasterMoneyApp { Clock = new FakeTimeProvider(PortalCast.Now) };
        var address = app.StartKestrel();
        var cast = new PortalCast(app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await cast.OpenAsync(address.GetLeftPart(UriPartial.Authority));
        var paths = new[]
        {
            (await cast.SendAsync((invoice, _, _) => PortalCast.Pay(invoice, 50_00))).Path,
            (await cast.SendAsync(dueIn: -3)).Path,
            (await cast.SendAsync((invoice, _, site) => PortalCast.Void(invoice, site))).Path,
            (await cast.SendAsync((_, link, _) => PortalCast.TurnOff(link))).Path,
            "/pay/nothing",
        };

        foreach (var mode in new[] { ColorScheme.Light, ColorScheme.Dark })
        foreach (var path in paths)
        {
            await using var window = await chromium.NewWindowAsync(address, options => (options.ColorScheme, options.BypassCSP) = (mode, true));
            var page = await window.NewPageAsync();
            var requests = new List<string>();
            page.Request += (_, request) => requests.Add(request.Url);
            await page.SetViewportSizeAsync(320, 700);
            await page.GotoAsync(path);

            requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).Should().HaveCountLessThanOrEqualTo(3)
                .And.OnlyContain(url => url.StartsWith(address.ToString(), StringComparison.Ordinal));
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320);
            (await page.RunAxe()).Violations.Select(violation => violation.Id).Should().BeEmpty($"{path} in {mode} mode is for everybody");
            await page.SetViewportSizeAsync(1440, 900);
            (await page.RunAxe()).Violations.Select(violation => violation.Id).Should().BeEmpty($"{path} in {mode} mode is for everybody");
            (await window.CookiesAsync()).Should().BeEmpty();
        }
    }
}
