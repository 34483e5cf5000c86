using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Workspace.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public class InvoiceEditorTests : EditorContext
{
    private BunitNavigationManager Navigation => (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Totals_follow_what_is_typed()
    {
        var page = ShowNew();
        page.Type("Unit price, line 1", "1,000");
        page.Term("Total").Should().Be("$1,000.00");

        page.Type("Quantity, line 1", "1.5");
        page.Type("Discount percent, line 1", "10");
        page.Type("Tax percent, line 1", "20");

        page.Term("Net").Should().Be("$1,350.00");
        page.Term("Tax 20 %").Should().Be("$270.00");
        page.Term("Total").Should().Be("$1,620.00");

        page.FindAll("input[name=prices]")[1].Change("on");
        page.Term("Net").Should().Be("$1,125.00");
        page.Term("Total").Should().Be("$1,350.00");
    }

    [Theory]
    [InlineData("Unit price", "12 apples", "1,234.50")]
    [InlineData("Unit price", "1.234", "1.234 can be 1234 or 1.234.")]
    [InlineData("Quantity", "1/2", "1,234.50")]
    [InlineData("Discount percent", "ten", "1,234.50")]
    [InlineData("Tax percent", "1.2.3", "1,234.50")]
    public void A_figure_that_cannot_be_read_is_answered_beside_it_and_never_counts_as_nothing(string field, string typed, string answer)
    {
        var page = ShowNew();
        page.Type("Description, line 1", "Work");
        page.Type("Unit price, line 1", "100");
        page.Press("Add line");
        page.Type("Description, line 2", "More work");
        page.Type("Unit price, line 2", "50");

        page.Type($"{field}, line 2", typed);
        page.ReasonAt($"{field}, line 2").Should().BeEmpty("it may be half typed");
        page.Term("Total").Should().Be("–");
        page.Markup.Should().Contain("Line 2 cannot be read.");

        page.Field($"{field}, line 2").Change(typed);
        page.ReasonAt($"{field}, line 2").Should().Contain(answer);
        page.Press("Save draft");
        page.Field($"{field}, line 2").GetAttribute("value").Should().Be(typed);
        page.Term("Total").Should().Be("–");
    }

    [Fact]
    public void Figures_are_read_as_people_of_other_countries_write_them()
    {
        var page = ShowNew();
        page.Type("Unit price, line 1", "1.234,50");
        page.Type("Quantity, line 1", "2,5");
        page.Type("Tax percent, line 1", "7,7 %");

        page.Term("Net").Should().Be("$3,086.25");
        page.Term("Total").Should().Be("$3,323.89");
    }

    [Fact]
    public void Refusals_stand_beside_their_fields_and_go_once_they_are_mended()
    {
        var page = ShowNew();
        page.Type("Unit price, line 1", "12.999");
        page.Field("Due date").Change("2026-01-01");

        page.Press("Save draft");

        page.ReasonAt("Customer").Should().Be("Choose the customer.");
        page.ReasonAt("Due date").Should().Be("The due date is before the issue date.");
        page.ReasonAt("Description, line 1").Should().Be("Say what this line is for.");
        page.ReasonAt("Unit price, line 1").Should().Be("12.999 can be 12999 or 12.999. Type the one you mean. USD has at most 2 decimal places.");

        page.Type("Unit price, line 1", "12.99");
        page.ReasonAt("Unit price, line 1").Should().BeEmpty();
    }

    [Fact]
    public void The_due_date_follows_the_payment_term_until_somebody_sets_it()
    {
        var page = ShowNew();
        page.Field("Due date").GetAttribute("value").Should().Be("2026-04-09");

        page.Field("Issue date").Change("2026-03-20");
        page.Field("Due date").GetAttribute("value").Should().Be("2026-04-19");

        page.Field("Due date").Change("2026-05-01");
        page.Field("Issue date").Change("2026-03-25");
        page.Field("Due date").GetAttribute("value").Should().Be("2026-05-01");
    }

    [Fact]
    public void Enter_adds_a_line_with_the_same_tax_and_the_keyboard_moves_it()
    {
        var page = ShowNew();
        page.Type("Description, line 1", "First");
        page.Type("Tax percent, line 1", "7");

        page.Field("Tax percent, line 1").KeyDown("Enter");
        page.Field("Tax percent, line 2").GetAttribute("value").Should().Be("7");

        page.Type("Description, line 2", "Second");
        page.Field("Description, line 2").KeyDown(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        page.Field("Description, line 1").GetAttribute("value").Should().Be("Second");

        page.Press("Remove line 1");
        page.Field("Description, line 1").GetAttribute("value").Should().Be("First");
    }

    [Fact]
    public async Task A_new_draft_is_saved_with_the_customer_that_was_searched_and_blank_lines_left_out()
    {
        var page = ShowNew();
        ChooseBruno(page);
        page.Type("Description, line 1", "Repair");
        page.Type("Unit price, line 1", "80");
        page.Press("Add line");
        foreach (var text in InvoiceTexts.Brief)
            page.Type(text.Label, $"The {text.Name}");

        page.Press("Save draft");

        page.WaitForAssertion(() => page.Find("h1").TextContent.Should().Be("Draft for Bruno's Garage"));
        var invoice = await Stage.ReadAsync(db => db.Invoices.Include(i => i.Lines).SingleAsync());
        invoice.CustomerId.Should().Be(TestSite.Bruno);
        invoice.TotalMinor.Should().Be(80_00);
        invoice.Lines.Should().ContainSingle();
        InvoiceTexts.Brief.Select(text => text.Of(invoice.Texts)).Should().Equal(InvoiceTexts.Brief.Select(text => $"The {text.Name}"));
        Navigation.Uri.Should().EndWith($"/invoices/{invoice.Id}/edit");
    }

    [Fact]
    public async Task Leaving_with_unsaved_changes_asks_first()
    {
        var page = ShowNew();
        page.Type("Memo to the customer", "Thank you");

        await page.InvokeAsync(() => Navigation.NavigateTo("/customers"));
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("Leave without saving?"));
        Dialogs.Press("Stay here");

        await EventuallyAsync(() => Navigation.History.Should().ContainSingle(step => step.State == NavigationState.Prevented));
        page.Field("Memo to the customer").GetAttribute("value").Should().Be("Thank you");
    }

    [Fact]
    public async Task Leaving_without_changes_asks_nothing()
    {
        var page = ShowNew();

        await page.InvokeAsync(() => Navigation.NavigateTo("/customers"));

        Navigation.Uri.Should().EndWith("/customers");
    }

    [Fact]
    public async Task Who_saves_second_is_told_what_the_other_changed_and_loses_nothing()
    {
        var id = await Stage.DraftAsync(TestSite);
        var page = ShowDraft(id);
        page.Type("Memo to the customer", "My memo");
        page.Type("Unit price, line 1", "150");
        await Stage.Invoices.EditDraftAsync(TestSite.Owner, id, 1, TestSite.Ada, Cast.Content().Saying("PO-8", "Their memo"));

        page.Press("Save draft");

        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("Olivia Owner edited the draft"));
        Dialogs.FindAll("legend").Select(legend => legend.TextContent).Should().Equal("Reference", "Memo to the customer");
        Dialogs.Markup.Should().Contain("Their memo").And.Contain("My memo");
        Dialogs.Press("Save what is chosen");

        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        var saved = await Stage.InvoiceAsync(id);
        saved.Texts.Memo.Should().Be("My memo", "both changed it, and mine is the default");
        saved.Texts.Reference.Should().Be("PO-8", "only they changed it");
        saved.TotalMinor.Should().Be(150_00, "only I changed it");
    }

    [Fact]
    public async Task Theirs_can_be_taken_whole()
    {
        var id = await Stage.DraftAsync(TestSite);
        var page = ShowDraft(id);
        page.Type("Memo to the customer", "My memo");
        await Stage.Invoices.EditDraftAsync(TestSite.Owner, id, 1, TestSite.Ada, Cast.Content().Saying(memo: "Their memo"));

        page.Press("Save draft");
        Dialogs.WaitForAssertion(() => Dialogs.Press("Take theirs"));

        page.WaitForAssertion(() => page.Field("Memo to the customer").GetAttribute("value").Should().Be("Their memo"));
        (await Stage.InvoiceAsync(id)).Version.Should().Be(2, "there was nothing left to save");
    }

    [Fact]
    public async Task Saving_without_a_change_shows_what_others_saved_and_writes_nothing_back()
    {
        var id = await Stage.DraftAsync(TestSite);
        var page = ShowDraft(id);
        await Stage.Invoices.EditDraftAsync(TestSite.Owner, id, 1, TestSite.Ada, Cast.Content().Saying(memo: "Their memo"));

        page.Press("Save draft");
        page.WaitForAssertion(() => page.Field("Memo to the customer").GetAttribute("value").Should().Be("Their memo"));

        page.Type("Reference", "PO-9");
        page.Press("Save draft");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        (await Stage.InvoiceAsync(id)).Texts.Memo.Should().Be("Their memo");
    }

    [Fact]
    public async Task What_was_typed_into_a_draft_that_somebody_sent_can_be_kept_as_a_new_draft()
    {
        var id = await Stage.DraftAsync(TestSite);
        var page = ShowDraft(id);
        page.Type("Memo to the customer", "My memo");
        await Stage.Invoices.SendAsync(TestSite.Owner, id, 1, SentHow.InPerson);

        page.Press("Save draft");
        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.Should().Contain("Olivia Owner marked the invoice as sent"));
        page.Press("Save mine as a new draft");

        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        (await Stage.ReadAsync(db => db.Invoices.Select(i => i.Texts.Memo).ToListAsync())).Should().BeEquivalentTo("Thank you.", "My memo");
    }

    [Fact]
    public async Task A_viewer_gets_no_form()
    {
        var id = await Stage.DraftAsync(TestSite);

        var page = ShowTo<InvoiceEditorPage>(TestSite.Viewer, SiteRole.Viewer, p => p.Add(x => x.Id, id));

        page.FindAll("input, button").Should().BeEmpty();
        page.Markup.Should().Contain("changes nothing");
    }

    [Fact]
    public void Another_sites_invoice_is_not_found()
    {
        var page = Show<InvoiceEditorPage>(p => p.Add(x => x.Id, Guid.NewGuid()));

        page.WaitForAssertion(() => page.Markup.Should().Contain("does not exist at Northwind"));
    }

    private IRenderedComponent<InvoiceEditorPage> ShowNew()
    {
        var page = Show<InvoiceEditorPage>();
        page.WaitForState(() => page.FindAll("[role=combobox]").Count == 1);
        return page;
    }

    private IRenderedComponent<InvoiceEditorPage> ShowDraft(Guid id)
    {
        var page = Show<InvoiceEditorPage>(p => p.Add(x => x.Id, id));
        page.WaitForState(() => page.FindAll("[role=combobox]").Count == 1);
        return page;
    }

    private void ChooseBruno(IRenderedComponent<InvoiceEditorPage> page)
    {
        page.Field("Customer").Input("garage");
        Stage.Clock.Advance(TimeSpan.FromMilliseconds(200));
        page.WaitForAssertion(() => page.FindAll("[role=option]").Should().HaveCount(2));
        page.Field("Customer").KeyDown("Enter");
        page.WaitForAssertion(() => page.Field("Customer").GetAttribute("value").Should().Be("Bruno's Garage"));
    }
}
