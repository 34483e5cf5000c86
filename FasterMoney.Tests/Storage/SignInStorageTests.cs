using System.Net;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Storage;

/// <summary>Sign-ins, counts and links, on each database.</summary>
public sealed class SignInStorageTests
{
    private const string Olive = "olive@acme.example";
    private const string Ada = "ada@acme.example";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sign_in_is_kept_found_and_ended_and_guesses_are_counted(DatabaseProvider provider)
    {
        var clock = new FakeTimeProvider(Cast.Now);
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var app = new FasterMoneyApp { Clock = clock, Database = database };
        await app.AddPersonAsync(Olive, await app.OpenBusinessAsync());
        var browsers = Enumerable.Range(0, 12).Select(_ => app.Browser()).ToList();
        var guesses = await Task.WhenAll(browsers.Select((guesser, guess) => guesser.SignInAsync(Olive, $"guess number {guess}")));
        guesses.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).Should().BeInRange(1, 5);
        clock.Advance(TimeSpan.FromMinutes(5));
        using var browser = app.Browser();

        (await browser.SignInAsync(Olive)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.GetStringAsync("/account/sign-ins")).Should().Contain("this device");
        clock.Advance(TimeSpan.FromMinutes(6));
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
        await browser.PostFormAsync("/account/sign-ins", "/account/sign-ins/end-all");

        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = await app.OpenDbAsync();
        (await db.Set<PersonSignIn>().AnyAsync()).Should().BeFalse();
        browsers.ForEach(guesser => guesser.Dispose());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_is_used_once_by_however_many_at_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var app = new FasterMoneyApp { Clock = new FakeTimeProvider(Cast.Now), Database = database };
        var site = await app.OpenBusinessAsync();
        var olive = new Caller(await app.AddPersonAsync(Olive, site), site);
        var ada = await app.AddPersonAsync(Ada, site, SiteRole.Admin);
        var people = app.Services.GetRequiredService<PeopleCommands>();
        var link = (await people.MakePasswordLinkAsync(olive, ada)).Path;
        var invitation = (await people.InviteAsync(olive, SiteRole.Viewer, null)).Path;
        var browsers = Enumerable.Range(0, 4).Select(_ => app.Browser()).ToList();

        // Opened by all before the first is sent: afterwards the page is gone.
        var setting = await Task.WhenAll(browsers.Select(browser => browser.OpenFormAsync(link)));
        var set = await Task.WhenAll(setting.Select((form, at) => form.PostAsync(link, ("fresh", $"a long password {at}"), ("again", $"a long password {at}"))));
        var joining = await Task.WhenAll(browsers.Select(browser => browser.OpenFormAsync(invitation)));
        var joined = await Task.WhenAll(joining.Select((form, at) => form.PostAsync(invitation, ("name", "New"), ("email", $"new{at}@acme.example"), ("password", Cast.Password))));

        set.Select(answer => answer.StatusCode).Should().OnlyContain(status => status == HttpStatusCode.Redirect || status == HttpStatusCode.NotFound)
            .And.ContainSingle(status => status == HttpStatusCode.Redirect);
        joined.Should().ContainSingle(answer => answer.StatusCode == HttpStatusCode.Redirect).And.NotContain(answer => answer.StatusCode == HttpStatusCode.InternalServerError);
        await people.TurnOffSecondStepAsync(olive, ada);
        await people.DisableAsync(olive, ada);
        browsers.ForEach(browser => browser.Dispose());
    }
}
