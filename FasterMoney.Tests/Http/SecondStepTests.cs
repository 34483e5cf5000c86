using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Cli;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

/// <summary>A password alone does not let in who has a second step, or belongs to a business that asks for one.</summary>
public sealed partial class SecondStepTests : IDisposable
{
    private const string Email = "olive@acme.example";
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly FasterMoneyApp _app;
    private readonly HttpClient _browser;
    private Guid _site;
    private Guid _olive;
    private string _key = "";
    private List<string> _codes = [];

    public SecondStepTests()
    {
        _app = new FasterMoneyApp { Clock = _clock };
        _browser = _app.Browser();
    }

    private PeopleCommands People => _app.Services.GetRequiredService<PeopleCommands>();

    public void Dispose()
    {
        _browser.Dispose();
        _app.Dispose();
    }

    [Fact]
    public async Task After_the_password_comes_a_code_and_before_it_nothing_opens()
    {
        await SetUpAsync();
        using var browser = _app.Browser();

        var first = await browser.SignInAsync(Email, returnUrl: "/money?state=sent");

        first.Headers.Location!.ToString().Should().StartWith("/account/login/code?");
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await EnterAsync(browser, "000000")).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var second = await EnterAsync(browser, Code(1), "/money?state=sent");
        second.Headers.Location!.ToString().Should().Be("/money?state=sent");
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        await SetUpAsync();
        var code = Code(1);
        await SignInWithAsync(_app.Browser(), code);
        using var other = _app.Browser();
        await other.SignInAsync(Email);

        (await EnterAsync(other, code)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Guesses_at_the_code_are_slowed_down_whatever_device_they_come_from()
    {
        await SetUpAsync();
        for (var guess = 0; guess < 5; guess++)
        {
            using var guesser = _app.Browser();
            await guesser.SignInAsync(Email);
            (await EnterAsync(guesser, $"00000{guess}")).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        (await EnterAsync(browser, Code(1))).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await EnterAsync(browser, Code(1))).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Ten_recovery_codes_are_shown_once_and_each_lets_in_once()
    {
        await SetUpAsync();
        _codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        (await _browser.GetStringAsync("/account/second-step")).Should().NotContain(_codes[0]).And.Contain("<strong>10</strong>");

        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        (await EnterAsync(browser, _codes[0].ToLowerInvariant().Replace("-", " "))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.GetStringAsync("/account/second-step")).Should().Contain("<strong>9</strong>");
        using var again = _app.Browser();
        await again.SignInAsync(Email);
        (await EnterAsync(again, _codes[0])).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await EnterAsync(again, _codes[1])).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await SentencesAsync()).Should().Contain("olive signed in with a recovery code, 9 are left.").And.Contain("olive turned on a second step for signing in.");
    }

    [Fact]
    public async Task Neither_the_apps_key_nor_a_recovery_code_can_be_read_from_the_database()
    {
        await SetUpAsync();

        await using var db = await _app.OpenDbAsync();
        var kept = string.Join('\n', await db.UserTokens.Select(token => token.Value).ToListAsync());
        kept.Should().NotBeEmpty().And.NotContain(_key);
        _codes.Should().OnlyContain(code => !kept.Contains(code, StringComparison.Ordinal) && !kept.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Setting_up_asks_for_the_password_and_ends_other_sign_ins()
    {
        await OpenAsync();
        using var other = _app.Browser();
        await other.SignInAsync(Email);
        await _browser.SignInAsync(Email);

        (await _browser.PostFormAsync("/account/second-step", "/account/second-step/start")).Headers.Location!.ToString().Should().StartWith("/account/confirm?");
        await TurnOnAsync();

        (await other.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await _browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var act in (string[])["off", "codes"])
            (await _browser.PostFormAsync("/account/second-step", $"/account/second-step/{act}")).Headers.Location!.ToString().Should().StartWith("/account/confirm?");
    }

    [Theory]
    [InlineData("a code", "off")]
    [InlineData("a recovery code", "off")]
    [InlineData("a code", "codes")]
    [InlineData("a recovery code", "codes")]
    public async Task What_weakens_the_second_step_takes_a_code_of_it_besides_the_password(string with, string act)
    {
        await SetUpAsync();
        string[] wrong = ["", "000000", "AAAAA-AAAAA", Cast.Password];
        foreach (var typed in wrong)
        {
            var refused = await AskAsync(typed);
            refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, typed);
            (await refused.Content.ReadAsStringAsync()).Should().Contain($"id=\"{act}-error\"").And.NotContain(Cast.Password);
        }

        var taken = with == "a code" ? Code(1) : _codes[3];
        var done = await AskAsync(taken);

        (await _app.Browser().SignInAsync(Email)).Headers.Location!.ToString().Should().StartWith(act == "off" ? "/money" : "/account/login/code?");
        if (act == "off")
        {
            done.Headers.Location!.ToString().Should().Be("/account/second-step?done=off");
        }
        else
        {
            RecoveryCodes().Matches(await done.Content.ReadAsStringAsync()).Should().HaveCount(10);
            (await AskAsync(taken)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "it was used");
        }

        Task<HttpResponseMessage> AskAsync(string typed) => _browser.PostFormAsync("/account/second-step", $"/account/second-step/{act}", (act, typed));
    }

    [Fact]
    public async Task Guesses_at_the_code_that_turns_it_off_are_slowed_down()
    {
        await SetUpAsync();
        for (var guess = 0; guess < 5; guess++)
            await _browser.PostFormAsync("/account/second-step", "/account/second-step/off", ("off", $"00000{guess}"));

        (await _browser.PostFormAsync("/account/second-step", "/account/second-step/off", ("off", Code(1)))).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_business_that_asks_for_it_opens_nothing_to_a_password_alone()
    {
        await SetUpAsync();
        await _app.AddPersonAsync("ada@acme.example", _site, SiteRole.Admin);
        using var ada = _app.Browser();
        await ada.SignInAsync("ada@acme.example");
        (await ada.GetAsync("/money")).StatusCode.Should().Be(HttpStatusCode.OK);

        await People.RequireSecondStepAsync(new Caller(_olive, _site), true);

        foreach (var closed in (string[])["/money", "/money/export.csv", "/settings/people", $"/preview/{Guid.NewGuid()}"])
            (await ada.GetAsync(closed)).Headers.Location!.ToString().Should().Be("/account/second-step");
        (await ada.GetStringAsync("/account/second-step")).Should().Contain("Your business asks everybody");
        (await _browser.GetAsync("/money")).StatusCode.Should().Be(HttpStatusCode.OK);

        await TurnOnAsync(ada);
        (await ada.GetAsync("/money")).StatusCode.Should().Be(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromMinutes(6));
        (await ada.GetAsync("/money")).StatusCode.Should().Be(HttpStatusCode.OK);
        var off = await ada.PostFormAsync("/account/second-step", "/account/second-step/off");
        (await off.Content.ReadAsStringAsync()).Should().Contain("asks everybody to sign in in two steps, so it stays on");
    }

    [Fact]
    public async Task Who_asks_it_of_everybody_has_it()
    {
        await OpenAsync();

        await FluentActions.Awaiting(() => People.RequireSecondStepAsync(new Caller(_olive, _site), true)).Should().ThrowAsync<RuleViolation>().WithMessage("Set up your own*");
    }

    [Theory]
    [InlineData("an owner")]
    [InlineData("the command line")]
    public async Task Who_lost_the_phone_is_let_in_again_by(string whom)
    {
        await SetUpAsync();
        if (whom == "an owner")
        {
            var oscar = await _app.AddPersonAsync("oscar@acme.example", _site);
            await People.TurnOffSecondStepAsync(new Caller(oscar, _site), _olive);
        }
        else
        {
            await CommandLine.Read(["reset-second-step", Email]).Verb!.RunAsync(_app.Services, TextWriter.Null, CancellationToken.None);
        }

        (await _browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await _app.Browser().SignInAsync(Email)).Headers.Location!.ToString().Should().Be("/money");
        (await SentencesAsync()).Last().Should().Be(whom == "an owner" ? "oscar turned off the second step of olive." : "Whoever runs the server turned off the second step of olive.");
    }

    [Fact]
    public async Task A_new_password_by_a_link_does_not_go_around_the_second_step()
    {
        await SetUpAsync();
        var oscar = await _app.AddPersonAsync("oscar@acme.example", _site);
        var link = (await People.MakePasswordLinkAsync(new Caller(oscar, _site), _olive)).Path;
        using var browser = _app.Browser();
        await browser.PostFormAsync(link, link, ("fresh", "another long password"), ("again", "another long password"));

        (await browser.SignInAsync(Email, "another long password")).Headers.Location!.ToString().Should().StartWith("/account/login/code");
    }

    [Fact]
    public async Task A_password_that_was_right_before_it_was_changed_does_not_reach_the_code()
    {
        await SetUpAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        await _browser.PostFormAsync("/account/password", "/account/password", ("current", Cast.Password), ("fresh", "another long password"), ("again", "another long password"));

        (await browser.GetAsync("/account/login/code")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    private async Task OpenAsync()
    {
        _site = await _app.OpenBusinessAsync();
        _olive = await _app.AddPersonAsync(Email, _site);
    }

    private async Task SetUpAsync()
    {
        await OpenAsync();
        await _browser.SignInAsync(Email);
        await TurnOnAsync();
    }

    private async Task TurnOnAsync(HttpClient? browser = null)
    {
        browser ??= _browser;
        await browser.PostFormAsync("/account/confirm", "/account/confirm", ("password", Cast.Password));
        await browser.PostFormAsync("/account/second-step", "/account/second-step/start");
        var page = await browser.GetStringAsync("/account/second-step/setup");
        _key = Key().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        page.Should().Contain("<svg class=\"qr\"");
        var on = await browser.PostFormAsync("/account/second-step/setup", "/account/second-step/on", ("code", Code(0)));
        _codes = [.. RecoveryCodes().Matches(await on.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value)];
    }

    private static async Task SignInWithAsync(HttpClient browser, string code)
    {
        await browser.SignInAsync(Email);
        (await EnterAsync(browser, code)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        browser.Dispose();
    }

    private static Task<HttpResponseMessage> EnterAsync(HttpClient browser, string code, string returnUrl = "") =>
        browser.PostFormAsync("/account/login/code", "/account/login/code", ("code", code), ("returnUrl", returnUrl));

    // As an app computes it (RFC 6238); codes of the next half minute are taken as well. The framework asks the machine's own clock.
    private string Code(int later)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(_key.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(IPAddress.HostToNetworkOrder((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + later));
#pragma warning disable CA5350 // The algorithm of RFC 6238.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = ((hash[offset] & 0x7F) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private async Task<List<string>> SentencesAsync()
    {
        await using var db = await _app.OpenDbAsync();
        return (await db.Activity.Where(entry => entry.Kind == ActivityKind.SignInChanged).OrderBy(entry => entry.Id).ToListAsync()).ConvertAll(ActivitySentence.For);
    }

    [GeneratedRegex("<code>([A-Z2-7 ]{20,})</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<code>([A-Z0-9]{5}-[A-Z0-9]{5})</code>")]
    private static partial Regex RecoveryCodes();
}
