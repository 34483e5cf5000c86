using System.Net;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Cli;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

/// <summary>Who lost a password comes in again by a link that works once, and nobody else does.</summary>
public sealed class LostPasswordTests : IDisposable
{
    private const string Ada = "ada@acme.example";
    private const string Fresh = "another long password";
    private readonly FakeTimeProvider _clock = new(Cast.Now);
    private readonly FasterMoneyApp _app;
    private Guid _site;
    private Guid _olive;
    private Guid _ada;

    public LostPasswordTests() => _app = new FasterMoneyApp { Clock = _clock };

    // In which the database is read, once the first has stopped.
    private FasterMoneyApp? _restarted;

    private PeopleCommands People => _app.Services.GetRequiredService<PeopleCommands>();

    private Caller Olive => new(_olive, _site);

    public void Dispose()
    {
        _restarted?.Dispose();
        _app.Dispose();
    }

    [Theory]
    [InlineData("the command line")]
    [InlineData("an owner")]
    public async Task A_link_sets_a_new_password_once_ends_other_sign_ins_and_is_in_the_activity(string from)
    {
        await OpenAsync();
        using var old = _app.Browser();
        await old.SignInAsync(Ada);
        var link = from == "an owner" ? (await People.MakePasswordLinkAsync(Olive, _ada)).Path : await AtTheTerminalAsync(Ada);
        using var browser = _app.Browser();

        var set = await SetAsync(browser, link);

        set.Headers.Location!.ToString().Should().Be("/account/login?done=password");
        (await browser.GetStringAsync("/account/login?done=password")).Should().Contain("Your new password is set.");
        (await old.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await old.SignInAsync(Ada)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await browser.SignInAsync(Ada, Fresh)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await SentencesAsync()).Should().Equal(
            from == "an owner" ? "olive made a link by which ada sets a new password." : "Whoever runs the server made a link by which ada sets a new password.",
            "ada set a new password by a one-time link.");
    }

    [Fact]
    public async Task A_link_ends_after_half_an_hour_and_with_the_use_of_another()
    {
        await OpenAsync();
        using var browser = _app.Browser();
        var first = (await People.MakePasswordLinkAsync(Olive, _ada)).Path;
        var second = (await People.MakePasswordLinkAsync(Olive, _ada)).Path;
        await SetAsync(browser, second);

        (await browser.GetAsync(first)).StatusCode.Should().Be(HttpStatusCode.NotFound);

        var late = (await People.MakePasswordLinkAsync(Olive, _ada)).Path;
        _clock.Advance(PasswordLink.Lifetime);
        (await browser.GetAsync(late)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_use_a_link_at_once_set_one_password()
    {
        await OpenAsync();
        var link = (await People.MakePasswordLinkAsync(Olive, _ada)).Path;
        using var one = _app.Browser();
        using var other = _app.Browser();

        // Opened by both before the first is sent: afterwards the page is gone.
        var (first, second) = (await one.OpenFormAsync(link), await other.OpenFormAsync(link));
        var answers = await Task.WhenAll(Send(first, "the first long password"), Send(second, "the other long password"));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).Should().Be(1);

        Task<HttpResponseMessage> Send(OpenForm form, string password) => form.PostAsync(link, ("fresh", password), ("again", password));
    }

    [Fact]
    public async Task What_is_no_good_password_stays_beside_its_field_and_the_link_goes_on_working()
    {
        await OpenAsync();
        var link = (await People.MakePasswordLinkAsync(Olive, _ada)).Path;
        using var browser = _app.Browser();

        var answer = await SetAsync(browser, link, "short");

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("fresh-error");
        (await SetAsync(browser, link)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_owners_link_is_worth_what_the_owner_may_do_when_it_is_used()
    {
        await OpenAsync();
        var oscar = await _app.AddPersonAsync("oscar@acme.example", _site);
        var link = (await People.MakePasswordLinkAsync(Olive, _ada)).Path;

        await People.ChangeRoleAsync(new Caller(oscar, _site), _olive, SiteRole.Admin);

        using var browser = _app.Browser();
        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_owner_does_not_get_into_another_business_by_a_person_of_both()
    {
        await OpenAsync();
        var elsewhere = await _app.OpenBusinessAsync("Elsewhere");
        await using (var db = await _app.OpenDbAsync())
        {
            db.Add(new Membership(elsewhere, _ada, SiteRole.Viewer));
            await db.SaveChangesAsync();
        }

        await FluentActions.Awaiting(() => People.MakePasswordLinkAsync(Olive, _ada)).Should().ThrowAsync<RuleViolation>().WithMessage("*not yours*");
        await FluentActions.Awaiting(() => People.MakePasswordLinkAsync(Olive, _olive)).Should().ThrowAsync<RuleViolation>();
    }

    [Fact]
    public async Task Somebody_who_joins_another_business_after_a_link_was_made_is_not_reached_by_it()
    {
        await OpenAsync();
        var link = (await People.MakePasswordLinkAsync(Olive, _ada)).Path;
        var elsewhere = await _app.OpenBusinessAsync("Elsewhere");
        await using (var db = await _app.OpenDbAsync())
        {
            db.Add(new Membership(elsewhere, _ada, SiteRole.Viewer));
            await db.SaveChangesAsync();
        }

        using var browser = _app.Browser();
        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_is_mailed_and_the_answer_is_the_same_for_an_address_without_an_account()
    {
        await OpenAsync();
        await using var server = SmtpServer.Start();
        await TurnMailOnAsync(server);
        using var browser = _app.Browser();

        var known = await AskAsync(browser, Ada);
        var unknown = await AskAsync(browser, "eve@acme.example");

        unknown.StatusCode.Should().Be(known.StatusCode).And.Be(HttpStatusCode.OK);
        (await unknown.Content.ReadAsStringAsync()).Replace("eve@", "ada@").Should().Be(await known.Content.ReadAsStringAsync());
        await Eventually.TrueAsync(() => !server.Received.IsEmpty);
        var mail = server.Received.Single();
        mail.To.Should().Equal(Ada);
        (await SetAsync(browser, LinkIn(mail))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await SentencesAsync()).First().Should().Be("The sign-in page was asked for a new password for ada and mailed a one-time link.");
    }

    [Fact]
    public async Task A_letter_that_could_not_leave_survives_a_restart_and_its_link_cannot_be_read_from_the_database()
    {
        await OpenAsync();
        await using var server = SmtpServer.Start();
        await TurnMailOnAsync(server);
        server.At(SmtpStep.MailFrom, SmtpFault.Drop);
        using var browser = _app.Browser();
        await AskAsync(browser, Ada);
        await server.ReachedAsync(SmtpStep.MailFrom);

        (await WaitingAsync()).Single().ProtectedRequest.Should().NotContainAny("ada", "acme", "new-password", "localhost");
        await _app.Services.GetRequiredService<IHost>().StopAsync();
        server.Received.Should().BeEmpty();
        server.Mend();
        _clock.Advance(TimeSpan.FromMinutes(2));
        _restarted = new FasterMoneyApp { Clock = _clock, Settings = { ["Data:Directory"] = _app.DataDirectory } };
        using var again = _restarted.Browser();

        await Eventually.TrueAsync(() => !server.Received.IsEmpty);
        (await SetAsync(again, LinkIn(server.Received.Single()))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await Eventually.TrueAsync(async () => (await WaitingAsync()).Count == 0);
        (await WaitingAsync()).Should().BeEmpty();
        (await SentencesAsync()).Should().HaveCount(2, "the link was made once");
    }

    [Theory]
    [InlineData("used")]
    [InlineData("too old")]
    [InlineData("for nobody")]
    public async Task A_letter_that_nobody_waits_for_any_more_is_forgotten_and_not_sent(string why)
    {
        await OpenAsync();
        await using var server = SmtpServer.Start();
        await TurnMailOnAsync(server);
        server.At(SmtpStep.MailFrom, SmtpFault.Drop);
        using var browser = _app.Browser();
        await AskAsync(browser, why == "for nobody" ? "eve@acme.example" : Ada);
        if (why != "for nobody")
            await server.ReachedAsync(SmtpStep.MailFrom);
        if (why == "used")
            await SetAsync(browser, (await People.MakePasswordLinkAsync(Olive, _ada)).Path);

        server.Mend();
        var at = server.Connections;
        _clock.Advance(why == "too old" ? AskedLetter.Lifetime + TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(2));

        await Eventually.TrueAsync(async () =>
        {
            // Who waits for the next round may have begun to after the clock was set.
            _clock.Advance(TimeSpan.FromSeconds(20));
            return (await WaitingAsync()).Count == 0;
        });
        (await WaitingAsync()).Should().BeEmpty();
        (server.Received.Count, server.Connections).Should().Be((0, at));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("app.acme.example.evil.example")]
    public async Task A_link_is_never_mailed_with_a_name_that_a_stranger_chose(string host)
    {
        await OpenAsync();
        await using var server = SmtpServer.Start();
        await TurnMailOnAsync(server);
        using var browser = _app.Browser();

        using var stranger = _app.Browser();
        stranger.BaseAddress = new Uri($"http://{host}");
        var form = await stranger.GetAsync("/account/forgot");
        if (form.StatusCode == HttpStatusCode.OK)
            await AskAsync(stranger, Ada);

        await AskAsync(browser, Ada);
        await Eventually.TrueAsync(() => !server.Received.IsEmpty);
        server.Received.Should().OnlyContain(mail => !TextOf(mail).Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled()
    {
        await OpenAsync();
        await using var server = SmtpServer.Start();
        await TurnMailOnAsync(server);
        using var browser = _app.Browser();
        for (var ask = 0; ask < 3; ask++)
            (await AskAsync(browser, Ada)).StatusCode.Should().Be(HttpStatusCode.OK);

        (await AskAsync(browser, Ada)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_who_can_help()
    {
        await OpenAsync();
        using var browser = _app.Browser();

        (await browser.GetStringAsync("/account/forgot")).Should().Contain("An owner of your business").And.Contain("reset-password").And.NotContain("<form");
    }

    [Fact]
    public async Task The_terminal_knows_nobody_else()
    {
        await OpenAsync();

        (await FluentActions.Awaiting(() => AtTheTerminalAsync("nobody@acme.example")).Should().ThrowAsync<StartRefused>()).Which.ExitCode.Should().Be(1);
    }

    private async Task OpenAsync()
    {
        _site = await _app.OpenBusinessAsync();
        _olive = await _app.AddPersonAsync("olive@acme.example", _site);
        _ada = await _app.AddPersonAsync(Ada, _site, SiteRole.Admin);
    }

    private async Task<string> AtTheTerminalAsync(string email)
    {
        using var output = new StringWriter();
        await CommandLine.Read(["reset-password", email]).Verb!.RunAsync(_app.Services, output, CancellationToken.None);
        return Regex.Match(output.ToString(), @"^http://localhost:5080(/account/new-password/\S{43})\s").Groups[1].Value;
    }

    private async Task TurnMailOnAsync(SmtpServer server)
    {
        var commands = _app.Services.GetRequiredService<MailCommands>();
        var version = await commands.EditAsync(Olive, 0, Cast.Mail(server.Port), null);
        (await commands.TestAsync(Olive, version)).IsGood.Should().BeTrue();
        await commands.TurnAsync(Olive, true);
    }

    private async Task<List<string>> SentencesAsync()
    {
        await using var db = await (_restarted ?? _app).OpenDbAsync();
        return (await db.Activity.Where(entry => entry.Kind == ActivityKind.SignInChanged).OrderBy(entry => entry.Id).ToListAsync()).ConvertAll(ActivitySentence.For);
    }

    private async Task<List<AskedLetter>> WaitingAsync()
    {
        await using var db = await (_restarted ?? _app).OpenDbAsync();
        return await db.Set<AskedLetter>().AsNoTracking().ToListAsync();
    }

    private static string LinkIn(ReceivedMail mail) => Regex.Match(TextOf(mail), @"http://localhost(/account/new-password/\S{43})").Groups[1].Value;

    private static string TextOf(ReceivedMail mail)
    {
        using var bytes = new MemoryStream(mail.Bytes);
        using var message = MimeKit.MimeMessage.Load(bytes);
        return message.TextBody ?? "";
    }

    private static Task<HttpResponseMessage> SetAsync(HttpClient browser, string link, string password = Fresh) =>
        browser.PostFormAsync(link, link, ("fresh", password), ("again", password));

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string email) => browser.PostFormAsync("/account/forgot", "/account/forgot", ("email", email));
}
