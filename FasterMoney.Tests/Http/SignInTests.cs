using System.Net;
using System.Text.RegularExpressions;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Http;

public sealed partial class SignInTests : IDisposable
{
    private const string Email = "olive@acme.example";
    private readonly FasterMoneyApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_person_of_a_business_signs_in_and_out()
    {
        await _app.AddPersonAsync(Email, await _app.OpenBusinessAsync());
        using var browser = _app.Browser();

        var answer = await browser.SignInAsync(Email);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().Be("/money");
        answer.Headers.GetValues("Set-Cookie").Should().Contain(cookie =>
            cookie.StartsWith("fastermoney=") && cookie.Contains("httponly") && cookie.Contains("samesite=lax"));
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);

        var left = await browser.PostFormAsync("/account/logout", "/account/logout");
        left.StatusCode.Should().Be(HttpStatusCode.Redirect);
        left.Headers.GetValues("Clear-Site-Data").Should().Equal("\"storage\"");
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_answer_alike()
    {
        await _app.AddPersonAsync(Email, await _app.OpenBusinessAsync());
        using var browser = _app.Browser();

        var wrong = await browser.SignInAsync(Email, "not the password");
        var unknown = await browser.SignInAsync("olaf@acme.example", "not the password");

        unknown.StatusCode.Should().Be(wrong.StatusCode).And.Be(HttpStatusCode.UnprocessableEntity);
        (await PlainAsync(unknown)).Replace("olaf@", "olive@").Should().Be(await PlainAsync(wrong));
    }

    [Theory]
    [InlineData("/money?state=sent", "/money?state=sent")]
    [InlineData("//evil.example", "/money")]
    [InlineData("/\\evil.example", "/money")]
    [InlineData("/\t/evil.example", "/money")]
    [InlineData("https://evil.example/", "/money")]
    [InlineData("", "/money")]
    public async Task Only_addresses_of_the_application_are_returned_to(string asked, string gone)
    {
        await _app.AddPersonAsync(Email, await _app.OpenBusinessAsync());
        using var browser = _app.Browser();

        var answer = await browser.SignInAsync(Email, returnUrl: asked);

        answer.Headers.Location!.ToString().Should().Be(gone);
    }

    [Fact]
    public async Task A_post_without_its_form_is_refused()
    {
        using var browser = _app.Browser();

        var answer = await browser.PostAsync("/account/login", new FormUrlEncodedContent([KeyValuePair.Create("email", Email)]));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Somebody_without_a_place_does_not_come_in()
    {
        await _app.AddPersonAsync(Email);
        using var browser = _app.Browser();

        (await browser.SignInAsync(Email)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("https://localhost")]
    [InlineData("http://pay.localhost")]
    [InlineData("http://localhost:8080")]
    [InlineData("null")]
    public async Task The_live_connection_is_refused_to_other_origins(string origin)
    {
        using var browser = _app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);

        (await browser.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        using var own = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        own.Headers.Add("Origin", "http://localhost");
        (await browser.SendAsync(own)).StatusCode.Should().NotBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> PlainAsync(HttpResponseMessage answer) =>
        Secrets().Replace(await answer.Content.ReadAsStringAsync(), "");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]+\"")]
    private static partial Regex Secrets();
}
