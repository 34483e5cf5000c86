using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

/// <summary>What the drawer of an invoice and the bar say of follow-ups.</summary>
public class FollowUpsElsewhereTests : FollowUpContext
{
    [Fact]
    public async Task The_drawer_of_an_invoice_lists_what_is_open()
    {
        var invoice = await Stage.SentAsync(TestSite);
        var id = await Stage.FollowUps.CreateAsync(TestSite.Admin, invoice, DueToday);
        var done = await Stage.FollowUps.CreateAsync(TestSite.Admin, invoice, DueToday with { Title = "Was done" });
        await Stage.FollowUps.CompleteAsync(TestSite.Admin, done, 1);
        var details = await Services.GetRequiredService<DrawerInvoices>().FindAsync(TestSite.Admin, invoice);

        var drawer = Show<InvoiceFollowUps>(p => p.Add(x => x.FollowUps, details!.FollowUps));

        var link = drawer.FindAll("section li a").Should().ContainSingle().Subject;
        (link.TextContent, link.GetAttribute("href")).Should().Be(("Ask Ada about the invoice", $"/follow-ups?followup={id}"));
        drawer.Find("li").TextContent.Should().Contain("10 Mar 2026").And.Contain("Today").And.Contain("You");
    }

    [Fact]
    public async Task The_bar_counts_what_is_due_as_it_happens_and_at_midnight()
    {
        var invoice = await Stage.SentAsync(TestSite);
        var bar = Show<MainNavigation>(p => p.Add(x => x.CurrentSite, new CurrentSite(TestSite.Admin.UserId, "Adam Admin", TestSite.SiteId, "Northwind", SiteRole.Admin, "en-US", "America/New_York", [])));
        NamesIn(bar).Should().Contain("Follow-ups");

        var id = await Stage.FollowUps.CreateAsync(TestSite.Owner, invoice, DueToday);
        await Stage.FollowUps.CreateAsync(TestSite.Owner, invoice, DueToday with { DueOn = Cast.Today.AddDays(1) });
        bar.WaitForAssertion(() => NamesIn(bar).Should().Contain("Follow-ups, 1 due"));

        // It is five in the morning in New York.
        Stage.Clock.Advance(TimeSpan.FromHours(19.1));
        bar.WaitForAssertion(() => NamesIn(bar).Should().Contain("Follow-ups, 2 due"));
        await Stage.FollowUps.CompleteAsync(TestSite.Admin, id, 1);
        bar.WaitForAssertion(() => NamesIn(bar).Should().Contain("Follow-ups, 1 due"));
    }

    private static IEnumerable<string> NamesIn(IRenderedComponent<MainNavigation> bar) => bar.FindAll("a").Select(Found.NameOf);
}
