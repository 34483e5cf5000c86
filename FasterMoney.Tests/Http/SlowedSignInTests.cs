using System.Net;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

/// <summary>Who guesses is slowed down. Who knows an e-mail address cannot lock its owner out with it.</summary>
public sealed class SlowedSignInTests : IDisposable
{
    private const string Email = "olive@acme.example";
    private readonly FakeTimeProvider _clock = new(Cast.Now);
    private readonly FasterMoneyApp _app;

    public SlowedSignInTests() => _app = new FasterMoneyApp { Clock = _clock };

    private SignInTries Tries => _app.Services.GetRequiredService<SignInTries>();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_device_that_its_person_signed_in_with_is_let_in_whatever_strangers_did()
    {
        await OpenAsync();
        using var own = _app.Browser();
        await own.SignInAsync(Email);
        await own.PostFormAsync("/account/logout", "/account/logout");
        using var stranger = _app.Browser();
        for (var guess = 0; guess < 40; guess++)
            await stranger.SignInAsync(Email, $"guess number {guess}");

        (await stranger.SignInAsync(Email)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await own.SignInAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Guessing_on_every_ten_minutes_keeps_nobody_out_for_good()
    {
        await OpenAsync();
        using var stranger = _app.Browser();
        for (var round = 0; round < 12; round++)
        {
            for (var guess = 0; guess < 5; guess++)
                await stranger.SignInAsync(Email, $"guess number {guess}");
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        using var own = _app.Browser();
        (await own.SignInAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_five_wrong_passwords_each_further_one_waits_twice_as_long()
    {
        await OpenAsync();
        using var browser = _app.Browser();
        for (var guess = 0; guess < 5; guess++)
            (await browser.SignInAsync(Email, $"guess number {guess}")).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        foreach (var seconds in (int[])[2, 4, 8, 16])
        {
            var answer = await browser.SignInAsync(Email);
            answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(seconds));
            (await answer.Content.ReadAsStringAsync()).Should().Contain($"Wait {seconds} seconds");
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            await browser.SignInAsync(Email, "yet another guess");
        }

        _clock.Advance(TimeSpan.FromSeconds(32));
        (await browser.SignInAsync(Email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await browser.PostFormAsync("/account/logout", "/account/logout");
        (await browser.SignInAsync(Email, "a slip of the finger")).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_address_without_an_account_is_slowed_down_alike()
    {
        await OpenAsync();
        var answers = new Dictionary<string, List<HttpStatusCode>>();
        foreach (var email in (string[])[Email, "nobody@acme.example"])
        {
            using var browser = _app.Browser();
            answers[email] = [];
            for (var guess = 0; guess < 8; guess++)
                answers[email].Add((await browser.SignInAsync(email, $"guess number {guess}")).StatusCode);
        }

        answers["nobody@acme.example"].Should().Equal(answers[Email]);
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_counted_one_by_one_on_all_instances()
    {
        await OpenAsync();
        using var other = new FasterMoneyApp { Clock = _clock, Settings = { ["Data:Directory"] = _app.DataDirectory } };
        var browsers = Enumerable.Range(0, 16).Select(index => (index % 2 == 0 ? _app : other).Browser()).ToList();

        var answers = await Task.WhenAll(browsers.Select((browser, guess) => browser.SignInAsync(Email, $"guess number {guess}")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).Should().BeInRange(1, 5);
        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity || answer.StatusCode == HttpStatusCode.TooManyRequests);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Theory]
    [InlineData("/account/password", "current")]
    [InlineData("/account/confirm", "password")]
    public async Task Wrong_passwords_of_somebody_signed_in_count_too(string page, string field)
    {
        await OpenAsync();
        using var browser = _app.Browser();
        await browser.SignInAsync(Email);
        for (var guess = 0; guess < 5; guess++)
            (await AskAsync($"guess number {guess}")).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        (await AskAsync(Cast.Password)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await AskAsync(Cast.Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);

        Task<HttpResponseMessage> AskAsync(string password) =>
            browser.PostFormAsync(page, page, (field, password), ("fresh", "another long password"), ("again", "another long password"));
    }

    [Fact]
    public async Task One_networks_guesses_at_many_accounts_are_slowed_down_and_another_networks_are_not()
    {
        TryKey Network(string address) => TryRule.Network.For(TryRule.NetworkOf(IPAddress.Parse(address)));
        for (var guess = 0; guess < TryRule.Network.Free; guess++)
            (await Tries.TakeAsync([Network("2001:db8::1")], default)).Should().BeNull();

        (await Tries.TakeAsync([Network("2001:db8::ffff")], default)).Should().Be(TryRule.Network.First);
        (await Tries.TakeAsync([Network("2001:db8:0:1::1")], default)).Should().BeNull();
        (await Tries.TakeAsync([Network("::ffff:192.0.2.7")], default)).Should().BeNull();
    }

    [Fact]
    public async Task Counts_do_not_pile_up()
    {
        for (var account = 0; account < 20; account++)
            await Tries.TakeAsync([TryRule.Account.For($"{account}")], default);
        _clock.Advance(TryRule.Account.Forgotten);

        await Tries.TakeAsync([TryRule.Account.For("the next")], default);

        await using var db = await _app.OpenDbAsync();
        (await db.Set<TryCount>().CountAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 2)]
    [InlineData(6, 4)]
    [InlineData(11, 128)]
    [InlineData(13, 300)]
    [InlineData(10_000, 300)]
    public void A_wait_doubles_and_stays_within_five_minutes(int tries, int seconds) =>
        TryRule.Account.WaitAfter(tries).Should().Be(TimeSpan.FromSeconds(seconds));

    private async Task OpenAsync() => await _app.AddPersonAsync(Email, await _app.OpenBusinessAsync());
}
