using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Host;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_application_says_that_it_is_well(string path)
    {
        await using var app = new FasterMoneyApp();

        var answer = await app.CreateClient().GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task Without_its_database_the_application_lives_but_is_not_ready_and_tells_strangers_nothing_more()
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient();
        await (await client.GetAsync("/health/ready")).Content.ReadAsStringAsync();

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={app.DataDirectory}/fastermoney.db"))
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        Directory.Delete(app.DataDirectory, recursive: true);

        var ready = await client.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should().Be("Unavailable");
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_still_has_to_change_is_not_ready()
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient();
        await using (var db = await app.OpenDbAsync())
            await db.ForgetMigrationsAsync();

        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_database_that_a_newer_version_took_over_is_not_ready()
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient();
        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);
        await using (var db = await app.OpenDbAsync())
            await db.BeMigratedByANewerVersionAsync();

        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_database_in_which_nothing_can_be_written_is_not_ready_until_it_can()
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient();
        await using var db = await app.OpenDbAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON \"WriteChecks\" BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);

        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER full");
        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("not a key")]
    [InlineData("<key id=\"8d6f0f9e-33a1-4cf0-a0c5-0b5d7b1f2f11\" version=\"1\"><broken /></key>")]
    [InlineData(null)]
    public async Task A_key_ring_that_the_next_start_could_not_read_is_not_ready(string? content)
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient();
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("any").Protect([1]);
        foreach (var key in Directory.GetFiles(Path.Combine(app.DataDirectory, "keys")))
        {
            if (content is null)
                File.Delete(key);
            else
                await File.WriteAllTextAsync(key, content);
        }

        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task One_row_is_written_for_all_who_ask_within_a_few_seconds()
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient();
        await client.GetAsync("/health/ready");
        await using var db = await app.OpenDbAsync();
        var first = await db.Set<WriteCheck>().AsNoTracking().SingleAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync("/health/ready")));

        (await db.Set<WriteCheck>().AsNoTracking().SingleAsync()).At.Should().Be(first.At);
    }

    [Fact]
    public async Task From_the_first_moment_of_a_stop_it_is_not_ready_and_still_answers()
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient();
        var stop = new TaskCompletionSource();
        var readiness = app.Services.GetRequiredService<Readiness>();
        (await readiness.CheckAsync(default)).Should().BeTrue();
        using var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stop.SetResult);

        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await stop.Task;

        (await readiness.CheckAsync(default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_stop_goes_on_serving_for_the_time_that_is_set()
    {
        var clock = new FakeTimeProvider();
        var stop = new DelayedStop(new StopSettings(TimeSpan.FromSeconds(5)), clock).StoppingAsync(default);
        stop.IsCompleted.Should().BeFalse();

        clock.Advance(TimeSpan.FromSeconds(5));

        await stop.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(null, "10.0.0.1", 5)]
    [InlineData("30", "10.0.0.1", 30)]
    [InlineData("-1", null, null)]
    [InlineData("soon", null, null)]
    public void The_time_of_a_stop_is_a_setting(string? value, string? proxy, int? seconds)
    {
        var errors = new List<string>();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Stop:DelaySeconds"] = value, ["Proxy:KnownProxies"] = proxy }).Build();

        var settings = StopSettings.Read(configuration, ProxySettings.Read(configuration, errors), errors);

        if (seconds is null)
            errors.Single().Should().StartWith("Stop:DelaySeconds is");
        else
            settings.Delay.Should().Be(TimeSpan.FromSeconds(seconds.Value));
    }

    [BrowserFact]
    public async Task A_browser_reaches_the_application_on_a_real_port()
    {
        await using var app = new FasterMoneyApp();
        var chromium = new Chromium();
        await chromium.InitializeAsync();
        try
        {
            var address = app.StartKestrel();
            await using var window = await chromium.NewWindowAsync(address);
            var page = await window.NewPageAsync();
            var answer = await page.GotoAsync("/health/live");

            answer!.Status.Should().Be(200);
            (await page.TextContentAsync("body")).Should().Be("OK");
        }
        finally
        {
            await chromium.DisposeAsync();
        }
    }
}
