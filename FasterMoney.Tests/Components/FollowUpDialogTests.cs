using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

/// <summary>Preparing a follow-up at its invoice, and editing it.</summary>
public class FollowUpDialogTests : FollowUpContext
{
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
        await EventuallyAsync(() => Said.Should().Be("Follow-up saved"));
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
    public async Task Deleting_a_draft_says_that_its_follow_ups_go_with_it()
    {
        var draft = await Stage.DraftAsync(TestSite);
        await Stage.FollowUps.CreateAsync(TestSite.Admin, draft, DueToday);
        var acts = await ShowActsAsync(draft);
        acts.PressAct("Delete draft");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("and its follow-ups with it"));
    }

    private async Task<IRenderedComponent<InvoiceActs>> ShowActsAsync(Guid id)
    {
        var details = await Services.GetRequiredService<DrawerInvoices>().FindAsync(TestSite.Admin, id);
        return Show<InvoiceActs>(p => p.Add(x => x.Invoice, details!));
    }
}
