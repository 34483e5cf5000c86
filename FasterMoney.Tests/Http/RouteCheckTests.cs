using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Answers;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Reachability;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Http;

public sealed class RouteCheckTests : IDisposable
{
    private readonly FasterMoneyApp _app = new()
    {
        Doubles = services => services.AddHttpClient(RouteCheck.Client).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(2)),
    };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Its_own_portal_works()
    {
        var address = _app.StartKestrel();

        (await CheckAsync(address.GetLeftPart(UriPartial.Authority))).Should().Be(
            new RouteFinding(RouteOutcome.Works, $"Customers reach this application at {address.GetLeftPart(UriPartial.Authority)}/pay."));
    }

    [Fact]
    public async Task It_asks_only_for_the_configured_route_with_a_token_that_nobody_holds()
    {
        var asked = new List<string>();
        await using var other = await StartAsync(context =>
        {
            asked.Add($"{context.Request.Method} {context.Request.Path}");
            return Answer(context, 200, "hello"u8.ToArray());
        });

        var finding = await CheckAsync(AddressOf(other));

        finding.Outcome.Should().Be(RouteOutcome.SomethingElse);
        finding.Sentence.Should().Contain("status 200").And.NotContain("hello");
        asked.Should().ContainSingle().Which.Should().StartWith("GET /pay/");
        PortalToken.IsWellFormed(asked[0]["GET /pay/".Length..]).Should().BeTrue();
    }

    [Fact]
    public async Task A_redirect_is_told_and_not_followed()
    {
        var asked = 0;
        await using var other = await StartAsync(context =>
        {
            asked++;
            context.Response.Redirect("http://127.0.0.1:9/secret?key=1");
            return Task.CompletedTask;
        });

        var finding = await CheckAsync(AddressOf(other));

        finding.Outcome.Should().Be(RouteOutcome.Redirected);
        finding.Sentence.Should().Contain("to http://127.0.0.1:9 instead").And.NotContain("secret");
        asked.Should().Be(1);
    }

    [Fact]
    public async Task A_proxy_that_strips_headers_is_told_with_their_names()
    {
        await using var other = await StartAsync(context =>
        {
            PortalHeaders.Apply(context.Response);
            context.Response.Headers.Remove("Referrer-Policy");
            context.Response.Headers.CacheControl = "max-age=60";
            return Answer(context, 404, PortalNotices.NotFound);
        });

        var finding = await CheckAsync(AddressOf(other));

        finding.Outcome.Should().Be(RouteOutcome.HeadersMissing);
        finding.Sentence.Should().Contain("Cache-Control").And.Contain("Referrer-Policy").And.NotContain("X-Robots-Tag");
    }

    [Fact]
    public async Task An_answer_without_end_is_something_else()
    {
        await using var other = await StartAsync(context => Answer(context, 404, new byte[200_000]));

        (await CheckAsync(AddressOf(other))).Outcome.Should().Be(RouteOutcome.SomethingElse);
    }

    [Fact]
    public async Task Silence_is_a_timeout()
    {
        await using var other = await StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        (await CheckAsync(AddressOf(other))).Outcome.Should().Be(RouteOutcome.TimedOut);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_a_TLS_problem()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var other = await StartAsync(context => Answer(context, 404, PortalNotices.NotFound), certificate);

        (await CheckAsync(AddressOf(other))).Outcome.Should().Be(RouteOutcome.TlsProblem);
    }

    [Fact]
    public async Task A_closed_port_refuses_and_an_unknown_name_is_not_found()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        (await CheckAsync($"http://127.0.0.1:{port}")).Outcome.Should().Be(RouteOutcome.Refused);
        (await CheckAsync("https://pay.nobody.invalid")).Outcome.Should().BeOneOf(RouteOutcome.NameNotFound, RouteOutcome.CannotBeReached);
    }

    [Fact]
    public async Task Without_a_route_nothing_is_asked() =>
        (await CheckAsync(null)).Outcome.Should().Be(RouteOutcome.NoRoute);

    [Theory]
    [InlineData(SiteRole.Viewer)]
    [InlineData(SiteRole.Admin)]
    public async Task Only_owners_make_the_server_ask(SiteRole role)
    {
        var site = await _app.OpenBusinessAsync();
        var caller = new Caller(await _app.AddPersonAsync("vera@acme.example", site, role), site);

        await FluentActions.Awaiting(() => _app.Services.GetRequiredService<RouteCheck>().CheckAsync(caller)).Should().ThrowAsync<AccessDenied>();
    }

    private async Task<RouteFinding> CheckAsync(string? baseUrl)
    {
        var site = await _app.OpenBusinessAsync();
        var owner = new Caller(await _app.AddPersonAsync($"o{Guid.NewGuid():N}@acme.example", site), site);
        if (baseUrl is not null)
            await _app.Services.GetRequiredService<SiteCommands>().ConfigurePortalAsync(owner, 1, baseUrl, "pay");

        return await _app.Services.GetRequiredService<RouteCheck>().CheckAsync(owner);
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }

    private static string AddressOf(WebApplication server) => server.Urls.Single();

    private static async Task Answer(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        await context.Response.Body.WriteAsync(body);
    }
}
