using System.Net;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Commands;

public sealed class PeopleCommandsTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(Cast.Now);
    private readonly FasterMoneyApp _app;

    public PeopleCommandsTests() => _app = new FasterMoneyApp { Clock = _clock };

    private PeopleCommands People => _app.Services.GetRequiredService<PeopleCommands>();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_last_owner_is_neither_demoted_nor_turned_off()
    {
        var (siteId, owner) = await OwnedAsync();
        var olive = new Caller(owner, siteId);

        await FluentActions.Awaiting(() => People.ChangeRoleAsync(olive, owner, SiteRole.Admin)).Should().ThrowAsync<RuleViolation>();
        await FluentActions.Awaiting(() => People.DisableAsync(olive, owner)).Should().ThrowAsync<RuleViolation>();

        var second = await _app.AddPersonAsync("oscar@acme.example", siteId);
        await People.ChangeRoleAsync(olive, owner, SiteRole.Admin);
        await FluentActions.Awaiting(() => People.DisableAsync(new Caller(second, siteId), second)).Should().ThrowAsync<RuleViolation>();
    }

    [Fact]
    public async Task Two_owners_who_demote_each_other_at_once_leave_one()
    {
        var (siteId, olive) = await OwnedAsync();
        var oscar = await _app.AddPersonAsync("oscar@acme.example", siteId);

        await Task.WhenAll(
            SwallowAsync(People.ChangeRoleAsync(new Caller(olive, siteId), oscar, SiteRole.Viewer)),
            SwallowAsync(People.ChangeRoleAsync(new Caller(oscar, siteId), olive, SiteRole.Viewer)));

        await using var db = await _app.OpenDbAsync();
        (await db.Memberships.CountAsync(place => place.Role == SiteRole.Owner)).Should().Be(1);
    }

    [Theory]
    [InlineData(SiteRole.Viewer)]
    [InlineData(SiteRole.Admin)]
    public async Task Only_owners_change_people(SiteRole role)
    {
        var (siteId, owner) = await OwnedAsync();
        var other = new Caller(await _app.AddPersonAsync("ada@acme.example", siteId, role), siteId);

        await FluentActions.Awaiting(() => People.InviteAsync(other, SiteRole.Owner, null)).Should().ThrowAsync<AccessDenied>();
        await FluentActions.Awaiting(() => People.ChangeRoleAsync(other, other.UserId, SiteRole.Owner)).Should().ThrowAsync<AccessDenied>();
        await FluentActions.Awaiting(() => People.DisableAsync(other, owner)).Should().ThrowAsync<AccessDenied>();
    }

    [Fact]
    public async Task Somebody_who_also_works_elsewhere_stays_signed_in_there()
    {
        var (siteId, owner) = await OwnedAsync();
        var ada = await _app.AddPersonAsync("ada@acme.example", siteId, SiteRole.Admin);
        var elsewhere = await _app.OpenBusinessAsync("Elsewhere");
        await using (var db = await _app.OpenDbAsync())
        {
            db.Add(new Membership(elsewhere, ada, SiteRole.Owner));
            await db.SaveChangesAsync();
        }

        using var browser = _app.Browser();
        await browser.SignInAsync("ada@acme.example");

        await People.DisableAsync(new Caller(owner, siteId), ada);

        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_whose_access_is_turned_off_is_out_at_once()
    {
        var (siteId, owner) = await OwnedAsync();
        var ada = await _app.AddPersonAsync("ada@acme.example", siteId, SiteRole.Admin);
        using var browser = _app.Browser();
        await browser.SignInAsync("ada@acme.example");

        await People.DisableAsync(new Caller(owner, siteId), ada);

        (await browser.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.SignInAsync("ada@acme.example")).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        await People.EnableAsync(new Caller(owner, siteId), ada);
        (await browser.SignInAsync("ada@acme.example")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task People_and_invitations_of_another_site_are_not_found()
    {
        var (siteId, owner) = await OwnedAsync();
        var elsewhere = await _app.OpenBusinessAsync("Elsewhere");
        var stranger = await _app.AddPersonAsync("sten@elsewhere.example", elsewhere);
        var theirs = await People.InviteAsync(new Caller(stranger, elsewhere), SiteRole.Admin, null);
        var olive = new Caller(owner, siteId);

        await FluentActions.Awaiting(() => People.DisableAsync(olive, stranger)).Should().ThrowAsync<NotFoundOnSite>();
        await FluentActions.Awaiting(() => People.WithdrawInvitationAsync(olive, theirs.Id)).Should().ThrowAsync<NotFoundOnSite>();
    }

    private async Task<(Guid SiteId, Guid Owner)> OwnedAsync()
    {
        var siteId = await _app.OpenBusinessAsync();
        return (siteId, await _app.AddPersonAsync("olive@acme.example", siteId));
    }

    private static async Task SwallowAsync(Task attempt)
    {
        try
        {
            await attempt;
        }
        catch (Exception refused) when (refused is AccessDenied or RuleViolation or ChangedByOthers)
        {
            // The slower of the two finds that it lost its right.
        }
    }
}
