using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components.Settings;

public sealed class PeoplePageTests : SettingsContext
{
    [Fact]
    public void The_last_owner_stays_and_the_reason_is_shown()
    {
        var page = ShowToOwner<PeoplePage>();

        Field(page, "Role of Olivia Owner").HasAttribute("disabled").Should().BeTrue();
        var button = Button(page, "Turn off access of Olivia Owner")!;
        button.HasAttribute("disabled").Should().BeTrue();
        page.Find($"#{button.GetAttribute("aria-describedby")}").TextContent.Should().Be("This is the last owner. Make somebody else an owner first.");
        Button(page, "Turn on access of Dora Disabled").Should().NotBeNull();
    }

    [Fact]
    public async Task A_role_is_changed_where_it_is_shown_and_a_second_owner_sets_the_first_free()
    {
        var page = ShowToOwner<PeoplePage>();

        Field(page, "Role of Adam Admin").Change("Owner");

        page.WaitForAssertion(() => Button(page, "Turn off access of Olivia Owner")!.HasAttribute("disabled").Should().BeFalse());
        page.Markup.Should().Contain("Adam Admin is now Owner");
        (await RoleOfAsync(TestSite.Admin)).Should().Be(SiteRole.Owner);
    }

    [Fact]
    public async Task Turning_access_off_asks_first()
    {
        var page = ShowToOwner<PeoplePage>();

        Press(page, "Turn off access of Vera Viewer");
        Answer("Cancel").Should().Contain("What they did stays");
        (await PlaceOfAsync(TestSite.Viewer)).Disabled.Should().BeFalse();

        Press(page, "Turn off access of Vera Viewer");
        Answer("Turn off access");
        page.WaitForAssertion(() => Button(page, "Turn on access of Vera Viewer").Should().NotBeNull());

        Press(page, "Turn on access of Vera Viewer");
        page.WaitForAssertion(() => Button(page, "Turn off access of Vera Viewer").Should().NotBeNull());
        (await PlaceOfAsync(TestSite.Viewer)).Disabled.Should().BeFalse();
    }

    [Fact]
    public async Task Whose_invitations_end_with_their_rights_is_said()
    {
        var people = Services.GetRequiredService<PeopleCommands>();
        await people.ChangeRoleAsync(TestSite.Owner, TestSite.Admin.UserId, SiteRole.Owner);
        await people.InviteAsync(TestSite.Admin, SiteRole.Owner, "eve@northwind.example");
        var page = ShowToOwner<PeoplePage>();
        page.Markup.Should().Contain("eve@northwind.example");

        Field(page, "Role of Adam Admin").Change("Admin");

        page.WaitForAssertion(() => page.Markup.Should().Contain("Adam Admin is now Admin. 1 open invitation of theirs ended with it.").And.NotContain("eve@northwind.example"));
    }

    [Fact]
    public async Task An_invitation_that_a_restore_ended_says_so()
    {
        await Services.GetRequiredService<PeopleCommands>().InviteAsync(TestSite.Owner, SiteRole.Admin, "eve@northwind.example");
        await using (var db = await Stage.OpenDbAsync())
            (await AfterRestore.StopAsync(db, Cast.Now, default)).Invitations.Should().Be(1);

        var page = ShowToOwner<PeoplePage>();

        page.Markup.Should().Contain("Ended when a backup was restored").And.NotContain("Works until");
        Button(page, "Revoke the invitation of eve@northwind.example").Should().NotBeNull();
    }

    [Fact]
    public void An_invitation_link_is_shown_once_and_the_invitation_can_be_revoked()
    {
        var page = ShowToOwner<PeoplePage>();

        Field(page, "E-mail").Input("nobody");
        Press(page, "Make invitation link");
        page.WaitForAssertion(() => ReasonAt(page, "E-mail").Should().Contain("This is not an e-mail address."));

        Field(page, "E-mail").Input("ben@northwind.example");
        Press(page, "Make invitation link");
        page.WaitForAssertion(() => page.Find("#invitation-link").GetAttribute("value").Should().StartWith("http://localhost/account/invite/"));
        Button(page, "Copy invitation link")!.GetAttribute("data-copy").Should().Be(page.Find("#invitation-link").GetAttribute("value"));

        Press(page, "Hide link");
        page.Markup.Should().NotContain("/account/invite/").And.Contain("ben@northwind.example");
        ShowToOwner<PeoplePage>().Markup.Should().NotContain("/account/invite/");

        page.WaitForState(() => Button(page, "Revoke the invitation of ben@northwind.example") is not null);
        Press(page, "Revoke the invitation of ben@northwind.example");
        page.WaitForAssertion(() => page.Markup.Should().NotContain("ben@northwind.example"));
    }

    [Fact]
    public void A_link_for_a_colleagues_new_password_is_shown_once()
    {
        var page = ShowToOwner<PeoplePage>();

        page.FindComponents<PersonRecovery>().Should().HaveCount(2, "there is none for oneself, nor for who is turned off");
        var adam = page.FindComponents<PersonRecovery>().First(each => each.Markup.Contains("Adam Admin", StringComparison.Ordinal));
        adam.Press("Make password link");
        adam.WaitForAssertion(() => adam.Find("input").GetAttribute("value").Should().StartWith("http://localhost/account/new-password/"));

        adam.Press("Hide link");
        page.Markup.Should().NotContain("/account/new-password/");
    }

    [Fact]
    public void Asking_everybody_for_a_second_step_needs_ones_own_first()
    {
        var page = ShowToOwner<PeoplePage>();
        page.Markup.Should().Contain("password alone");

        page.Find("input[type=checkbox]").Change(true);

        page.WaitForAssertion(() => page.Find("[role=alert].fm-notice").TextContent.Should().StartWith("Set up your own second step"));
        page.Find("input[type=checkbox]").HasAttribute("checked").Should().BeFalse();
    }

    [Theory]
    [InlineData("203.0.113.9")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void An_owner_reads_what_to_set_for_a_proxy_that_is_not_known(string address)
    {
        Services.GetRequiredService<UnknownProxy>().Note(address);

        ShowToOwner<PeoplePage>().Markup.Should().Contain($"Proxy__KnownProxies={address}");
        ShowTo<PeoplePage>(TestSite.Admin, SiteRole.Admin).Markup.Should().NotContain(address);
    }

    [Theory]
    [InlineData(SiteRole.Viewer)]
    [InlineData(SiteRole.Admin)]
    public void Others_see_a_plain_sentence_and_nobodys_address(SiteRole role)
    {
        var page = ShowTo<PeoplePage>(role == SiteRole.Viewer ? TestSite.Viewer : TestSite.Admin, role);

        page.Find("[role=note]").TextContent.Should().Be("Only owners see and change who belongs to this business.");
        page.Markup.Should().NotContain("Olivia").And.NotContain("@people.example");
        page.FindAll("button").Should().BeEmpty();
    }

    private Task<Membership> PlaceOfAsync(Caller person) =>
        Stage.ReadAsync(db => Task.FromResult(db.Memberships.Single(place => place.SiteId == TestSite.SiteId && place.UserId == person.UserId)));

    private async Task<SiteRole> RoleOfAsync(Caller person) => (await PlaceOfAsync(person)).Role;
}
