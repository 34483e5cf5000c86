using System.Net;
using System.Reflection;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

/// <summary>A sign-in is kept on the server, and over when it was ended, whoever copied its cookie.</summary>
public sealed class KeptSignInTests : IDisposable
{
    private const string Email = "olive@acme.example";
    private const string Fresh = "another long password";
    private readonly FakeTimeProvider _clock = new(Cast.Now);
    private readonly FasterMoneyApp _app;

    public KeptSignInTests() => _app = new FasterMoneyApp { Clock = _clock };

    public static TheoryData<string> Endings => new() { "signing out", "signing out everywhere", "another password", "ended alone", "all others ended", "access turned off" };

    public void Dispose() => _app.Dispose();

    [Theory, MemberData(nameof(Endings))]
    public async Task A_copied_cookie_is_worth_nothing_once_its_sign_in_has_ended(string ending)
    {
        var (siteId, olive) = await OpenAsync();
        using var browser = _app.Browser();
        var cookie = Cookie(await browser.SignInAsync(Email));
        (await StatusWithAsync(cookie)).Should().Be(HttpStatusCode.OK);

        await EndAsync(ending, browser, siteId, olive);

        (await StatusWithAsync(cookie)).Should().Be(HttpStatusCode.Redirect);
        await using var db = await _app.OpenDbAsync();
        (await db.Set<PersonSignIn>().CountAsync()).Should().Be(ending is "ended alone" or "all others ended" ? 1 : 0);
    }

    [Fact]
    public async Task Another_password_keeps_the_device_that_it_was_changed_on()
    {
        await OpenAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);

        await browser.PostFormAsync("/account/password", "/account/password", ("current", Cast.Password), ("fresh", Fresh), ("again", Fresh));

        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromMinutes(6));
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_end_holds_on_every_instance_at_once()
    {
        await OpenAsync();
        using var other = new FasterMoneyApp { Clock = _clock, Settings = { ["Data:Directory"] = _app.DataDirectory } };
        using var browser = _app.Browser();
        var cookie = Cookie(await browser.SignInAsync(Email));
        (await StatusWithAsync(cookie, other)).Should().Be(HttpStatusCode.OK);

        await browser.PostFormAsync("/account/logout", "/account/logout");

        (await StatusWithAsync(cookie, other)).Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_list_tells_devices_apart_and_shows_nobody_elses()
    {
        var (siteId, _) = await OpenAsync();
        await _app.AddPersonAsync("ada@acme.example", siteId);
        using var browser = _app.Browser();
        using var phone = _app.Browser();
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        using var colleague = _app.Browser();
        colleague.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await browser.SignInAsync(Email);
        await phone.SignInAsync(Email);
        await colleague.SignInAsync("ada@acme.example");

        var page = await browser.GetStringAsync("/account/sign-ins");

        WebUtility.HtmlDecode(page).Should().Contain("Unknown browser · this device").And.Contain("Safari on iPhone").And.NotContain("Firefox");
    }

    [Fact]
    public async Task Nobody_ends_a_colleagues_sign_in()
    {
        var (siteId, _) = await OpenAsync();
        await _app.AddPersonAsync("ada@acme.example", siteId);
        using var browser = _app.Browser();
        using var colleague = _app.Browser();
        await browser.SignInAsync(Email);
        await colleague.SignInAsync("ada@acme.example");
        await using var db = await _app.OpenDbAsync();
        var theirs = await (from signIn in db.Set<PersonSignIn>() join person in db.Users on signIn.UserId equals person.Id where person.Email != Email select signIn.Id).SingleAsync();

        await browser.PostFormAsync("/account/sign-ins", "/account/sign-ins/end", ("id", theirs.ToString()));

        (await colleague.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_key_in_the_cookie_is_kept_nowhere_and_last_use_is_not_written_on_each_request()
    {
        await OpenAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        var start = _clock.GetUtcNow().UtcDateTime;
        for (var minute = 1; minute <= 4; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await browser.GetAsync("/account/password");
        }

        var before = await RowAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));
        await browser.GetAsync("/account/password");

        (before.LastUsedAt, before.KeyHash.Length).Should().Be((start, 32));
        (await RowAsync()).LastUsedAt.Should().Be(_clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task A_sign_in_that_nobody_uses_for_two_weeks_is_over()
    {
        await OpenAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);

        _clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));

        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_open_page_closes_when_its_sign_in_has_ended()
    {
        await OpenAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        var page = await OpenPageAsync();

        (await page.IsStillSignedInAsync()).Should().BeTrue();
        await browser.PostFormAsync("/account/logout", "/account/logout");

        (await page.IsStillSignedInAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task An_open_page_closes_when_its_business_begins_to_ask_for_a_second_step()
    {
        var (siteId, _) = await OpenAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        var page = await OpenPageAsync();
        await using (var db = await _app.OpenDbAsync())
        {
            (await db.Sites.SingleAsync(site => site.Id == siteId)).RequireSecondFactor(true, Cast.Adam, Cast.Now);
            await db.SaveChangesAsync();
        }

        (await page.IsStillSignedInAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Another_passkey_is_made_only_after_the_password_was_asked_for()
    {
        await OpenAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        const string Options = "/account/passkeys/creation-options";

        (await browser.PostFormAsync("/account/password", Options)).StatusCode.Should().Be(HttpStatusCode.Conflict);
        var added = await browser.PostFormAsync("/account/password", "/account/passkeys/add", ("name", "Mine"), ("credential", "{}"));
        added.Headers.Location!.ToString().Should().StartWith("/account/confirm?");
        (await browser.PostFormAsync("/account/confirm", "/account/confirm", ("password", "not the password"))).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        var confirmed = await browser.PostFormAsync("/account/confirm", "/account/confirm", ("password", Cast.Password), ("returnUrl", "/account/passkeys"));
        confirmed.Headers.Location!.ToString().Should().Be("/account/passkeys");
        (await browser.PostFormAsync("/account/password", Options)).StatusCode.Should().Be(HttpStatusCode.OK);

        _clock.Advance(TimeSpan.FromMinutes(10));
        (await browser.PostFormAsync("/account/password", Options)).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    private async Task EndAsync(string ending, HttpClient browser, Guid siteId, Guid olive)
    {
        using var second = _app.Browser();
        switch (ending)
        {
            case "signing out":
                await browser.PostFormAsync("/account/logout", "/account/logout");
                break;
            case "signing out everywhere":
                await second.SignInAsync(Email);
                await second.PostFormAsync("/account/sign-ins", "/account/sign-ins/end-all");
                break;
            case "another password":
                await second.SignInAsync(Email);
                await second.PostFormAsync("/account/password", "/account/password", ("current", Cast.Password), ("fresh", Fresh), ("again", Fresh));
                await second.PostFormAsync("/account/logout", "/account/logout");
                break;
            case "ended alone":
                var id = (await RowAsync()).Id;
                await second.SignInAsync(Email);
                await second.PostFormAsync("/account/sign-ins", "/account/sign-ins/end", ("id", id.ToString()));
                break;
            case "all others ended":
                await second.SignInAsync(Email);
                await second.PostFormAsync("/account/sign-ins", "/account/sign-ins/end-all", ("keep", "this"));
                break;
            case "access turned off":
                var oscar = await _app.AddPersonAsync("oscar@acme.example", siteId);
                await _app.Services.GetRequiredService<PeopleCommands>().DisableAsync(new Caller(oscar, siteId), olive);
                break;
        }
    }

    private async Task<(Guid SiteId, Guid Olive)> OpenAsync()
    {
        var siteId = await _app.OpenBusinessAsync();
        return (siteId, await _app.AddPersonAsync(Email, siteId, SiteRole.Owner));
    }

    private async Task<PersonSignIn> RowAsync()
    {
        await using var db = await _app.OpenDbAsync();
        return await db.Set<PersonSignIn>().SingleAsync();
    }

    private async Task<HttpStatusCode> StatusWithAsync(string cookie, FasterMoneyApp? app = null)
    {
        using var thief = (app ?? _app).CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await thief.GetAsync("/account/password")).StatusCode;
    }

    private static string Cookie(HttpResponseMessage signedIn) =>
        signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("fastermoney=", StringComparison.Ordinal)).Split(';')[0];

    // What the framework does in a live page every half minute, without the wait.
    private async Task<OpenPage> OpenPageAsync()
    {
        await using var db = await _app.OpenDbAsync();
        var olive = await db.Users.SingleAsync(person => person.Email == Email);
        var scope = _app.Services.CreateScope();
        var claims = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.IUserClaimsPrincipalFactory<Person>>();
        var principal = await claims.CreateAsync(olive);
        ((System.Security.Claims.ClaimsIdentity)principal.Identity!).AddClaim(new("sign_in", (await RowAsync()).Id.ToString()));
        return new OpenPage(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>(), new AuthenticationState(principal));
    }

    private sealed record OpenPage(AuthenticationStateProvider Provider, AuthenticationState State)
    {
        public Task<bool> IsStillSignedInAsync() => (Task<bool>)typeof(RevalidatingServerAuthenticationStateProvider)
            .GetMethod("ValidateAuthenticationStateAsync", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(Provider, [State, CancellationToken.None])!;
    }
}
