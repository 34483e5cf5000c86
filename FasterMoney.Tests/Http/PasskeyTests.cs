using System.Net;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Http;

public sealed class PasskeyTests
{
    [Theory]
    [InlineData(null, "http://localhost", true)]
    [InlineData(null, "http://app.acme.example", false)]
    [InlineData("acme.example", "https://app.acme.example", true)]
    [InlineData("acme.example", "https://acme.example.evil.example", false)]
    [InlineData("acme.example", "http://localhost", false)]
    public async Task Passkeys_are_offered_only_under_the_configured_domain(string? domain, string address, bool offered)
    {
        using var app = new FasterMoneyApp { Settings = { ["Host:Names"] = new Uri(address).Host, ["Account:PasskeyDomain"] = domain ?? "" } };
        using var browser = app.Browser();
        browser.BaseAddress = new Uri(address);

        var page = await browser.GetStringAsync("/account/login");
        var options = await browser.PostFormAsync("/account/login", "/account/passkeys/request-options");

        page.Contains("Sign in with a passkey", StringComparison.Ordinal).Should().Be(offered);
        options.StatusCode.Should().Be(offered ? HttpStatusCode.OK : HttpStatusCode.Conflict);
        if (offered)
            (await options.Content.ReadAsStringAsync()).Should().Contain($"\"rpId\":\"{domain ?? "localhost"}\"");
    }
}
