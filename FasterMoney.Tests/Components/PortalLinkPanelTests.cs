using Bunit;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Admin.Workspace;
using MudBlazor;

namespace FasterMoney.Tests.Components;

public class PortalLinkPanelTests : AdminContext
{
    private const string Url = "https://pay.northwind.example/pay/abc";

    private static readonly PortalLinkDetails Available = new()
    {
        InvoiceId = Guid.NewGuid(),
        Invoice = "INV-7",
        Customer = "Pine Street Dental",
        Balance = "$20.00",
        IsOwed = true,
        Due = "1 Dec 2026",
        Host = "pay.northwind.example",
        Url = Url,
        Exists = true,
        WorksThrough = "31 Mar 2027",
        LastCopied = new Noted(Now.AddMinutes(-3), "Olivia Sample"),
        LastPreviewed = new Noted(Now.AddDays(-1), "Ben Ode"),
    };

    [Fact]
    public void The_panel_tells_whose_link_it_is_and_what_became_of_it()
    {
        var panel = Found.NameOf(ShowPanel(Available).Find("section h3"));
        var text = string.Join(' ', ShowPanel(Available).Find("section").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        panel.Should().Be("Portal link");
        text.Should().Contain("Pine Street Dental · INV-7 · $20.00 due 1 Dec 2026").And.Contain("pay.northwind.example")
            .And.Contain("3 min ago by Olivia Sample").And.Contain("yesterday, 13:00 by Ben Ode").And.Contain("Not opened yet, as far as browsers tell")
            .And.Contain("Not previewed since the last change");
    }

    [Fact]
    public void The_panel_tells_how_sure_it_is_that_the_customer_opened_the_page()
    {
        Opened(Now.AddMinutes(-3), null).Should().Be("3 min ago In a browser that says a person opened it");
        Opened(null, Now.AddMinutes(-5)).Should().Be("Not opened yet, as far as browsers tell Perhaps 5 min ago, by something that does not say what it is");
        Opened(Now.AddMinutes(-9), Now.AddMinutes(-5)).Should().StartWith("9 min ago In a browser").And.Contain("Perhaps 5 min ago");

        string Opened(DateTime? person, DateTime? unclear)
        {
            var term = ShowPanel(Available with { LastOpened = person, LastUnclear = unclear }).FindAll("dt").Single(term => term.TextContent == "Opened by customer");
            return string.Join(' ', term.NextElementSibling!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void Open_portal_is_a_real_link_to_the_customers_page_whose_click_previews()
    {
        var link = ShowPanel(Available).Link("Open portal");

        link.GetAttribute("href").Should().Be(Url);
        link.GetAttribute("target").Should().Be("_blank");
        link.GetAttribute("rel").Should().Contain("noopener");
        link.GetAttribute("data-preview").Should().Be($"/preview/{Available.InvoiceId}");
    }

    [Fact]
    public void Copying_needs_no_server_and_says_nothing_before_it_happened()
    {
        var page = ShowPanel(Available);

        page.Button("Copy portal link").GetAttribute("data-copy").Should().Be(Url);
        page.Find("[role=status]").TextContent.Should().BeEmpty();
    }

    [Fact]
    public void An_unavailable_link_keeps_both_actions_in_sight_and_lists_every_reason_with_its_fix()
    {
        LinkFix? chosen = null;
        var page = ShowPanel(
            Available with { Url = null, Exists = false, Blockers = [LinkBlocker.Of(LinkBlockerCode.NotSent), LinkBlocker.Of(LinkBlockerCode.PortalRouteNotConfigured)] },
            p => p.Add(panel => panel.Fix, fix => chosen = fix));

        page.Button("Copy portal link").HasAttribute("disabled").Should().BeTrue();
        page.Button("Copy portal link").HasAttribute("data-copy").Should().BeFalse();
        page.Link("Open portal").HasAttribute("href").Should().BeFalse();
        page.Link("Open portal").GetAttribute("aria-disabled").Should().Be("true");
        page.FindAll("li").Should().HaveCount(2);
        page.Button("Configure portal route").HasAttribute("disabled").Should().BeFalse();

        page.Button("Mark as sent").Click();

        chosen.Should().Be(LinkFix.MarkAsSent);
    }

    [Theory]
    [InlineData(LinkBlockerCode.PortalRouteTurnedOff, "Turn on portal route")]
    [InlineData(LinkBlockerCode.LinkTurnedOff, "Turn on link")]
    [InlineData(LinkBlockerCode.LinkExpired, "Extend")]
    [InlineData(LinkBlockerCode.NewLinkNeeded, "Make a new link")]
    public void Each_reason_has_its_button(LinkBlockerCode code, string button) =>
        ShowPanel(Available with { Url = null, Blockers = [LinkBlocker.Of(code)] }).HasButton(button).Should().BeTrue();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Turning_off_a_link_is_asked_about_when_the_customer_has_opened_it(bool wasOpened)
    {
        var turnedOff = 0;
        var dialogs = Render<MudDialogProvider>();
        var page = ShowPanel(Available with { LastOpened = wasOpened ? Now.AddDays(-1) : null }, p => p.Add(panel => panel.TurnedOff, () => turnedOff++));

        page.Button("Turn off link").Click();

        if (wasOpened)
        {
            dialogs.WaitForAssertion(() => dialogs.Markup.Should().Contain("The customer has opened it."));
            turnedOff.Should().Be(0);
            dialogs.Button("Turn off now").Click();
        }

        await Support.Eventually.AssertAsync(() => turnedOff.Should().Be(1));
    }

    [Fact]
    public void A_viewer_copies_and_previews_but_changes_nothing()
    {
        var page = ShowPanel(Available, mayChange: false);

        page.Button("Copy portal link").HasAttribute("disabled").Should().BeFalse();
        page.HasButton("Replace link").Should().BeFalse();
        page.HasButton("Turn off link").Should().BeFalse();
        page.HasButton("Extend the link").Should().BeFalse();
    }

    [Fact]
    public void The_code_to_scan_is_drawn_when_asked_for()
    {
        var page = ShowPanel(Available);
        page.FindAll("svg").Should().BeEmpty();

        page.Button("Show QR code").Click();

        Found.NameOf(page.Find("[role=img]")).Should().Be("QR code of the portal link");
        page.FindAll("[role=img] svg").Should().ContainSingle();
    }

    [Fact]
    public async Task Replacing_asks_first()
    {
        var replaced = 0;
        var dialogs = Render<MudDialogProvider>();
        var page = ShowPanel(Available, p => p.Add(panel => panel.Replaced, () => replaced++));

        // The click's own task ends with the answer, so it is awaited last.
        var click = page.Button("Replace link").ClickAsync(new());
        dialogs.WaitForAssertion(() => dialogs.HasButton("Keep the link").Should().BeTrue());
        replaced.Should().Be(0);
        await dialogs.Button("Replace now").ClickAsync(new());
        await click;

        replaced.Should().Be(1);
    }

    private IRenderedComponent<PortalLinkPanel> ShowPanel(
        PortalLinkDetails link, Action<ComponentParameterCollectionBuilder<PortalLinkPanel>>? more = null, bool mayChange = true) =>
        Show<PortalLinkPanel>(p =>
        {
            p.Add(panel => panel.Link, link).Add(panel => panel.MayChange, mayChange);
            more?.Invoke(p);
        });
}
