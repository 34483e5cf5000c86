using System.Net;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Answers;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

/// <summary>The page by which a customer tells that an invoice's page is genuine.</summary>
public sealed class GenuinePageTests : IAsyncLifetime
{
    private readonly FasterMoneyApp _app = new() { Clock = new FakeTimeProvider(PortalCast.Now) };
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
    public async Task It_says_who_sends_what_the_address_bar_shows_and_whom_to_ask()
    {
        var answer = await _client.GetAsync("/pay/about");
        var page = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Should().Contain("Northwind Studio").And.Contain("hello@northwind.example").And.Contain("http://localhost/pay/").And.Contain("Is this page genuine?");
        page.Should().Contain("password").And.NotContain("<script").And.NotContain(PortalCast.PrivateWords).And.NotContain(PortalCast.StaffName);
        page.Should().Contain("<title>Northwind Studio</title>");
    }

    [Fact]
    public async Task The_customers_page_leads_there_in_the_customers_language()
    {
        var (path, _, _) = await _cast.SendAsync();
        var page = await _client.GetStringAsync(path);

        page.Should().Contain("<a href=\"/pay/about?lang=").And.Contain("Is this page genuine?");
        page.Should().NotContain($"about?lang=&").And.NotMatchRegex("href=\"[^\"]*" + path.Split('/')[2] + "[^\"]*about");
        (await _client.GetStringAsync("/pay/about?lang=de-DE")).Should().Contain("lang=\"de\"").And.Contain("Ist diese Seite echt?");
        (await _client.GetStringAsync("/pay/about?lang=fr-FR")).Should().Contain("Cette page est-elle authentique");
    }

    [Theory]
    [InlineData("es-MX, de;q=0.5", "¿Es auténtica")]
    [InlineData("xx, de-AT;q=0.5", "Ist diese Seite echt?")]
    [InlineData("xx", "Is this page genuine?")]
    [InlineData(";;;nonsense", "Is this page genuine?")]
    public async Task Without_a_customers_language_the_browsers_counts(string asked, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pay/about?lang=nonsense");
        request.Headers.TryAddWithoutValidation("Accept-Language", asked);

        WebUtility.HtmlDecode(await (await _client.SendAsync(request)).Content.ReadAsStringAsync()).Should().Contain(said);
    }

    [Fact]
    public async Task Where_there_is_no_route_there_is_nothing_byte_for_byte()
    {
        var nothing = await WholeAsync(await _client.GetAsync($"/pay/{PortalToken.New()}"));

        (await WholeAsync(await _client.GetAsync("/other/about"))).Should().Be(nothing);
        (await WholeAsync(await _client.GetAsync("/money/about"))).Should().Be(nothing);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/pay/about") { Headers = { Host = "evil.example" } };
        (await WholeAsync(await _client.SendAsync(elsewhere))).Should().Be(nothing);

        await using (var db = await _app.OpenDbAsync())
        {
            PortalCast.TurnPortalOff(await db.Sites.SingleAsync());
            await db.SaveChangesAsync();
        }

        (await WholeAsync(await _client.GetAsync("/pay/about"))).Should().Be(nothing, "a stranger learns nothing of a route that is turned off");
    }

    [Fact]
    public async Task It_bears_the_portals_headers_and_sets_no_cookie()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
        {
            var answer = await _client.SendAsync(new(method, "/pay/about"));
            answer.StatusCode.Should().Be(method == HttpMethod.Post ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.OK);
            answer.Headers.GetValues("Content-Security-Policy").Should().Equal(PortalHeaders.ContentSecurityPolicy);
            answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
            answer.Headers.GetValues("X-Robots-Tag").Should().Equal("noindex, nofollow, noarchive");
            answer.Headers.Contains("Set-Cookie").Should().BeFalse();
        }
    }

    private static async Task<string> WholeAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync()}";
}
