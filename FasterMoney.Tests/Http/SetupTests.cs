using System.Net;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Account.FirstRun;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Http;

public sealed class SetupTests : IDisposable
{
    private readonly FasterMoneyApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_code_sets_up_one_business_and_then_never_works_again()
    {
        using var browser = _app.Browser();
        var code = Code();

        var answer = await browser.PostFormAsync($"/setup?code={code}", "/setup", Filled(code));

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.GetAsync($"/setup?code={code}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using var db = await _app.OpenDbAsync();
        var site = await db.Sites.SingleAsync();
        site.Portal!.BaseUrl.Should().Be("https://pay.acme.example");
        (await db.Memberships.SingleAsync()).Role.Should().Be(SiteRole.Owner);
    }

    [Theory]
    [InlineData("DE", "", "EUR", "Europe/Berlin", "de-DE", "de-DE", "USt.", "19;7;0", Paper.A4)]
    [InlineData("CH", "fr-CH", "CHF", "Europe/Zurich", "fr-CH", "fr-CH", "TVA", "8.1;2.6;3.8;0", Paper.A4)]
    [InlineData("JP", "", "JPY", "Asia/Tokyo", "ja", "ja-JP", "消費税", "10;8;0", Paper.A4)]
    [InlineData("US", "", "USD", "America/New_York", "en-US", "en-US", "Sales tax", "", Paper.Letter)]
    public async Task Country_and_language_bring_everything_that_follows_from_them(
        string country, string language, string currency, string zone, string customers, string format, string tax, string rates, Paper paper)
    {
        using var browser = _app.Browser();
        var code = Code();

        await browser.PostFormAsync($"/setup?code={code}", "/setup",
            [.. Filled(code).Where(field => field.Name is not ("currency" or "timeZone")), ("country", country), ("language", language)]);

        await using var db = await _app.OpenDbAsync();
        (await db.Sites.SingleAsync()).Should().BeEquivalentTo(new
        {
            Country = country, CurrencyCode = currency, TimeZoneId = zone, Language = customers, NumberFormat = format, TaxName = tax, TaxRates = rates, Paper = paper,
        });
    }

    [Fact]
    public async Task Without_a_country_nothing_is_guessed()
    {
        using var browser = _app.Browser();
        var code = Code();

        var answer = await browser.PostFormAsync($"/setup?code={code}", "/setup", [.. Filled(code).Where(field => field.Name is not ("currency" or "timeZone"))]);

        (await answer.Content.ReadAsStringAsync()).Should().Contain("country-error").And.Contain("Choose the country.");
    }

    [Fact]
    public async Task The_address_that_the_owner_came_by_is_proposed_where_customers_can_be_sent_there()
    {
        using var browser = _app.Browser();

        (await browser.GetStringAsync($"/setup?code={Code()}")).Should().Contain("value=\"http://localhost\"").And.Contain("value=\"pay\"");
    }

    [Fact]
    public async Task Without_the_right_code_there_is_nothing_there()
    {
        using var browser = _app.Browser();
        Code();

        (await browser.GetAsync("/setup")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/setup?code={new string('A', 43)}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await browser.PostAsync("/setup", new FormUrlEncodedContent([]))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_answer_without_the_code_is_the_one_of_every_address_that_is_not_there()
    {
        using var browser = _app.Browser();

        var setup = await browser.GetAsync("/setup");
        var nowhere = await browser.GetAsync("/nowhere");

        (await setup.Content.ReadAsByteArrayAsync()).Should().Equal(await nowhere.Content.ReadAsByteArrayAsync());
        Headers(setup).Should().BeEquivalentTo(Headers(nowhere));
    }

    [Fact]
    public async Task What_was_typed_stays_and_each_field_says_what_is_wrong()
    {
        using var browser = _app.Browser();
        var code = Code();

        var answer = await browser.PostFormAsync($"/setup?code={code}", "/setup",
            [.. Filled(code).Select(field => field.Name == "baseUrl" ? ("baseUrl", "http://pay.acme.example") : field)]);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var html = await answer.Content.ReadAsStringAsync();
        html.Should().Contain("baseUrl-error").And.Contain("value=\"Olive Owner\"").And.NotContain(Cast.Password);
        await using var db = await _app.OpenDbAsync();
        (await db.Users.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_code_does_not_open_a_database_that_has_a_business()
    {
        using var browser = _app.Browser();
        var code = Code();
        await _app.AddPersonAsync("somebody@else.example", await _app.OpenBusinessAsync());

        var answer = await browser.PostFormAsync($"/setup?code={code}", "/setup", Filled(code));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        await using var db = await _app.OpenDbAsync();
        (await db.Sites.CountAsync()).Should().Be(1);
    }

    private static IEnumerable<string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");

    private string Code() => _app.Services.GetRequiredService<SetupGate>().Open();

    private static (string Name, string Value)[] Filled(string code) =>
    [
        ("code", code), ("name", "Olive Owner"), ("email", "olive@acme.example"), ("password", Cast.Password), ("business", "Acme"),
        ("currency", "EUR"), ("timeZone", "Europe/Berlin"), ("baseUrl", "https://pay.acme.example"), ("segment", "pay"),
    ];
}
