using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Portal;
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
            (await _client.GetAsync(path)).EnsureSuccessStatusCode();
        await _client.SendAsync(new(HttpMethod.Head, path));
        await _client.SendAsync(new(HttpMethod.Get, path) { Headers = { { "User-Agent", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" } } });

        var openings = await OpeningsAsync(202);
        openings.Single(opening => opening.Kind == PortalOpeningKind.Customer).Count.Should().Be(200);
        openings.Single(opening => opening.Kind == PortalOpeningKind.Robot).Count.Should().Be(2);
        openings.Should().OnlyContain(opening => opening.InvoiceId == invoice.Id && opening.Last == PortalCast.Now);
        await using var db = await _app.OpenDbAsync();
        (await db.Invoices.SingleAsync()).Version.Should().Be(invoice.Version);
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
        (await stranger.GetStringAsync(path)).Should().NotContain("Preview -");

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
