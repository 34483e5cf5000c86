using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public class FollowUpPagesTests : EditorContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private FollowUpContent DueToday => Cast.FollowUp(TestSite.Admin.UserId) with { DueOn = Cast.Today };

    [Fact]
    public async Task Opening_the_dialog_stores_nothing_and_saving_it_does()
    {
        var invoice = await Stage.SentAsync(TestSite);
        var acts = await ShowActsAsync(invoice);

        acts.PressAct("Prepare follow-up");
        Dialogs.WaitForAssertion(() => Dialogs.Field("What is to be done").GetAttribute("value").Should().Be("Ask Ada's Bakery about INV-0001"));
        Dialogs.Field("Due date").GetAttribute("value").Should().Be("2026-04-10");
        Dialogs.Field("Assignee").QuerySelectorAll("option").Select(option => option.TextContent).Should().Equal("Adam Admin (you)", "Olivia Owner", "Vera Viewer");
        (await CountAsync()).Should().Be(0);
        Dialogs.Press("Cancel");
        await EventuallyAsync(() => Dialogs.FindAll("[role=dialog]").Should().BeEmpty());
        (await CountAsync()).Should().Be(0);

        acts.PressAct("Prepare follow-up");
        Dialogs.WaitForState(() => Dialogs.FindAll("select").Count == 1);
        Dialogs.Field("Assignee").Change(TestSite.Viewer.UserId.ToString());
        Dialogs.Type("Note", "INTERNAL NOTE: after ten");
        Dialogs.Press("Save follow-up");
        acts.WaitForAssertion(() => acts.Find("[role=status]").TextContent.Should().Be("Follow-up saved"));
        (await SingleAsync()).Should().BeEquivalentTo(new { InvoiceId = invoice, AssigneeUserId = TestSite.Viewer.UserId, Note = "INTERNAL NOTE: after ten", State = FollowUpState.Open, PreparedBy = "Adam Admin" });
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_stored()
    {
        var acts = await ShowActsAsync(await Stage.SentAsync(TestSite));
        acts.PressAct("Prepare follow-up");
        Dialogs.WaitForState(() => Dialogs.FindAll("select").Count == 1);

        Dialogs.Type("What is to be done", " ");
        Dialogs.Field("Due date").Change("2026-03-09");
        Dialogs.Press("Save follow-up");

        Dialogs.ReasonAt("What is to be done").Should().Be("Say what is to be done.");
        Dialogs.ReasonAt("Due date").Should().Be("Choose today or a later day.");
        (await CountAsync()).Should().Be(0);
        Dialogs.Type("What is to be done", "Call Ada");
        Dialogs.ReasonAt("What is to be done").Should().BeEmpty();
    }

    [Fact]
    public async Task Who_edits_second_is_told_what_the_other_wrote_and_keeps_what_was_typed()
    {
        var id = await Stage.FollowUps.CreateAsync(TestSite.Admin, await Stage.SentAsync(TestSite), DueToday);
        var page = Show($"/follow-ups?followup={id}");
        page.WaitForAssertion(() => page.HasButton("Edit").Should().BeTrue());
        page.Press("Edit");
        Dialogs.WaitForState(() => Dialogs.FindAll("select").Count == 1);
        await Stage.FollowUps.EditAsync(TestSite.Owner, id, 1, DueToday with { Title = "Write to Ada" });

        Dialogs.Type("What is to be done", "Call Ada");
        Dialogs.Press("Save follow-up");
        Dialogs.WaitForAssertion(() => Dialogs.Find("[role=alert]").TextContent.Should().Contain("“Write to Ada”").And.Contain("for You"));
        Dialogs.Field("What is to be done").GetAttribute("value").Should().Be("Call Ada");
        Dialogs.Press("Save follow-up");

        await EventuallyAsync(() => Dialogs.FindAll("[role=dialog]").Should().BeEmpty());
        (await SingleAsync()).Title.Should().Be("Call Ada");
    }

    [Fact]
    public async Task One_click_ticks_it_off_and_one_puts_it_back()
    {
        await Stage.FollowUps.CreateAsync(TestSite.Admin, await Stage.SentAsync(TestSite), DueToday);
        var page = Show("/follow-ups");
        page.WaitForAssertion(() => page.Find("nav[aria-label='Filter follow-ups'] a").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Should().Equal("Mine1"));

        page.Press("Mark “Ask Ada about the invoice” as done");
        page.WaitForAssertion(() => page.FindAll("tbody tr").Should().BeEmpty());
        page.Markup.Should().Contain("Nothing waits for you");
        page.WaitForAssertion(() => page.Find("[role=status] .undo").TextContent.Should().Contain("Done: Ask Ada about the invoice"));
        (await SingleAsync()).State.Should().Be(FollowUpState.Done);

        page.Press("Undo");
        page.WaitForAssertion(() => page.FindAll("tbody tr").Should().ContainSingle());
        (await SingleAsync()).State.Should().Be(FollowUpState.Open);
        page.WaitForAssertion(() => page.HasButton("Undo").Should().BeFalse());
    }

    [Fact]
    public async Task A_suggestion_is_announced_and_confirmed_or_dismissed()
    {
        var invoice = await Stage.SentAsync(TestSite);
        var page = Show("/follow-ups");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Nothing waits for you"));
        page.FindAll("nav a").Select(tab => tab.TextContent.Trim()).Should().NotContain(text => text.StartsWith("Proposed"));

        await Stage.FollowUps.ProposeAsync(TestSite.Admin, invoice, DueToday with { Title = "First" });
        await Stage.FollowUps.ProposeAsync(TestSite.Admin, invoice, DueToday with { Title = "Second" });
        page.WaitForAssertion(() => page.Find("p.suggested").TextContent.Should().Contain("Faster AI suggested 2 follow-ups"));
        page.Find("p.suggested a").GetAttribute("href").Should().Be("/follow-ups?tab=proposed");

        page = Show("/follow-ups?tab=proposed");
        page.WaitForAssertion(() => page.FindAll("tbody tr").Should().HaveCount(2));
        page.Press("Confirm “First”");
        Dialogs.WaitForAssertion(() => Dialogs.Field("What is to be done").GetAttribute("value").Should().Be("First"));
        (await StateOfAsync("First")).Should().Be(FollowUpState.Proposed);
        Dialogs.Press("Confirm follow-up");
        await EventuallyAsync(() => Dialogs.FindAll("[role=dialog]").Should().BeEmpty());
        (await StateOfAsync("First")).Should().Be(FollowUpState.Open);

        page.WaitForAssertion(() => page.FindAll("tbody tr").Should().ContainSingle());
        page.Press("Dismiss “Second”");
        page.WaitForAssertion(() => page.HasButton("Undo").Should().BeTrue());
        (await StateOfAsync("Second")).Should().Be(FollowUpState.Dismissed);
        page.Press("Undo");
        page.WaitForAssertion(() => page.FindAll("tbody tr").Should().ContainSingle());
        (await StateOfAsync("Second")).Should().Be(FollowUpState.Proposed);
    }

    [Fact]
    public async Task An_open_follow_up_has_the_link_of_this_moment_or_says_why_not()
    {
        var invoice = await Stage.SentAsync(TestSite);
        var id = await Stage.FollowUps.CreateAsync(TestSite.Admin, invoice, DueToday);
        var page = Show($"/follow-ups?followup={id}");
        page.WaitForAssertion(() => page.Button("Copy portal link").HasAttribute("disabled").Should().BeFalse());
        page.Link("Open portal").GetAttribute("href").Should().Be(await Stage.UrlAsync(invoice));
        page.Markup.Should().Contain("INTERNAL NOTE on a follow-up");

        await Stage.Links.ReplaceAsync(TestSite.Owner, invoice);
        var url = await Stage.UrlAsync(invoice);
        page.WaitForAssertion(() => page.Link("Open portal").GetAttribute("href").Should().Be(url));

        await Stage.Links.TurnOffAsync(TestSite.Owner, invoice);
        page.WaitForAssertion(() => page.Find("section.panel").TextContent.Should().Contain("The link was turned off."));
        page.Button("Copy portal link").HasAttribute("disabled").Should().BeTrue();
        page.Press("Turn on link");
        page.WaitForAssertion(() => page.Button("Copy portal link").HasAttribute("disabled").Should().BeFalse());
    }

    [Fact]
    public async Task Deleting_asks_first()
    {
        var id = await Stage.FollowUps.CreateAsync(TestSite.Admin, await Stage.SentAsync(TestSite), DueToday);
        var page = Show($"/follow-ups?followup={id}");
        page.WaitForAssertion(() => page.HasButton("Delete").Should().BeTrue());
        page.Press("Delete");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("gone for good"));
        (await CountAsync()).Should().Be(1);
        Dialogs.Press("Delete follow-up");
        await EventuallyAsync(() => Navigation.Uri.Should().EndWith("/follow-ups"));
        (await CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_viewer_ticks_off_their_own_and_finds_nothing_else_to_change()
    {
        var invoice = await Stage.SentAsync(TestSite);
        var own = await Stage.FollowUps.CreateAsync(TestSite.Admin, invoice, DueToday with { AssigneeUserId = TestSite.Viewer.UserId, Title = "Vera's" });
        await Stage.FollowUps.CreateAsync(TestSite.Admin, invoice, DueToday with { Title = "Adam's" });
        await Stage.FollowUps.ProposeAsync(TestSite.Admin, invoice, DueToday with { Title = "Suggested" });
        var page = Show($"/follow-ups?tab=all&followup={own}", TestSite.Viewer, SiteRole.Viewer);
        page.WaitForAssertion(() => page.HasButton("Mark as done").Should().BeTrue());

        page.Pressable("Mark “Adam's” as done").HasAttribute("disabled").Should().BeTrue();
        foreach (var act in new[] { "Edit", "Delete" })
            page.HasButton(act).Should().BeFalse();
        page.Press("Mark “Vera's” as done");
        page.WaitForAssertion(() => page.HasButton("Undo").Should().BeTrue());

        var proposed = Show("/follow-ups?tab=proposed", TestSite.Viewer, SiteRole.Viewer);
        proposed.WaitForAssertion(() => proposed.FindAll("tbody tr").Should().ContainSingle());
        proposed.FindAll("tbody button").Should().BeEmpty();
    }

    [Fact]
    public async Task Deleting_a_draft_says_that_its_follow_ups_go_with_it()
    {
        var draft = await Stage.DraftAsync(TestSite);
        await Stage.FollowUps.CreateAsync(TestSite.Admin, draft, DueToday);
        var acts = await ShowActsAsync(draft);
        acts.PressAct("Delete draft");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("and its follow-ups with it"));
    }

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

    private IRenderedComponent<FollowUpsPage> Show(string address) => Show(address, TestSite.Admin, SiteRole.Admin);

    private IRenderedComponent<FollowUpsPage> Show(string address, Caller who, SiteRole role)
    {
        Navigation.NavigateTo(address);
        return ShowTo<FollowUpsPage>(who, role);
    }

    private async Task<IRenderedComponent<InvoiceActs>> ShowActsAsync(Guid id)
    {
        var details = await Services.GetRequiredService<DrawerInvoices>().FindAsync(TestSite.Admin, id);
        return Show<InvoiceActs>(p => p.Add(x => x.Invoice, details!));
    }

    private Task<int> CountAsync() => Stage.ReadAsync(db => db.FollowUps.CountAsync());

    private Task<FollowUp> SingleAsync() => Stage.ReadAsync(db => db.FollowUps.SingleAsync());

    private Task<FollowUpState> StateOfAsync(string title) => Stage.ReadAsync(db => db.FollowUps.Where(followUp => followUp.Title == title).Select(followUp => followUp.State).SingleAsync());
}
