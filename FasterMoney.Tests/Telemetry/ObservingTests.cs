using System.Collections.Concurrent;
using System.Net;
using System.Text;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FasterMoney.Tests.Telemetry;

/// <summary>What leaves for an operator's collector.</summary>
public sealed class ObservingTests
{
    [Fact]
    public async Task Nothing_is_observed_until_an_endpoint_is_set()
    {
        await using var app = new FasterMoneyApp();

        app.Services.GetService<TracerProvider>().Should().BeNull();
        app.Services.GetService<MeterProvider>().Should().BeNull();
    }

    [Fact]
    public async Task Requests_commands_and_queries_leave_and_no_token_code_address_or_name_with_them()
    {
        await using var collector = await Collector.StartAsync();
        var secrets = new List<string>();
        await using (var app = new FasterMoneyApp { Settings = { ["Telemetry:Endpoint"] = collector.Address, ["Telemetry:Protocol"] = "Http" } })
        {
            var address = app.StartKestrel();
            var site = new Site(SiteContent.New("Northwind", "USD", "UTC"), Cast.Now);
            site.ConfigurePortal(PortalRoute.Parse(address.GetLeftPart(UriPartial.Authority), "pay"), Cast.Adam, Cast.Now);
            var business = await LiveBusiness.OpenAsync(app.Services, address, site);
            var invoice = await business.SentAsync();
            var preview = new Uri(await business.Links.PreviewAsync(business.Person(SiteRole.Viewer), invoice));
            var page = await business.UrlAsync(invoice);
            var email = await business.EmailOfAsync(SiteRole.Admin);
            using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
            foreach (var path in new[] { page, preview.ToString(), $"{page}/invoice.pdf", $"/pay/{new string('g', 43)}", $"/account/login?returnUrl=/{new string('r', 40)}" })
                await visitor.SendAsync(Visitors.Browser(path));
            (await visitor.SignInAsync(email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
            (await visitor.GetAsync("/money?search=ada-the-secret")).StatusCode.Should().Be(HttpStatusCode.OK);
            secrets.AddRange([
                page.Split('/')[^1], preview.Query.Split('=')[1], new string('g', 43), new string('r', 40), email, "ada-the-secret", "127.0.0.1", "Northwind",
                Visitors.BrowserAgent, $"{invoice}", Cast.Password, "SELECT",
            ]);
        }

        var all = collector.Text;
        all.Should().Contain("/{segment}/{token}").And.Contain("InvoiceCommands.SendAsync").And.Contain("Query LinqQuery").And.Contain("http.server.request.duration");
        foreach (var secret in secrets)
            all.Should().NotContain(secret);
    }

    /// <summary>Takes OTLP over HTTP and keeps its bytes: protobuf writes text as it is.</summary>
    private sealed class Collector(WebApplication server, ConcurrentQueue<byte[]> taken) : IAsyncDisposable
    {
        public string Address => server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public string Text => string.Join('\n', taken.Select(Encoding.Latin1.GetString));

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            var server = builder.Build();
            var taken = new ConcurrentQueue<byte[]>();
            server.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                taken.Enqueue(body.ToArray());
            });
            await server.StartAsync();
            return new Collector(server, taken);
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
