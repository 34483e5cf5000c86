using System.Globalization;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class SiteTests
{
    [Theory]
    [InlineData("INV-", 1, "INV-0001")]
    [InlineData("", 42, "0042")]
    [InlineData("2026/", 12345, "2026/12345")]
    public void A_number_has_its_prefix_and_four_digits_at_least(string prefix, long sequence, string printed) =>
        new InvoiceNumber(prefix, sequence).ToString().Should().Be(printed);

    [Fact]
    public void Numbers_follow_each_other()
    {
        var site = Cast.Northwind();
        Enumerable.Range(0, 3).Select(_ => site.TakeInvoiceNumber().ToString()).Should().Equal("INV-0001", "INV-0002", "INV-0003");
    }

    [Fact]
    public void Numbering_can_jump_ahead_and_never_back()
    {
        var site = Cast.Northwind();
        site.ContinueNumbersAt(100, Cast.Adam, Cast.Now);
        site.TakeInvoiceNumber().Sequence.Should().Be(100);
        var back = () => site.ContinueNumbersAt(100, Cast.Adam, Cast.Now);
        back.Should().Throw<RuleViolation>().WithMessage("*Choose 101 or more*");
    }

    [Fact]
    public void Two_prefixes_can_never_print_the_same_number()
    {
        // INV-1 with 0012 and INV- with 10012 would both be INV-10012.
        var ended = SiteContent.New("Northwind", "USD", "UTC") with { NumberPrefix = "INV-1" };
        ended.Check().Reasons.Should().ContainSingle().Which.Field.Should().Be(nameof(SiteContent.NumberPrefix));
        (ended with { NumberPrefix = "INV-1-" }).Check().IsAllowed.Should().BeTrue();
        (ended with { NumberPrefix = "" }).Check().IsAllowed.Should().BeTrue();
    }

    [Theory]
    [InlineData("America/New_York", "2026-03-10T03:59:59Z", "2026-03-09")]
    [InlineData("America/New_York", "2026-03-10T04:00:00Z", "2026-03-10")]
    [InlineData("Pacific/Auckland", "2026-03-10T11:00:00Z", "2026-03-11")]
    [InlineData("UTC", "2026-03-10T23:59:59Z", "2026-03-10")]
    public void The_day_turns_at_midnight_at_the_site(string zone, string moment, string day) =>
        Cast.Northwind(zone: zone).Today(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture).UtcDateTime)
            .Should().Be(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var wrong = new SiteContent("", new string('x', 201), new string('x', 1001), "nobody", new string('x', 51), "XXX", "Mars/Base", "tlh",
            "INV !", 366, new string('x', 2001), new LinkPolicy(0, 3651));
        wrong.Check().Reasons.Select(reason => reason.Field).Should().BeEquivalentTo(
            "Name", "LegalName", "Address", "ContactEmail", "ContactPhone", "CurrencyCode", "TimeZoneId", "Language", "NumberPrefix",
            "PaymentTermDays", "PaymentInstructions", "UnpaidDays", "SettledDays");
        var open = () => new Site(wrong, Cast.Now);
        open.Should().Throw<RuleViolation>().Which.Reasons.Should().HaveCount(13);
    }

    [Fact]
    public void Settings_come_back_as_they_were_entered_and_grow_the_version()
    {
        var site = Cast.Northwind();
        var content = site.ToContent() with { Address = "  1 Pier\r\nBoston ", LinkPolicy = new LinkPolicy(30, 5) };
        site.Edit(content, Cast.Adam, Cast.Now);
        site.ToContent().Should().Be(content with { Address = "1 Pier\nBoston" });
        site.Version.Should().Be(2);
        site.NewActivity.Should().ContainSingle().Which.Kind.Should().Be(ActivityKind.SiteChanged);
    }

    [Fact]
    public void The_portal_needs_a_route_to_be_turned_on_or_off()
    {
        var site = Cast.Northwind();
        site.CanTurnPortal().Text.Should().Be("Configure the portal route first.");
        var turn = () => site.TurnPortal(true, Cast.Adam, Cast.Now);
        turn.Should().Throw<RuleViolation>();

        site.ConfigurePortal(PortalRoute.Parse("https://pay.northwind.example", "Pay"), Cast.Adam, Cast.Now);
        site.PortalOn.Should().BeTrue();
        site.Portal!.UrlFor("TOKEN").Should().Be("https://pay.northwind.example/pay/TOKEN");
        site.TurnPortal(false, Cast.Adam, Cast.Now);
        site.TurnPortal(false, Cast.Adam, Cast.Now);
        site.PortalOn.Should().BeFalse();
        site.Version.Should().Be(3, "turning it off twice changes nothing");
    }

    [Fact]
    public void The_last_owner_in_force_stays()
    {
        var last = new Membership(Guid.NewGuid(), Guid.NewGuid(), SiteRole.Owner);
        last.CanChangeRole(SiteRole.Admin, ownersInForce: 1).IsAllowed.Should().BeFalse();
        last.CanChangeRole(SiteRole.Owner, ownersInForce: 1).IsAllowed.Should().BeTrue();
        last.CanDisable(ownersInForce: 1).Text.Should().Contain("last owner");
        Action[] acts = [() => last.ChangeRole(SiteRole.Viewer, 1), () => last.Disable(1)];
        acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>());

        last.Disable(ownersInForce: 2);
        last.Disabled.Should().BeTrue();
        last.CanChangeRole(SiteRole.Viewer, ownersInForce: 1).IsAllowed.Should().BeTrue("who is kept out is not the last owner in force");
        last.Enable();
        last.ChangeRole(SiteRole.Viewer, ownersInForce: 2);
        last.CanDisable(ownersInForce: 1).IsAllowed.Should().BeTrue();
    }

    [Theory]
    [InlineData(1, 3650, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 3651, false)]
    public void A_link_policy_has_one_day_to_ten_years(int unpaid, int settled, bool allowed) =>
        new LinkPolicy(unpaid, settled).Check().IsAllowed.Should().Be(allowed);

    [Fact]
    public void Links_work_120_days_unpaid_and_60_settled_unless_said_otherwise() => LinkPolicy.Default.Should().Be(new LinkPolicy(120, 60));
}
