using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>Two instances behind a proxy, of which one is killed.</summary>
public sealed class LostInstanceTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    protected override bool CutsTheLine => true;

    [BrowserOnPostgresFact]
    public async Task Who_works_at_an_instance_that_is_killed_goes_on_at_the_other_on_the_same_screen_with_what_was_typed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        using var folder = new TemporaryFolder();
        await using var other = new FasterMoneyApp { Database = database };
        var elsewhere = other.StartKestrel();
        var port = StartedProgram.FreePort();
        await using var killed = await StartedProgram.StartAsync(
            "Testing", port, ["--Data:Directory", folder.Path, .. database.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value })]);
        await using var proxy = new CutLine(new Uri($"http://127.0.0.1:{port}/"));
        var site = new Site(SiteContent.New("Northwind", "USD", "UTC"), DateTime.UtcNow);
        site.ConfigurePortal(PortalRoute.Parse(proxy.Address.GetLeftPart(UriPartial.Authority), "pay"), Cast.Adam, DateTime.UtcNow);
        var business = await LiveBusiness.OpenAsync(other.Services, proxy.Address, site);
        var (invoice, owner) = (await business.SentAsync(), business.Person(SiteRole.Owner));
        var url = await business.UrlAsync(invoice);
        var drawer = await SignInAsync(business, DrawerOf(invoice), SiteRole.Owner, options => options.BaseURL = proxy.Address.ToString());
        var editor = await drawer.Context.NewPageAsync();
        await editor.GotoAsync("/invoices/new");
        var line = editor.Locator("main").GetByLabel("Description, line 1").First;
        await UntilAsync(() => line.FillAsync("Half a thought"), async () => await editor.Locator("html").GetAttributeAsync("data-unsaved") == "kept");

        // What is done at the other instance shows at this one.
        await business.Links.TurnOffAsync(owner, invoice);
        await Expect(Button(drawer, "Copy portal link")).ToBeDisabledAsync();
        await business.Links.TurnOnAsync(owner, invoice);
        await Expect(Button(drawer, "Copy portal link")).ToBeEnabledAsync(new() { Timeout = 2000 });

        await killed.KillAsync();
        proxy.LeadTo(elsewhere);

        using (var customer = new HttpClient())
            (await customer.GetAsync(url)).EnsureSuccessStatusCode();
        var patience = new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 };
        await Expect(editor.GetByRole(AriaRole.Group, new() { Name = "Unsaved changes" })).ToBeVisibleAsync(patience);
        await business.Links.TurnOffAsync(owner, invoice);
        await Expect(Button(drawer, "Copy portal link")).ToBeDisabledAsync(new() { Timeout = 60_000 });
        new Uri(drawer.Url).PathAndQuery.Should().Be(DrawerOf(invoice));
        await Button(editor, "Restore").ClickAsync();
        await Expect(line).ToHaveValueAsync("Half a thought");
    }
}
