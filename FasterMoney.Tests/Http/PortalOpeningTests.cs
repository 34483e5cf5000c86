using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

public sealed class PortalOpeningTests : IAsyncLifetime
{
    private readonly FasterMoneyApp _app = new() { Clock = new FakeTimeProvider(PortalCast.Now), Logs = new CapturedLogs() };
    private HttpClient _client = null!;
    private PortalCast _cast = null!;

    public async Task InitializeAsync()
    {
        _client = _app.CreateClient(new() { AllowAutoRedirect = false });
        _cast = new PortalCast(_app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await _cast.OpenAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Openings_are_counted_by_kind_in_a_handful_of_rows_and_leave_the_invoice_alone()
    {
        var (path, invoice, _) = await _cast.SendAsync();

        for (var i = 0; i < 200; i++)
            (await _client.SendAsync(Visitors.Browser(path))).EnsureSuccessStatusCode();
        await _client.SendAsync(Visitors.Browser(path, HttpMethod.Head));
        await _client.SendAsync(new(HttpMethod.Get, path) { Headers = { { "User-Agent", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" } } });

        var openings = await OpeningsAsync(202);
        openings.Single(opening => opening.Kind == PortalOpeningKind.Customer).Count.Should().Be(200);
        openings.Single(opening => opening.Kind == PortalOpeningKind.Robot).Count.Should().Be(2);
        openings.Should().OnlyContain(opening => opening.InvoiceId == invoice.Id && opening.Last == PortalCast.Now);
        await using var db = await _app.OpenDbAsync();
        (await db.Invoices.SingleAsync()).Version.Should().Be(invoice.Version);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "navigate,document,none", PortalOpeningKind.Customer)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "navigate,document,cross-site", PortalOpeningKind.Customer)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "navigate,document,none", PortalOpeningKind.Customer)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "", PortalOpeningKind.Unclear)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "cors,empty,same-origin", PortalOpeningKind.Unclear)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "navigate,iframe,cross-site", PortalOpeningKind.Unclear)]
    [InlineData("Mozilla/5.0", "navigate,document,none", PortalOpeningKind.Unclear)]
    [InlineData("Something/1.0", "navigate,document,none", PortalOpeningKind.Unclear)]
    [InlineData("", "", PortalOpeningKind.Unclear)]
    [InlineData("", "navigate,document,none", PortalOpeningKind.Unclear)]
    [InlineData("curl/8.14.1", "", PortalOpeningKind.Robot)]
    [InlineData("Go-http-client/2.0", "", PortalOpeningKind.Robot)]
    [InlineData("python-requests/2.32", "navigate,document,none", PortalOpeningKind.Robot)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36", "navigate,document,none", PortalOpeningKind.Robot)]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "navigate,document,none", PortalOpeningKind.Robot)]
    public void A_person_is_a_navigation_of_a_browser_that_says_so(string agent, string fetch, PortalOpeningKind kind)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        request.Headers.UserAgent = agent;
        if (fetch.Split(',') is [var mode, var destination, var site])
            (request.Headers["Sec-Fetch-Mode"], request.Headers["Sec-Fetch-Dest"], request.Headers["Sec-Fetch-Site"]) = (mode, destination, site);

        PortalVisitor.KindOf(request, isPreview: false).Should().Be(kind);
    }

    [Fact]
    public async Task A_preview_counts_as_staffs_even_after_a_reload_and_its_code_works_once()
    {
        var (path, _, link) = await _cast.SendAsync();
        var code = await _app.Services.GetRequiredService<PreviewCodes>().IssueAsync(link.Id, default);

        var begun = await _client.GetAsync($"{path}?preview={code}");
        begun.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        begun.Headers.Location!.OriginalString.Should().Be(path);
        var cookie = begun.Headers.GetValues("Set-Cookie").Single();
        cookie.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=lax").And.Contain($"path={path}");

        for (var i = 0; i < 2; i++)
            (await _client.GetStringAsync(path)).Should().Contain("Preview - this is what your customer sees");

        var stranger = _app.CreateClient(new() { AllowAutoRedirect = false });
        var again = await stranger.GetAsync($"{path}?preview={code}");
        again.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        again.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await (await stranger.SendAsync(Visitors.Browser(path))).Content.ReadAsStringAsync()).Should().NotContain("Preview -");

        var openings = await OpeningsAsync(3);
        openings.Single(opening => opening.Kind == PortalOpeningKind.StaffPreview).Count.Should().Be(2);
        openings.Single(opening => opening.Kind == PortalOpeningKind.Customer).Count.Should().Be(1);
    }

    [Fact]
    public async Task A_code_is_no_good_after_a_minute_for_another_link_or_twice_at_once()
    {
        var (_, _, link) = await _cast.SendAsync();
        var codes = _app.Services.GetRequiredService<PreviewCodes>();

        (await codes.ConsumeAsync(await codes.IssueAsync(link.Id, default), Guid.NewGuid(), default)).Should().BeFalse();
        var raced = await codes.IssueAsync(link.Id, default);
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => codes.ConsumeAsync(raced, link.Id, default)));
        tries.Count(used => used).Should().Be(1);
        var late = await codes.IssueAsync(link.Id, default);
        _app.Clock!.Advance(TimeSpan.FromSeconds(61));
        (await codes.ConsumeAsync(late, link.Id, default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_failure_to_count_leaves_the_page_alone()
    {
        var (path, _, _) = await _cast.SendAsync();
        await using (var db = await _app.OpenDbAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"PortalOpenings\" RENAME TO \"Elsewhere\"");

        (await _client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);
        await Eventually.TrueAsync(() => Failures().Any());
        Failures().Should().NotBeEmpty();
        (await _client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);

        await using (var db = await _app.OpenDbAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"PortalOpenings\"");
        (await OpeningsAsync(2)).Single().Count.Should().Be(2);
    }

    private IEnumerable<CapturedLine> Failures() => _app.Logs!.Lines.Where(line => line.Category == typeof(PortalOpenings).FullName && line.Level == LogLevel.Warning);

    // What was noted by then is written when the counting ends.
    private async Task<List<PortalOpening>> OpeningsAsync(long expected)
    {
        await using var db = await _app.OpenDbAsync();
        await Eventually.TrueAsync(async () => await db.PortalOpenings.SumAsync(opening => opening.Count) >= expected);
        await _app.Services.GetRequiredService<PortalOpenings>().StopAsync(default);
        return await db.PortalOpenings.AsNoTracking().ToListAsync();
    }
}
