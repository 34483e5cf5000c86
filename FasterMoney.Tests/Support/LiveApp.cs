using FasterMoney.Domain.Sites;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Support;

/// <summary>The whole application on a real address. One for all journeys: each opens a business of its own in it.</summary>
public sealed class LiveApp : IAsyncLifetime
{
    private readonly FasterMoneyApp _app = new();
    private int _businesses;

    public Uri Address { get; private set; } = null!;

    /// <summary>A business of its own, with a working portal route unless said otherwise.</summary>
    public async Task<LiveBusiness> OpenBusinessAsync(bool withRoute = true)
    {
        var number = Interlocked.Increment(ref _businesses);
        var site = new Site(SiteContent.New($"Northwind {number}", "USD", "UTC") with { PaymentInstructions = "Transfer to 12-34-56" }, DateTime.UtcNow);
        if (withRoute)
            site.ConfigurePortal(PortalRoute.Parse(Address.GetLeftPart(UriPartial.Authority), $"pay-{number}"), Cast.Adam, DateTime.UtcNow);
        return await LiveBusiness.OpenAsync(_app.Services, Address, site);
    }

    public Task InitializeAsync()
    {
        // xunit builds fixtures of skipped tests too.
        if (Chromium.Missing is null)
        {
            Address = _app.StartKestrel();
            Assertions.SetDefaultExpectTimeout(10_000);
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
