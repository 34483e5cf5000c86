using Bunit;
using Bunit.TestDoubles;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Messages.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public class MessageEditorTests : EditorContext
{
    private BunitNavigationManager Navigation => (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task A_new_message_starts_from_what_suits_the_invoice_to_its_customer_and_is_read_as_the_customer_gets_it()
    {
        var (page, invoice) = await NewAsync();
        page.Field("Template").GetAttribute("value").Should().Be(nameof(MessageTemplate.InvoiceSent));
        page.Field("To").GetAttribute("value").Should().Be("ada@bakery.example");
        page.Region("As the customer gets it").TextContent.Should()
            .Contain("Invoice INV-0001 from Northwind").And.Contain("$100.00").And.Contain("April 9, 2026").And.Contain(await Stage.UrlAsync(invoice)).And.NotContain("{{");

        await page.InvokeAsync(() => page.Press("Save and review"));

        await EventuallyAsync(() => Navigation.Uri.Should().Contain("/messages?message="));
        (await Stage.ReadAsync(db => db.Messages.SingleAsync())).Template.Should().Be(MessageTemplate.InvoiceSent);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        var (page, _) = await NewAsync();
        await page.InvokeAsync(() => page.Type("To", "ada@bakery.example, nobody"));
        await page.InvokeAsync(() => page.Type("Subject", ""));
        await page.InvokeAsync(() => page.Type("Text", "Your {{password}}"));

        await page.InvokeAsync(() => page.Press("Save and review"));

        page.WaitForAssertion(() => page.ReasonAt("To").Should().Contain("“nobody” is not an e-mail address."));
        page.ReasonAt("Subject").Should().Be("Enter a subject.");
        page.ReasonAt("Text").Should().Contain("{{password}} is not a placeholder.");
        page.Field("To").GetAttribute("value").Should().Be("ada@bakery.example, nobody");
        (await Stage.ReadAsync(db => db.Messages.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Another_template_takes_the_place_of_an_untouched_one_and_asks_before_that_of_a_typed_text()
    {
        var (page, _) = await NewAsync();
        await page.InvokeAsync(() => page.Field("Template").Change(nameof(MessageTemplate.Overdue)));
        page.WaitForAssertion(() => page.Field("Subject").GetAttribute("value").Should().Be("Invoice {{invoice_number}} is overdue"));

        await page.InvokeAsync(() => page.Type("Text", "My own words"));
        await page.InvokeAsync(() => page.Field("Template").Change(nameof(MessageTemplate.Blank)));
        Dialogs.WaitForState(() => Dialogs.HasButton("Keep my text"));
        Dialogs.Press("Keep my text");
        page.WaitForAssertion(() => page.Region("As the customer gets it").TextContent.Should().Contain("My own words"));

        await page.InvokeAsync(() => page.Field("Template").Change(nameof(MessageTemplate.Blank)));
        Dialogs.WaitForState(() => Dialogs.HasButton("Use the template"));
        Dialogs.Press("Use the template");
        page.WaitForAssertion(() => page.Region("As the customer gets it").TextContent.Should().NotContain("My own words"));
    }

    [Fact]
    public async Task What_must_not_reach_the_customer_is_found_while_it_is_typed()
    {
        var (page, _) = await NewAsync();
        page.WaitForAssertion(() => page.Region("Findings").TextContent.Should().Contain("Nothing was found"));

        await page.InvokeAsync(() => page.Type("Text", "INTERNAL NOTE about Ada"));
        Stage.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => page.Region("Findings").QuerySelectorAll("li").Should().NotBeEmpty());
        page.Region("Findings").TextContent.Should().Contain("Blocking").And.Contain("Text");
    }

    [Fact]
    public async Task Two_people_at_one_message_choose_whose_words_stay()
    {
        var id = await Stage.Messages.DraftAsync(TestSite.Admin, await Stage.SentAsync(TestSite), MessageTemplate.InvoiceSent);
        var page = Show<MessageEditorPage>(builder => builder.Add(shown => shown.Id, id));
        Settled(page);
        await page.InvokeAsync(() => page.Type("Text", "Mine"));
        await Stage.Messages.EditAsync(TestSite.Owner, id, 1, MessageTemplate.Blank, Cast.Message("Theirs"));

        await page.InvokeAsync(() => page.Press("Save and review"));
        Dialogs.WaitForState(() => Dialogs.HasButton("Keep mine"));
        Dialogs.Press("Keep mine");

        await EventuallyAsync(() => Navigation.Uri.Should().Contain("/messages?message="));
        (await Stage.ReadAsync(db => db.Messages.SingleAsync())).Body.Should().Be("Mine");
    }

    [Fact]
    public async Task Whoever_only_looks_writes_nothing_and_an_unsent_invoice_says_why()
    {
        Navigation.NavigateTo($"/messages/new?invoice={await Stage.DraftAsync(TestSite)}");
        ShowTo<MessageEditorPage>(TestSite.Viewer, SiteRole.Viewer).Markup.Should().Contain("Your role reads messages and writes none.");
        var page = Show<MessageEditorPage>();
        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.Should().Contain("This invoice was not sent yet."));
    }

    // Loaded and checked: nothing is drawn anew until somebody types.
    private static void Settled(IRenderedComponent<MessageEditorPage> page) => page.WaitForState(() => page.Markup.Contains("Nothing was found"));

    private async Task<(IRenderedComponent<MessageEditorPage> Page, Guid Invoice)> NewAsync()
    {
        var invoice = await Stage.SentAsync(TestSite);
        Navigation.NavigateTo($"/messages/new?invoice={invoice}");
        var page = Show<MessageEditorPage>();
        Settled(page);
        return (page, invoice);
    }
}
