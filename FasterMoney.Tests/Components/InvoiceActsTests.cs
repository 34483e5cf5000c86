using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public class InvoiceActsTests : EditorContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task The_review_shows_what_the_customer_will_see_before_it_is_marked_as_sent()
    {
        var site = await Stage.ReadAsync(db => db.Sites.SingleAsync(s => s.Id == TestSite.SiteId));
        await Stage.Sites.EditAsync(TestSite.Owner, site.Version, site.ToContent() with { PaymentInstructions = "Pay to account 12345678." }, nextInvoiceNumber: null);
        var id = await Stage.DraftAsync(TestSite, Cast.Content("USD", false, Cast.Line(100_00, tax: 20)));
        var acts = await ShowActsAsync(id);

        acts.PressAct("Mark as sent");

        Dialogs.WaitForAssertion(() => Dialogs.Term("Amount").Should().Be("$120.00"));
        Dialogs.Term("Customer").Should().Be("Ada's Bakery");
        Dialogs.Term("Due date").Should().Be("9 Apr 2026");
        Dialogs.Find("table").TextContent.Should().Contain("Work").And.Contain("Tax 20 %").And.Contain("$20.00");
        Dialogs.Term("Memo").Should().Be("Thank you.");
        Dialogs.Term("How to pay").Should().Be("Pay to account 12345678.");
        Dialogs.Markup.Should().NotContain("INTERNAL NOTE");

        Dialogs.FindAll("label").Single(label => label.TextContent.Trim() == "In person").QuerySelector("input")!.Change("on");
        Dialogs.Press("Mark as sent");

        await EventuallyAsync(() => Said.Should().Be("Marked as sent"));
        var sent = await Stage.InvoiceAsync(id);
        sent.SendState.Should().Be(SendState.Sent);
        sent.SentHow.Should().Be(SentHow.InPerson);
    }

    [Fact]
    public async Task The_message_is_copied_in_one_act_with_sending()
    {
        var id = await Stage.DraftAsync(TestSite);
        var acts = await ShowActsAsync(id);
        acts.PressAct("Mark as sent");
        Dialogs.WaitForState(() => Dialogs.HasButton("Copy the message"));
        Dialogs.Pressable("Send by e-mail").HasAttribute("disabled").Should().BeTrue();
        Dialogs.Find($"#{Dialogs.Pressable("Send by e-mail").GetAttribute("aria-describedby")}").TextContent.Should().Contain("Mail is not set up");

        Dialogs.Press("Copy the message");

        string? url = null;
        await Eventually.TrueAsync(async () => (url = await Stage.UrlAsync(id)) is not null);
        url.Should().NotBeNull();
        Dialogs.WaitForAssertion(() => Dialogs.Find("[data-copy]").GetAttribute("data-copy").Should().Contain(url!));
        Dialogs.Press("To the invoice");
        await EventuallyAsync(() => Said.Should().Be("Marked as sent"));
    }

    [Fact]
    public async Task The_review_names_each_letter_that_the_document_cannot_print_and_where_it_stands()
    {
        var id = await Stage.DraftAsync(TestSite, Cast.Content("USD", false, Cast.Line(100_00) with { Description = "東京 नम" }) with { Texts = new() { Memo = "Danke 👍 สวัสดี" } });
        var acts = await ShowActsAsync(id);

        acts.PressAct("Mark as sent");

        Dialogs.WaitForAssertion(() => Dialogs.FindAll("[aria-label='Letters that cannot be printed'] li").Select(letter => letter.TextContent).Should().Equal(
            "Memo: “👍” (U+1F44D) cannot be printed. The PDF shows “\uFFFD” in its place.",
            "Line 1: “न” (U+0928) cannot be printed. The PDF shows “\uFFFD” in its place.",
            "Line 1: “म” (U+092E) cannot be printed. The PDF shows “\uFFFD” in its place."));
    }

    [Fact]
    public async Task A_draft_that_changes_during_the_review_is_shown_again_and_not_sent()
    {
        var id = await Stage.DraftAsync(TestSite);
        var acts = await ShowActsAsync(id);
        acts.PressAct("Mark as sent");
        Dialogs.WaitForAssertion(() => Dialogs.Term("Amount").Should().Be("$100.00"));
        await Stage.Invoices.EditDraftAsync(TestSite.Owner, id, 1, TestSite.Ada, Cast.Content("USD", false, Cast.Line(90_00)));

        Dialogs.Press("Mark as sent");

        Dialogs.WaitForAssertion(() => Dialogs.Term("Amount").Should().Be("$90.00"));
        Dialogs.Find("[role=alert]").TextContent.Should().Contain("Look it over again");
        (await Stage.InvoiceAsync(id)).SendState.Should().Be(SendState.Draft);
    }

    [Fact]
    public async Task What_the_domain_refuses_is_disabled_and_says_why()
    {
        var id = await Stage.DraftAsync(TestSite, Cast.Content() with { Lines = [] });
        var acts = await ShowActsAsync(id);

        var send = acts.Act("Mark as sent");
        send.GetAttribute("aria-disabled").Should().Be("true");
        acts.Find($"#{send.GetAttribute("aria-describedby")}").TextContent.Should().Be("Add at least one line.");

        send.Click();
        Dialogs.FindAll("[role=dialog]").Should().BeEmpty();

        acts.WhyNot("Void invoice").Should().Be("This draft was never sent. Delete it instead.");
        acts.PressAct("Void invoice");
        Dialogs.FindAll("[role=dialog]").Should().BeEmpty();
    }

    [Theory]
    [InlineData("draft", "Mark as sent", "Edit", "Prepare follow-up")]
    [InlineData("open", "Record payment", "Write message", "Prepare follow-up")]
    [InlineData("paid", null, "Write message", "Prepare follow-up")]
    [InlineData("in credit", "Record refund", "Write message", "Prepare follow-up")]
    [InlineData("void", null, "Write message", "Duplicate")]
    public async Task The_act_that_the_state_asks_for_stands_first_and_the_menu_holds_the_rest(string state, string? primary, params string[] beside)
    {
        var id = state == "draft" ? await Stage.DraftAsync(TestSite) : await Stage.SentAsync(TestSite);
        if (state is "paid" or "in credit")
            await Stage.ChangeAsync(id, invoice => invoice.Pay(state == "paid" ? 100_00 : 120_00));
        if (state == "void")
            await Stage.Invoices.VoidAsync(TestSite.Owner, id, 2, "Ordered twice");

        var acts = await ShowActsAsync(id);

        acts.Beside().Select(button => button.TextContent.Trim()).Should().Equal(primary is null ? beside : [primary, .. beside]);
        acts.FindAll("button.fm-button-primary").Select(button => button.TextContent.Trim()).Should().Equal(primary is null ? [] : [primary]);
        string[] promised = ["Record payment", "Issue credit note", "Record refund", "Add adjustment", "Void invoice", "Write message", "Prepare follow-up", "Edit", "Duplicate"];
        acts.InMenu().Concat(beside).Append(primary).Should().Contain(promised).And.OnlyHaveUniqueItems();
        acts.InMenu().Should().NotContain(["Open portal", "Copy portal link"]);
    }

    [Fact]
    public async Task Withdrawing_says_what_becomes_of_the_link()
    {
        var id = await Stage.SentAsync(TestSite);
        var acts = await ShowActsAsync(id);

        acts.PressAct("Withdraw");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("not available until you send the invoice again"));
        Dialogs.Press("Withdraw to draft");

        await EventuallyAsync(() => Said.Should().Be("Withdrawn"));
        (await Stage.InvoiceAsync(id)).SendState.Should().Be(SendState.Draft);
    }

    [Fact]
    public async Task Voiding_needs_a_reason()
    {
        var id = await Stage.SentAsync(TestSite);
        var acts = await ShowActsAsync(id);
        acts.PressAct("Void invoice");
        Dialogs.WaitForState(() => Dialogs.FindAll("textarea").Count == 1);

        Dialogs.Press("Void invoice");
        Dialogs.ReasonAt("Reason").Should().Be("Say why, for your own records.");

        Dialogs.Type("Reason", "Ordered twice");
        Dialogs.Press("Void invoice");
        await EventuallyAsync(() => Said.Should().Be("Voided"));
        (await Stage.InvoiceAsync(id)).VoidReason.Should().Be("Ordered twice");
    }

    [Fact]
    public async Task A_draft_is_deleted_after_a_question_and_the_drawer_closes()
    {
        var id = await Stage.DraftAsync(TestSite);
        var acts = await ShowActsAsync(id);

        acts.PressAct("Delete draft");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("gone for good"));
        Dialogs.Press("Delete draft");

        await EventuallyAsync(() => Navigation.Uri.Should().EndWith("/money"));
        (await Stage.ReadAsync(db => db.Invoices.AnyAsync())).Should().BeFalse();
    }

    [Fact]
    public async Task A_duplicate_opens_in_the_editor()
    {
        var id = await Stage.SentAsync(TestSite);
        var acts = await ShowActsAsync(id);

        acts.PressAct("Duplicate");

        await EventuallyAsync(() => Navigation.Uri.Should().EndWith("/edit").And.NotContain(id.ToString()));
    }

    [Fact]
    public async Task The_private_note_of_a_sent_invoice_can_be_changed()
    {
        var id = await Stage.SentAsync(TestSite);
        var acts = await ShowActsAsync(id);
        acts.PressAct("Edit private note");
        Dialogs.WaitForState(() => Dialogs.FindAll("textarea").Count == 1);

        Dialogs.Type("Private note", "INTERNAL NOTE, new");
        Dialogs.Press("Save note");

        await EventuallyAsync(() => Said.Should().Be("Note saved"));
        (await Stage.InvoiceAsync(id)).PrivateNote.Should().Be("INTERNAL NOTE, new");
    }

    [Fact]
    public async Task A_viewer_sees_no_act_that_changes_anything()
    {
        var id = await Stage.DraftAsync(TestSite);
        var details = await Services.GetRequiredService<DrawerInvoices>().FindAsync(TestSite.Viewer, id);

        var acts = ShowTo<InvoiceActs>(TestSite.Viewer, SiteRole.Viewer, p => p.Add(x => x.Invoice, details!));

        acts.FindAll("button").Should().BeEmpty();
    }

    private async Task<IRenderedComponent<InvoiceActs>> ShowActsAsync(Guid id)
    {
        var details = await Services.GetRequiredService<DrawerInvoices>().FindAsync(TestSite.Admin, id);
        return Show<InvoiceActs>(p => p.Add(x => x.Invoice, details!));
    }
}
