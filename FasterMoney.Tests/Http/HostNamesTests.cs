using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Http;

/// <summary>The workspace answers to its own names, customers' pages at the hosts of their routes, and nothing else is there.</summary>
public sealed class HostNamesTests
{
    private static readonly string[] OfTheWorkspace =
    [
        "/", "/money", "/account/login", "/account/passkeys", "/setup?code=x", "/settings/portal", "/admin.css", "/favicon.svg",
        "/_framework/blazor.web.js", "/_blazor/negotiate?negotiateVersion=1", "/_blazor", "/money/export.csv", "/not-found", "/_portal/portal.css", "/nowhere",
    ];

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("10.0.0.1")]
    public async Task Under_another_name_there_is_nothing_but_the_plain_404(string host)
    {
        await using var app = new FasterMoneyApp();
        var client = app.CreateClient(new() { AllowAutoRedirect = false });
        var plain = await AskAsync(client, "localhost", "/pay/nothing");
        plain.Status.Should().Be(HttpStatusCode.NotFound);

        foreach (var path in OfTheWorkspace)
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
                (await AskAsync(client, host, path, method)).Should().Be(plain, $"{method} {path} at {host}");
        }
    }

    [Fact]
    public async Task The_host_of_a_route_serves_customers_and_no_workspace()
    {
        await using var app = new FasterMoneyApp { Settings = { ["Host:Names"] = "app.northwind.example" } };
        var portal = new PortalCast(app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await portal.OpenAsync("https://pay.northwind.example");
        var page = (await portal.SendAsync()).Path;
        var client = app.CreateClient(new() { AllowAutoRedirect = false });
        var plain = await AskAsync(client, "evil.example", "/money");

        (await AskAsync(client, "pay.northwind.example", page)).Status.Should().Be(HttpStatusCode.OK);
        (await AskAsync(client, "pay.northwind.example", "/_portal/portal.css")).Status.Should().Be(HttpStatusCode.OK);
        foreach (var path in OfTheWorkspace.Where(path => path != "/_portal/portal.css"))
            (await AskAsync(client, "pay.northwind.example", path)).Should().Be(plain, path);
        (await AskAsync(client, "app.northwind.example", page)).Should().Be(plain, "its pages live elsewhere");
        (await AskAsync(client, "localhost", "/money")).Should().Be(plain, "only names that are set count");
        (await AskAsync(client, "app.northwind.example:8443", "/account/login")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_host_may_be_both()
    {
        await using var app = new FasterMoneyApp();
        var portal = new PortalCast(app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await portal.OpenAsync();
        var client = app.CreateClient(new() { AllowAutoRedirect = false });

        (await AskAsync(client, "localhost", (await portal.SendAsync()).Path)).Status.Should().Be(HttpStatusCode.OK);
        (await AskAsync(client, "localhost", "/account/login")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/money")]
    [InlineData("/money?state=overdue&q=a%20b")]
    [InlineData("/account/passkeys")]
    [InlineData("/")]
    public async Task People_are_sent_on_by_a_path_and_never_to_a_host_of_the_request(string path)
    {
        await using var app = new FasterMoneyApp { Settings = { ["Host:Names"] = "app.northwind.example" } };
        var client = app.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "app.northwind.example" } });

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.Should().StartWith("/").And.NotStartWith("//");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Monitoring_asks_by_any_name(string path)
    {
        await using var app = new FasterMoneyApp { Settings = { ["Host:Names"] = "app.northwind.example" } };

        (await AskAsync(app.CreateClient(), "10.0.0.7:8080", path)).Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode Status, string Headers, string Body)> AskAsync(HttpClient client, string host, string path, HttpMethod? method = null)
    {
        using var answer = await client.SendAsync(new HttpRequestMessage(method ?? HttpMethod.Get, path) { Headers = { Host = host } });
        var headers = answer.Headers.Concat(answer.Content.Headers).OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return (answer.StatusCode, string.Join('\n', headers), await answer.Content.ReadAsStringAsync());
    }
}
