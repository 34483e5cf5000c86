using Bunit;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Components;

/// <summary>The content check where people type what customers read.</summary>
public class CheckedTextsTests : EntryContext
{
    [Fact]
    public async Task A_reason_that_names_another_customer_is_refused_beside_its_field_and_stays_typed()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Add adjustment");
        Dialogs.Type("Amount", "5");
        Dialogs.Type("Reason", "As for Bruno's Garage");

        Dialogs.Press("Add adjustment");

        Dialogs.WaitForAssertion(() => Dialogs.ReasonAt("Reason").Should().Contain("Bruno's Garage is another customer. Take it out."));
        Dialogs.Field("Reason").GetAttribute("value").Should().Be("As for Bruno's Garage");
        (await Stage.InvoiceAsync(id)).EntryCount.Should().Be(0);

        Dialogs.Type("Reason", "As agreed");
        Dialogs.ReasonAt("Reason").Should().BeEmpty();
        Dialogs.Press("Add adjustment");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).EntryCount.Should().Be(1);
    }

    [Fact]
    public async Task A_credit_notes_reason_is_refused_beside_its_field()
    {
        await OpenAsync(await SentAsync(), "Issue credit note");
        Dialogs.Type("Amount", "5");
        Dialogs.Type("Reason", "INTERNAL NOTE: be kind");

        Dialogs.Press("Issue credit note");

        Dialogs.WaitForAssertion(() => Dialogs.ReasonAt("Reason").Should().Contain("This marks a private note."));
    }

    [Fact]
    public async Task The_review_lists_what_must_go_and_does_not_send()
    {
        var id = await Stage.DraftAsync(TestSite, Cast.Content().Saying(memo: "See http://localhost:5080/money"));
        var acts = await ShowActsAsync(id);

        acts.PressAct("Mark as sent");

        Dialogs.WaitForAssertion(() => Dialogs.Region("Findings").QuerySelectorAll("li").Should().ContainSingle()
            .Which.TextContent.Should().Contain("Memo").And.Contain("cannot reach"));
        Dialogs.Pressable("Mark as sent").HasAttribute("disabled").Should().BeTrue();
    }
}
