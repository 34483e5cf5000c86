using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;

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
