using System.Net;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

public sealed class InvitationTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(Cast.Now);
    private readonly FasterMoneyApp _app;

    public InvitationTests() => _app = new FasterMoneyApp { Clock = _clock };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Somebody_new_joins_once_with_the_role_of_the_invitation()
    {
        var (siteId, link) = await InviteAsync(SiteRole.Admin);
        using var browser = _app.Browser();

        var joined = await browser.PostFormAsync(link, link, ("name", "Ada Admin"), ("email", "ada@acme.example"), ("password", Cast.Password));

        joined.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var other = _app.Browser();
        (await other.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using var db = await _app.OpenDbAsync();
        var ada = await db.Users.SingleAsync(person => person.Email == "ada@acme.example");
        (await db.Memberships.SingleAsync(place => place.UserId == ada.Id)).Should().BeEquivalentTo(new { SiteId = siteId, Role = SiteRole.Admin, Disabled = false });
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_leads_back_to_the_invitation()
    {
        var (_, link) = await InviteAsync(SiteRole.Admin);
        using var browser = _app.Browser();

        var refused = await browser.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("name", "Ada Admin")]));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain($"href=\"{link}\"");
    }

    [Fact]
    public async Task Somebody_with_an_account_signs_in_to_join()
    {
        var (siteId, link) = await InviteAsync(SiteRole.Viewer);
        var vera = await _app.AddPersonAsync("vera@other.example");
        using var browser = _app.Browser();

        (await browser.SignInAsync("vera@other.example", returnUrl: link)).Headers.Location!.ToString().Should().Be(link);
        (await browser.PostFormAsync(link, link)).StatusCode.Should().Be(HttpStatusCode.Redirect);

        await using var db = await _app.OpenDbAsync();
        (await db.Memberships.SingleAsync(place => place.UserId == vera)).SiteId.Should().Be(siteId);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_not_taken_over()
    {
        var (_, link) = await InviteAsync(SiteRole.Owner);
        using var browser = _app.Browser();

        var answer = await browser.PostFormAsync(link, link, ("name", "Eve"), ("email", "OLIVE@acme.example"), ("password", "another long password"));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await _app.Browser().SignInAsync("olive@acme.example")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days()
    {
        var (_, link) = await InviteAsync(SiteRole.Admin);
        using var browser = _app.Browser();
        _clock.Advance(Invitation.Lifetime - TimeSpan.FromSeconds(1));
        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK);

        _clock.Advance(TimeSpan.FromSeconds(1));

        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public static TheoryData<string, SiteRole> Losses => new()
    {
        { "disabled", SiteRole.Owner }, { "disabled", SiteRole.Viewer }, { "demoted to Admin", SiteRole.Owner }, { "demoted to Admin", SiteRole.Admin }, { "demoted to Viewer", SiteRole.Viewer },
    };

    [Theory, MemberData(nameof(Losses))]
    public async Task An_invitation_ends_with_its_makers_right_to_make_it(string loss, SiteRole invited)
    {
        var (siteId, link) = await InviteAsync(invited);
        var (olive, oscar) = (await IdOfAsync("olive@acme.example"), await _app.AddPersonAsync("oscar@acme.example", siteId));
        var people = _app.Services.GetRequiredService<PeopleCommands>();
        var caller = new Caller(oscar, siteId);

        var changed = loss == "disabled" ? await people.DisableAsync(caller, olive) : await people.ChangeRoleAsync(caller, olive, Enum.Parse<SiteRole>(loss.Split(' ')[^1]));

        changed.InvitationsEnded.Should().Be(1);
        await NobodyJoinsAsync(link);
        await using var db = await _app.OpenDbAsync();
        (await db.Set<Invitation>().AnyAsync()).Should().BeFalse();
        (await db.Activity.OrderByDescending(entry => entry.Id).FirstAsync()).Detail.Should().EndWith("which ended 1 open invitation of theirs");
    }

    [Fact]
    public async Task An_invitation_is_worth_what_its_maker_may_grant_when_it_is_accepted_however_they_lost_it()
    {
        var (siteId, link) = await InviteAsync(SiteRole.Owner);
        await using (var db = await _app.OpenDbAsync())
            await db.Memberships.Where(place => place.SiteId == siteId).ExecuteUpdateAsync(set => set.SetProperty(place => place.Role, SiteRole.Admin));

        await NobodyJoinsAsync(link);
    }

    [Fact]
    public async Task An_invitation_of_somebody_else_goes_on_working()
    {
        var (siteId, link) = await InviteAsync(SiteRole.Admin);
        var oscar = await _app.AddPersonAsync("oscar@acme.example", siteId);
        await _app.Services.GetRequiredService<PeopleCommands>().DisableAsync(new Caller(await IdOfAsync("olive@acme.example"), siteId), oscar);
        using var browser = _app.Browser();

        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_that_is_out_of_date_leads_back_to_itself()
    {
        var (_, link) = await InviteAsync(SiteRole.Admin);
        using var browser = _app.Browser();

        var answer = await browser.PostAsync(link, new FormUrlEncodedContent([]));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain($"href=\"{link}\"");
    }

    [Fact]
    public async Task The_code_itself_is_kept_nowhere()
    {
        var (_, link) = await InviteAsync(SiteRole.Admin);

        await using var db = await _app.OpenDbAsync();
        var kept = await db.Set<Invitation>().SingleAsync();
        kept.CodeHash.Should().HaveCount(32);
        link.Should().MatchRegex("^/account/invite/[A-Za-z0-9_-]{43}$");
    }

    private async Task NobodyJoinsAsync(string link)
    {
        using var stranger = _app.Browser();
        (await stranger.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var answer = await stranger.PostFormAsync("/account/login", link, ("name", "Ada"), ("email", "ada@acme.example"), ("password", Cast.Password));
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using var db = await _app.OpenDbAsync();
        (await db.Users.AnyAsync(person => person.Email == "ada@acme.example")).Should().BeFalse();
    }

    private async Task<Guid> IdOfAsync(string email)
    {
        await using var db = await _app.OpenDbAsync();
        return (await db.Users.SingleAsync(person => person.Email == email)).Id;
    }

    private async Task<(Guid SiteId, string Link)> InviteAsync(SiteRole role)
    {
        var siteId = await _app.OpenBusinessAsync();
        var owner = await _app.AddPersonAsync("olive@acme.example", siteId);
        var made = await _app.Services.GetRequiredService<PeopleCommands>().InviteAsync(new Caller(owner, siteId), role, "ada@acme.example");
        return (siteId, made.Path);
    }
}
