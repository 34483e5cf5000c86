using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Reads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Http;

/// <summary>Sign-ins travel over https alone, or do not leave the machine.</summary>
public sealed class ProtectedSignInTests
{
    private const string Email = "olive@acme.example";

    [Fact]
    public async Task Over_https_each_cookie_is_secure_and_belongs_to_this_host_alone()
    {
        using var app = new FasterMoneyApp();
        await app.AddPersonAsync(Email, await app.OpenBusinessAsync());
        using var browser = Secure(app);
        var form = await browser.GetAsync("/account/login");
        var signedIn = await browser.SignInAsync(Email);

        var cookies = form.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Should().HaveCountGreaterThan(2).And.OnlyContain(cookie =>
            cookie.StartsWith("__Host-fastermoney", StringComparison.Ordinal) && cookie.Contains("; secure") && cookie.Contains("path=/;") && !cookie.Contains("domain="));
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.PostFormAsync("/account/logout", "/account/logout")).Headers.GetValues("Set-Cookie").Should().OnlyContain(cookie => cookie.StartsWith("__Host-", StringComparison.Ordinal));
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_cookie_without_the_prefix_is_not_believed_over_https()
    {
        using var app = new FasterMoneyApp();
        await app.AddPersonAsync(Email, await app.OpenBusinessAsync());
        using var plain = app.Browser();
        var cookie = (await plain.SignInAsync(Email)).Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("fastermoney=", StringComparison.Ordinal)).Split(';')[0];

        (await StatusAsync(app, cookie)).Should().Be(HttpStatusCode.Redirect);
        (await StatusAsync(app, "__Host-" + cookie)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Browsers_are_told_to_come_by_https_only_when_they_did()
    {
        using var app = new FasterMoneyApp();
        using var secure = app.CreateClient(new() { BaseAddress = new Uri("https://app.acme.example"), AllowAutoRedirect = false });
        using var plain = app.CreateClient(new() { BaseAddress = new Uri("http://app.acme.example"), AllowAutoRedirect = false });

        (await secure.GetAsync("/health/live")).Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000");
        (await plain.GetAsync("/health/live")).Headers.Contains("Strict-Transport-Security").Should().BeFalse();
    }

    [Theory]
    [InlineData("203.0.113.9", "http", "Production", false)]
    [InlineData("192.168.1.20", "http", "Production", false)]
    [InlineData("::ffff:192.168.1.20", "http", "Production", false)]
    [InlineData("203.0.113.9", "https", "Production", true)]
    [InlineData("127.0.0.1", "http", "Production", true)]
    [InlineData("::1", "http", "Production", true)]
    [InlineData("::ffff:127.0.0.1", "http", "Production", true)]
    [InlineData("203.0.113.9", "http", "Testing", true)]
    public async Task In_production_nobody_signs_in_in_the_clear_from_elsewhere(string from, string scheme, string environment, bool allowed)
    {
        using var app = new FasterMoneyApp { Environment = environment, Doubles = services => services.AddSingleton<IStartupFilter>(new From(from)) };
        using var browser = app.CreateClient(new() { BaseAddress = new Uri($"{scheme}://localhost"), AllowAutoRedirect = false });

        var answer = await browser.GetAsync("/account/login");

        answer.StatusCode.Should().Be(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        if (!allowed)
        {
            (await answer.Content.ReadAsStringAsync()).Should().Contain("Proxy__KnownProxies");
            (await browser.PostAsync("/account/login", new FormUrlEncodedContent([KeyValuePair.Create("email", Email)]))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("203.0.113.9", null, true)]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("203.0.113.9", "203.0.113.9", false)]
    [InlineData("203.0.113.9", "203.0.113.0/24", false)]
    [InlineData("203.0.113.9", "203.0.113.8", true)]
    public async Task A_proxy_that_the_settings_do_not_know_is_said_once(string from, string? known, bool said)
    {
        var logs = new CapturedLogs();
        using var app = new FasterMoneyApp
        {
            Logs = logs,
            Settings = known is null ? [] : new() { ["Proxy:KnownProxies"] = known },
            Doubles = services => services.AddSingleton<IStartupFilter>(new From(from)),
        };
        using var browser = app.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        for (var request = 0; request < 3; request++)
            await browser.GetAsync("/health/live");

        app.Services.GetRequiredService<UnknownProxy>().Address.Should().Be(said ? from : null);
        logs.Lines.Count(line => line.Message.Contains("not known as a proxy", StringComparison.Ordinal) && line.Message.Contains("Proxy:KnownProxies", StringComparison.Ordinal)).Should().Be(said ? 1 : 0);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "198.51.100.7")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("X-Forwarded-Host", "app.acme.example")]
    [InlineData("X-Forwarded-Port", "443")]
    [InlineData("X-Real-IP", "198.51.100.7")]
    [InlineData("Forwarded", "for=198.51.100.7;proto=https")]
    public async Task A_proxy_on_this_machine_is_noticed_by_whatever_it_adds(string header, string value)
    {
        var logs = new CapturedLogs();
        using var app = new FasterMoneyApp { Logs = logs, Doubles = services => services.AddSingleton<IStartupFilter>(new From("::ffff:127.0.0.1")) };
        using var browser = app.Browser();
        browser.DefaultRequestHeaders.Add(header, value);

        await browser.GetAsync("/account/login");

        app.Services.GetRequiredService<UnknownProxy>().Address.Should().Be("127.0.0.1");
        logs.Lines.Should().ContainSingle(line => line.Message.Contains("not known as a proxy", StringComparison.Ordinal)).Which.Message.Should().Contain("127.0.0.1").And.Contain("Proxy:KnownProxies");
    }

    private static HttpClient Secure(FasterMoneyApp app) => app.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });

    private static async Task<HttpStatusCode> StatusAsync(FasterMoneyApp app, string cookie)
    {
        using var browser = app.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await browser.GetAsync("/account/password")).StatusCode;
    }

    /// <summary>Lets every request come from one address.</summary>
    private sealed class From(string address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return rest(context);
            });
            next(app);
        };
    }
}
