using Microsoft.Playwright;

namespace FasterMoney.Tests.Support;

/// <summary>One browser for all journeys, which therefore run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<LiveApp>
{
    public const string Name = "Browser";
}

/// <summary>Another for those who look at every page and take as long as all journeys.</summary>
[CollectionDefinition(Name)]
public sealed class LookingTests : ICollectionFixture<Chromium>, ICollectionFixture<LiveApp>
{
    public const string Name = "Browser that looks";
}

/// <summary>The machine's Chromium, driven by Playwright.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Program = Find();

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser here, or nothing when there is one.</summary>
    public static string? Missing { get; } = Program is null ? "Chromium is not installed (or set CHROMIUM to its path)." : null;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException(Missing ?? "The browser is not started.");

    /// <summary>A fresh, private window on an application.</summary>
    public Task<IBrowserContext> NewWindowAsync(Uri address, Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = address.ToString(), Locale = "en-GB", UserAgent = Visitors.BrowserAgent, ReducedMotion = ReducedMotion.Reduce };
        configure?.Invoke(options);
        return Browser.NewContextAsync(options);
    }

    public async Task InitializeAsync()
    {
        // xunit builds fixtures of skipped tests too.
        if (Missing is not null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            // People's browsers block pop-ups, and Open portal must work in them.
            IgnoreDefaultArgs = ["--disable-popup-blocking"],
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));
}
