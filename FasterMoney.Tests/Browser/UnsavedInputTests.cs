using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>What was typed and not saved comes back after the page was lost: a long cut, or a server that was killed and started again.</summary>
public sealed class UnsavedInputTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    protected override bool CutsTheLine => true;

    [BrowserTheory]
    [MemberData(nameof(UnsavedEditor.Names), MemberType = typeof(UnsavedEditor))]
    public async Task A_cut_that_outlasts_the_page_on_the_server_loses_nothing(string name)
    {
        var editor = UnsavedEditor.All.Single(each => each.Name == name);
        var circuits = new ClosedCircuits();
        await using var forgetful = new FasterMoneyApp { Doubles = circuits.Watch };
        await using var line = new CutLine(forgetful.StartKestrel());
        var business = await LiveBusiness.OpenAsync(forgetful.Services, line.Address, SiteAt(line.Address));
        var page = await SignInAsync(business, await editor.PathAsync(business), SiteRole.Owner, options => options.BaseURL = line.Address.ToString());
        await TypeAsync(page, editor);

        line.Cut();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Connection lost" })).ToContainTextAsync("What you typed is kept in this browser.");
        await Eventually.TrueAsync(() => circuits.Count > 0);
        line.Mend();

        await FindAgainAsync(page, editor);
    }

    [BrowserFact]
    public async Task A_killed_server_that_is_started_again_gets_back_what_was_typed_everywhere()
    {
        await using var prepared = new FasterMoneyApp();
        var (port, settings) = (StartedProgram.FreePort(), new[] { "--Data:Directory", prepared.DataDirectory });
        var address = new Uri($"http://127.0.0.1:{port}/");
        var business = await LiveBusiness.OpenAsync(prepared.Services, address, SiteAt(address));
        await using var first = await StartedProgram.StartAsync("Testing", port, settings);
        var page = await SignInAsync(business, "/money", SiteRole.Owner, options => options.BaseURL = address.ToString());
        var open = new List<(IPage Page, UnsavedEditor Editor)>();
        foreach (var editor in UnsavedEditor.All)
        {
            var tab = await page.Context.NewPageAsync();
            await tab.GotoAsync(await editor.PathAsync(business));
            await TypeAsync(tab, editor);
            open.Add((tab, editor));
        }

        await first.KillAsync();
        await using var second = await StartedProgram.StartAsync("Testing", port, settings);

        foreach (var (tab, editor) in open)
            await FindAgainAsync(tab, editor);
    }

    private static Site SiteAt(Uri address)
    {
        var site = new Site(SiteContent.New("Northwind", "USD", "UTC"), DateTime.UtcNow);
        site.ConfigurePortal(PortalRoute.Parse(address.GetLeftPart(UriPartial.Authority), "pay"), Cast.Adam, DateTime.UtcNow);
        return site;
    }

    private static async Task TypeAsync(IPage page, UnsavedEditor editor)
    {
        if (editor.IsDialog)
            await ClickActAsync(page, editor.Name);

        // Before the page is live nobody hears what is typed. A program that has just started takes its time on a busy machine.
        await UntilAsync(() => FieldOf(page, editor).FillAsync(editor.Typed, new() { Timeout = 60_000 }), async () => await page.Locator("html").GetAttributeAsync("data-unsaved") is not null);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-unsaved", "kept");
    }

    private static async Task FindAgainAsync(IPage page, UnsavedEditor editor)
    {
        // Nobody presses anything until the page is back by itself.
        var patience = new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 };
        var offer = editor.IsDialog
            ? page.GetByRole(AriaRole.Group, new() { Name = $"Unsaved: {editor.Name}" })
            : page.GetByRole(AriaRole.Group, new() { Name = "Unsaved changes" });
        await Expect(offer).ToBeVisibleAsync(patience);
        await Expect(offer).ToContainTextAsync(new System.Text.RegularExpressions.Regex("just now|[0-9] min ago"));
        if (!editor.IsDialog)
            await Expect(FieldOf(page, editor)).Not.ToHaveValueAsync(editor.Typed);

        await offer.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Restore|Go on)$") }).ClickAsync();
        await Expect(FieldOf(page, editor)).ToHaveValueAsync(editor.Typed);
    }

    private static ILocator FieldOf(IPage page, UnsavedEditor editor) =>
        (editor.IsDialog ? Dialog(page) : page.Locator("main")).GetByLabel(editor.Field).First;

    /// <summary>Keeps no circuit whose browser is gone, and counts those that ended.</summary>
    private sealed class ClosedCircuits : CircuitHandler
    {
        private int _count;

        public int Count => _count;

        public void Watch(IServiceCollection services)
        {
            services.AddSingleton<CircuitHandler>(this);
            services.Configure<CircuitOptions>(circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(50));
        }

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            return Task.CompletedTask;
        }
    }
}
