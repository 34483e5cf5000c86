using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using static FasterMoney.Domain.PortalLinks.LinkBlockerCode;

namespace FasterMoney.Tests.Domain;

public sealed class PortalLinkAvailabilityTests
{
    private static readonly LinkFacts Fine = new()
    {
        InvoiceId = Guid.Empty, SendState = SendState.Sent, DueDate = Cast.Today.AddDays(30), ClosedOn = null, RouteConfigured = true, RouteOn = true,
        UnpaidDays = LinkPolicy.Default.UnpaidDays, SettledDays = LinkPolicy.Default.SettledDays,
        LinkExists = true, LinkTurnedOff = false, GuaranteedThrough = null, Today = Cast.Today,
    };

    [Fact]
    public void With_nothing_against_it_it_is_available()
    {
        var verdict = PortalLinkAvailability.Of(Fine);
        verdict.IsAvailable.Should().BeTrue();
        verdict.ShowsPage.Should().BeTrue();
        verdict.Text.Should().BeEmpty();
        verdict.WorksThrough.Should().Be(Cast.Today.AddDays(150));
    }

    public static TheoryData<LinkBlockerCode, LinkFacts, LinkFix> EachAlone => new()
    {
        { NotSent, Fine with { SendState = SendState.Draft }, LinkFix.MarkAsSent },
        { NotSent, Fine with { SendState = SendState.Draft, LinkExists = false }, LinkFix.MarkAsSent },
        { PortalRouteNotConfigured, Fine with { RouteConfigured = false, RouteOn = false }, LinkFix.ConfigureRoute },
        { PortalRouteTurnedOff, Fine with { RouteOn = false }, LinkFix.TurnOnRoute },
        { LinkTurnedOff, Fine with { LinkTurnedOff = true }, LinkFix.TurnOnLink },
        { LinkExpired, Fine with { DueDate = Cast.Today.AddDays(-121) }, LinkFix.Extend },
        { LinkBlockerCode.Void, Fine with { SendState = SendState.Void, ClosedOn = Cast.Today }, LinkFix.None },
        { NewLinkNeeded, Fine with { LinkExists = false, LinkShowable = false }, LinkFix.MakeNewLink },
        { NewLinkNeeded, Fine with { LinkShowable = false }, LinkFix.MakeNewLink },
    };

    [Theory, MemberData(nameof(EachAlone))]
    public void Each_reason_alone_makes_it_unavailable_and_names_its_fix(LinkBlockerCode code, LinkFacts facts, LinkFix fix)
    {
        var verdict = PortalLinkAvailability.Of(facts);
        verdict.IsAvailable.Should().BeFalse();
        verdict.Blockers.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = code, Fix = fix });
        verdict.Text.Should().Be(verdict.Blockers[0].Sentence).And.EndWith(".");
        verdict.CanUse.Text.Should().Be(verdict.Text);
        verdict.Blockers[0].Advice.Should().EndWith(".");
        (verdict.Blockers[0].Button is null).Should().Be(fix == LinkFix.None, "each fix has a button");
        verdict.ShowsPage.Should().Be(code == LinkBlockerCode.Void, "a void invoice's page stays as a statement");
    }

    [Fact]
    public void Every_code_is_proved_alone() =>
        EachAlone.Select(row => (LinkBlockerCode)row[0]).Distinct().Should().BeEquivalentTo(Enum.GetValues<LinkBlockerCode>());

    [Fact]
    public void All_reasons_come_out_together()
    {
        var worst = Fine with { SendState = SendState.Void, ClosedOn = Cast.Today.AddDays(-61), RouteOn = false, LinkTurnedOff = true };
        PortalLinkAvailability.Of(worst).Blockers.Select(blocker => blocker.Code)
            .Should().BeEquivalentTo([LinkBlockerCode.Void, PortalRouteTurnedOff, LinkTurnedOff, LinkExpired]);
        PortalLinkAvailability.Of(worst).ShowsPage.Should().BeFalse();

        var draft = Fine with { SendState = SendState.Draft, RouteConfigured = false, RouteOn = false, LinkTurnedOff = true };
        PortalLinkAvailability.Of(draft).Blockers.Select(blocker => blocker.Code).Should().BeEquivalentTo([NotSent, PortalRouteNotConfigured, LinkTurnedOff]);
    }

    [Fact]
    public void Every_combination_gives_exactly_its_reasons()
    {
        foreach (var state in Enum.GetValues<SendState>())
        {
            for (var bits = 0; bits < 64; bits++)
            {
                var (configured, on, exists, off, late, showable) = ((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0, (bits & 16) > 0, (bits & 32) > 0);
                var facts = Fine with
                {
                    SendState = state, RouteConfigured = configured, RouteOn = configured && on, LinkExists = exists,
                    LinkTurnedOff = exists && off, LinkShowable = showable, DueDate = Cast.Today.AddDays(late ? -121 : -120),
                };
                var expected = new (LinkBlockerCode Code, bool Holds)[]
                {
                    (NotSent, state == SendState.Draft), (LinkBlockerCode.Void, state == SendState.Void), (PortalRouteNotConfigured, !configured),
                    (PortalRouteTurnedOff, configured && !on), (NewLinkNeeded, state != SendState.Draft && !(exists && showable)), (LinkTurnedOff, exists && off),
                    (LinkExpired, exists && late && state != SendState.Draft),
                };
                PortalLinkAvailability.Of(facts).Blockers.Select(blocker => blocker.Code)
                    .Should().BeEquivalentTo(expected.Where(each => each.Holds).Select(each => each.Code), "of {0}", facts);
            }
        }
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Unpaid_it_works_120_days_after_the_due_date(int days, bool available) =>
        PortalLinkAvailability.Of(Fine with { Today = Fine.DueDate.AddDays(days) }).IsAvailable.Should().Be(available);

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Settled_it_works_60_days_after_that(int days, bool available) =>
        PortalLinkAvailability.Of(Fine with { ClosedOn = Cast.Today, Today = Cast.Today.AddDays(days) }).IsAvailable.Should().Be(available);

    [Fact]
    public void The_sites_policy_and_a_guarantee_count()
    {
        var brief = Fine with { UnpaidDays = 1, SettledDays = 1, Today = Fine.DueDate.AddDays(2) };
        PortalLinkAvailability.Of(brief).IsAvailable.Should().BeFalse();
        PortalLinkAvailability.Of(brief with { GuaranteedThrough = brief.Today }).IsAvailable.Should().BeTrue();
        PortalLinkAvailability.Of(brief with { GuaranteedThrough = brief.Today.AddDays(-1) }).IsAvailable.Should().BeFalse();
        PortalLinkAvailability.Of(Fine with { GuaranteedThrough = Cast.Today }).WorksThrough.Should().Be(Cast.Today.AddDays(150), "a guarantee only lengthens");
    }

    [Fact]
    public void Sorting_and_counting_ask_as_if_the_route_were_on()
    {
        var off = Fine with { RouteConfigured = false, RouteOn = false };
        PortalLinkAvailability.WorksThroughWithRoute(off with { Today = Cast.Today.AddYears(9) }).Should().Be(Fine.DueDate.AddDays(120), "a day is compared later");
        PortalLinkAvailability.WorksThroughWithRoute(off with { LinkTurnedOff = true }).Should().BeNull();
        PortalLinkAvailability.ShowsPageWithRoute(off).Should().BeTrue();
        PortalLinkAvailability.ShowsPageWithRoute(off with { SendState = SendState.Void, ClosedOn = Cast.Today }).Should().BeTrue();
        PortalLinkAvailability.ShowsPageWithRoute(off with { LinkTurnedOff = true }).Should().BeFalse();
    }

    [Fact]
    public void What_holds_for_a_whole_site_is_said_once()
    {
        var site = Cast.NorthwindOnline();
        PortalLinkAvailability.OfSite(site).Should().BeEmpty();
        site.TurnPortal(false, Cast.Adam, Cast.Now);
        PortalLinkAvailability.OfSite(site).Should().ContainSingle().Which.Code.Should().Be(PortalRouteTurnedOff);
        PortalLinkAvailability.OfSite(Cast.Northwind()).Should().ContainSingle().Which.Code.Should().Be(PortalRouteNotConfigured);
    }

    [Fact]
    public void The_objects_give_the_same_verdict_as_their_facts()
    {
        var site = Cast.NorthwindOnline();
        var invoice = Cast.Sent(site);
        var link = new PortalLink(invoice, Guid.NewGuid(), [], "", Cast.Adam, Cast.Now);
        PortalLinkAvailability.Of(invoice, site, link, Cast.Now).Should().BeEquivalentTo(PortalLinkAvailability.Of(Fine));

        invoice.Pay(100_00, Cast.Today.AddDays(-61));
        PortalLinkAvailability.Of(invoice, site, link, Cast.Now).Blockers.Should().ContainSingle().Which.Code.Should().Be(LinkExpired);
        PortalLinkAvailability.Of(invoice, Cast.Northwind(), null, Cast.Now).Blockers.Select(blocker => blocker.Code)
            .Should().BeEquivalentTo([PortalRouteNotConfigured, NewLinkNeeded]);
    }
}
