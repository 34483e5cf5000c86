using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

public sealed class SettingsReadsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task People_and_invitations_are_those_of_the_owners_site(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (testSite, other) = (stage.Northwind, stage.Harbor);
        var commands = stage.Services.GetRequiredService<PeopleCommands>();
        await commands.InviteAsync(testSite.Owner, SiteRole.Viewer, "ben@northwind.example");
        await commands.InviteAsync(other.Owner, SiteRole.Viewer, "eve@harbor.example");
        stage.Clock.Advance(TimeSpan.FromDays(8));

        var read = await new SitePeople(Door(stage)).ReadAsync(testSite.Owner);

        read.People.Select(person => person.Name).Should().Equal("Adam Admin", "Dora Disabled", "Olivia Owner", "Vera Viewer");
        read.OwnersInForce.Should().Be(1);
        var invitation = read.Invitations.Should().ContainSingle().Subject;
        (invitation.Email, invitation.InvitedBy, invitation.IsExpired).Should().Be(("ben@northwind.example", "Olivia Owner", true));
        invitation.ExpiresAt.Should().Be(new DateTime(2026, 3, 17, 5, 0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Links_count_while_they_show_a_page_to_whoever_holds_them(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var links = new HandedOutLinks(Door(stage));
        await stage.FillAsync(stage.Northwind);
        var turnedOff = await stage.SentAsync(stage.Northwind);
        await stage.Links.TurnOffAsync(stage.Northwind.Admin, turnedOff);

        (await links.CountAsync(stage.Northwind.Owner)).Should().Be(10);
        (await links.CountAsync(stage.Harbor.Owner)).Should().Be(0);

        await stage.Sites.TurnPortalAsync(stage.Northwind.Owner, on: false);
        (await links.CountAsync(stage.Northwind.Owner)).Should().Be(10, because: "they work again once the portal is on");

        stage.Clock.Advance(TimeSpan.FromDays(365));
        (await links.CountAsync(stage.Northwind.Owner)).Should().Be(0);
    }

    [Fact]
    public async Task Nobody_from_outside_reads_a_sites_settings()
    {
        await using var stage = await Stage.OnAsync();
        var access = Door(stage);
        Caller[] strangers =
        [
            new(stage.Oscar, stage.Northwind.SiteId),
            stage.Harbor.Owner with { SiteId = stage.Northwind.SiteId },
            stage.Northwind.Disabled,
        ];

        foreach (var stranger in strangers)
        {
            await FluentActions.Awaiting(() => new SiteSettings(access).ReadAsync(stranger)).Should().ThrowAsync<AccessDenied>();
            await FluentActions.Awaiting(() => new SiteSettings(access).ReadLogoAsync(stranger)).Should().ThrowAsync<AccessDenied>();
            await FluentActions.Awaiting(() => new HandedOutLinks(access).CountAsync(stranger)).Should().ThrowAsync<AccessDenied>();
            await FluentActions.Awaiting(() => new SitePeople(access).ReadAsync(stranger)).Should().ThrowAsync<AccessDenied>();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Settings_are_saved_without_touching_numbers_that_went_on_meanwhile(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var read = await new SiteSettings(Door(stage)).ReadAsync(stage.Northwind.Owner);
        await stage.SentAsync(stage.Northwind);

        await stage.Sites.EditAsync(stage.Northwind.Owner, read.Site.Version, read.Site.ToContent() with { NumberPrefix = "NW-" }, nextInvoiceNumber: null);
        await stage.Sites.SetLogoAsync(stage.Northwind.Owner, new SiteLogo { Png = [1, 2, 3], Width = 4, Height = 5 });

        var site = (await new SiteSettings(Door(stage)).ReadAsync(stage.Northwind.Viewer)).Site;
        (site.NumberPrefix, site.NextInvoiceNumber).Should().Be(("NW-", 2));
        (await new SiteSettings(Door(stage)).ReadLogoAsync(stage.Northwind.Viewer)).Should().Be(new LogoPicture("data:image/png;base64,AQID", 4, 5));
        (await new SiteSettings(Door(stage)).ReadLogoAsync(stage.Harbor.Owner)).Should().BeNull();
    }

    private static SiteAccess Door(Stage stage) => stage.Services.GetRequiredService<SiteAccess>();
}
