using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components;

/// <summary>The page of follow-ups.</summary>
public class FollowUpPagesTests : FollowUpContext
{
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

    private Task<FollowUpState> StateOfAsync(string title) => Stage.ReadAsync(db => db.FollowUps.Where(followUp => followUp.Title == title).Select(followUp => followUp.State).SingleAsync());
}
