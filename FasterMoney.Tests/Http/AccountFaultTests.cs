using System.Net;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Account.FirstRun;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Http;

/// <summary>The account's own forms while somebody holds the database: 503, the sentence, what was typed but no password, and it works afterwards.</summary>
public sealed class AccountFaultTests : IDisposable
{
    private const string Busy = "The database is busy right now. Nothing was saved";
    private readonly FasterMoneyApp _app = new() { Settings = { ["ConnectionStrings:FasterMoney"] = "" } };

    public AccountFaultTests() =>
        _app.Settings["ConnectionStrings:FasterMoney"] = $"Data Source={Path.Combine(_app.DataDirectory, "fastermoney.db")};Default Timeout=1";

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Signing_in_keeps_the_address_and_never_the_password()
    {
        await _app.AddPersonAsync("ada@acme.example", await _app.OpenBusinessAsync());
        using var browser = _app.Browser();
        var form = await browser.OpenFormAsync("/account/login");
        Task<HttpResponseMessage> SignInAsync() => form.PostAsync("/account/login", ("email", "ada@acme.example"), ("password", Cast.Password), ("stay", "yes"));

        var page = await HeldAsync(SignInAsync);

        page.Should().Contain("value=\"ada@acme.example\"").And.Contain("checked").And.NotContain(Cast.Password);
        (await SignInAsync()).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Setting_up_keeps_the_whole_form_and_makes_one_business_afterwards()
    {
        using var browser = _app.Browser();
        var code = _app.Services.GetRequiredService<SetupGate>().Open();
        var form = await browser.OpenFormAsync($"/setup?code={code}");
        Task<HttpResponseMessage> SetUpAsync() => form.PostAsync("/setup", ("code", code), ("name", "Ada Lovelace"), ("email", "ada@acme.example"), ("password", "four plain words here"),
            ("business", "Acme & Sons"), ("currency", "CHF"), ("timeZone", "Europe/Zurich"), ("baseUrl", ""), ("segment", ""));

        var page = await HeldAsync(SetUpAsync);

        page.Should().Contain("value=\"Ada Lovelace\"").And.Contain("value=\"Acme &amp; Sons\"").And.NotContain("four plain words");
        (await SetUpAsync()).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = await _app.OpenDbAsync();
        (await db.Sites.SingleAsync()).Name.Should().Be("Acme & Sons");
    }

    [Fact]
    public async Task An_invitation_keeps_name_and_address_and_is_still_good()
    {
        var site = await _app.OpenBusinessAsync();
        var owner = new Caller(await _app.AddPersonAsync("ada@acme.example", site), site);
        var invitation = await _app.Services.GetRequiredService<PeopleCommands>().InviteAsync(owner, SiteRole.Viewer, null);
        var path = $"/{invitation.Path.TrimStart('/')}";
        using var browser = _app.Browser();
        var form = await browser.OpenFormAsync(path);
        Task<HttpResponseMessage> JoinAsync() => form.PostAsync(path, ("name", "Bruno Garage"), ("email", "bruno@acme.example"), ("password", "four plain words here"));

        var page = await HeldAsync(JoinAsync);

        page.Should().Contain("value=\"Bruno Garage\"").And.Contain("value=\"bruno@acme.example\"").And.NotContain("four plain words");
        (await JoinAsync()).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("/account/password", "/account/password", "current")]
    [InlineData("/account/confirm", "/account/confirm", "password")]
    [InlineData("/account/sign-ins", "/account/sign-ins/end-all", "keep")]
    public async Task Each_form_of_a_person_who_is_signed_in_says_so(string opened, string action, string field)
    {
        await _app.AddPersonAsync("ada@acme.example", await _app.OpenBusinessAsync());
        using var browser = _app.Browser();
        await browser.SignInAsync("ada@acme.example");
        var form = await browser.OpenFormAsync(opened);

        var page = await HeldAsync(() => form.PostAsync(action, (field, field == "keep" ? "this" : Cast.Password), ("fresh", "four plain words here"), ("again", "four plain words here")));

        page.Should().NotContain(Cast.Password).And.NotContain("four plain words");
        (await browser.GetAsync(opened)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asking_for_a_link_keeps_the_address()
    {
        using var browser = _app.Browser();
        await using (var db = await _app.OpenDbAsync())
        {
            var mail = new FasterMoney.Domain.Messages.MailSettings(await _app.OpenBusinessAsync());
            mail.Edit(Cast.Mail(1), null, Cast.Adam, Cast.Now);
            mail.NoteTested(Cast.Adam, Cast.Now);
            mail.Turn(true, Cast.Adam, Cast.Now);
            db.Add(mail);
            await db.SaveChangesAsync();
        }

        var form = await browser.OpenFormAsync("/account/forgot");
        (await HeldAsync(() => form.PostAsync("/account/forgot", ("email", "ada@acme.example")))).Should().Contain("value=\"ada@acme.example\"");
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_whoever_asks()
    {
        await _app.AddPersonAsync("ada@acme.example", await _app.OpenBusinessAsync());
        using var browser = _app.Browser();
        await browser.SignInAsync("ada@acme.example");
        var form = await browser.OpenFormAsync("/account/password");
        var file = Path.Combine(_app.DataDirectory, "fastermoney.db");
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(file, new string('x', 8192));

        foreach (var answer in new[] { await form.PostAsync("/account/password", ("current", "x")), await browser.GetAsync("/account/sign-ins"), await browser.GetAsync("/money") })
        {
            answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("The database cannot be reached right now. Nothing was saved");
        }
    }

    private async Task<string> HeldAsync(Func<Task<HttpResponseMessage>> send)
    {
        await using var holder = new SqliteConnection($"Data Source={Path.Combine(_app.DataDirectory, "fastermoney.db")};Pooling=False");
        await holder.OpenAsync();
        await using var hold = holder.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync();
        var answer = await send();
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, page);
        page.Should().Contain(Busy);
        answer.Headers.RetryAfter.Should().NotBeNull();
        return page;
    }
}
