using Bunit;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components;

public class CreditNoteDialogTests : EntryContext
{
    private static InvoiceContent TwoRates => Cast.Content("USD", false, Cast.Line(100_00, tax: 20), Cast.Line(100_00, tax: 5));

    [Fact]
    public async Task A_sum_follows_the_invoices_rates_while_it_is_typed()
    {
        var id = await SentAsync(content: TwoRates);
        await OpenAsync(id, "Issue credit note");

        Dialogs.Type("Amount", "22.50");
        Dialogs.Type("Reason", "Late delivery");

        Dialogs.Term("Tax 20 %").Should().Be("$2.00");
        Dialogs.Term("Tax 5 %").Should().Be("$0.50");
        Dialogs.Term("Net").Should().Be("$20.00");
        Dialogs.Term("Credit").Should().Be("$22.50");
        Dialogs.Term("Balance after").Should().Be("$202.50");
        Seen().Should().Be("March 10, 2026|Credit noteCN-0001 · Late delivery|−$22.50|$202.50");
        Dialogs.Press("Issue credit note");

        await ClosedAsync();
        var note = (await Stage.InvoiceAsync(id)).Entries.OfType<CreditNote>().Single();
        note.Number.Should().Be("CN-0001");
        (await ShowHistoryAsync(id)).Find("table").TextContent.Should()
            .Contain("Credit note CN-0001").And.Contain("Late delivery").And.Contain("Net $20.00, tax 20 % $2.00, tax 5 % $0.50.");
    }

    [Fact]
    public async Task Lines_start_from_the_invoices_own_with_what_is_left_of_each()
    {
        var id = await SentAsync(content: Cast.Content("USD", false, Cast.Line(100_00, tax: 20), Cast.Line(50_00, tax: 5)));
        await Stage.Balances.IssueCreditNoteAsync(TestSite.Owner, id, 2, new CreditNoteContent("Part", null, [new CreditNoteLine("Work", 30_00, 20)]), Guid.NewGuid());
        await OpenAsync(id, "Issue credit note");

        Choose("Lines");

        (Dialogs.Field("Description, line 1").GetAttribute("value"), Dialogs.Field("Amount, line 1").GetAttribute("value")).Should().Be(("Work", "70.00"));
        Dialogs.Field("Amount, line 2").GetAttribute("value").Should().Be("50.00");
        Dialogs.HasButton("Remove line 3").Should().BeFalse();
        Dialogs.Type("Reason", "All of it");
        Dialogs.Press("Issue credit note");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).CreditableMinor.Should().Be(0);
    }

    [Fact]
    public async Task Lines_choose_among_the_invoices_rates()
    {
        var id = await SentAsync(content: TwoRates);
        await OpenAsync(id, "Issue credit note");
        Choose("Lines");
        Dialogs.Press("Remove line 2");
        Dialogs.Type("Description, line 1", "Returned");
        Dialogs.Type("Amount, line 1", "10");
        Dialogs.Term("Credit").Should().Be("$12.00");

        Dialogs.Field("Tax rate, line 1").Change("1");
        Dialogs.Term("Credit").Should().Be("$10.50");
        Dialogs.Press("Add line");
        Dialogs.Press("Issue credit note");

        Dialogs.ReasonAt("Description, line 2").Should().Be("Say what is credited.");
        Dialogs.ReasonAt("Amount, line 2").Should().Be("Enter the amount.");
        Dialogs.ReasonAt("Reason").Should().Be("Give the reason that the customer will read.");
        Dialogs.Press("Remove line 2");
        Dialogs.Type("Reason", "Returned");
        Dialogs.Press("Issue credit note");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).CreditedMinor.Should().Be(10_50);
    }

    [Fact]
    public async Task More_than_was_billed_is_refused_with_the_figure()
    {
        await OpenAsync(await SentAsync(), "Issue credit note");
        Dialogs.Type("Amount", "100.01");

        Dialogs.Press("Issue credit note");

        Dialogs.ReasonAt("Amount").Should().Contain("At most USD 100.00 can be credited");
    }

    [Fact]
    public async Task A_draft_is_kept_unfinished_and_continued_or_discarded()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Issue credit note");
        Dialogs.Type("Reason", "To be agreed");
        Dialogs.Press("Save as draft");
        await ClosedAsync();

        var history = await ShowHistoryAsync(id);
        history.Markup.Should().Contain("Draft credit note - not visible to the customer").And.Contain("No amount yet, To be agreed");
        history.Press("Continue");
        Dialogs.WaitForAssertion(() => Dialogs.Field("Reason").GetAttribute("value").Should().Be("To be agreed"));
        Dialogs.Type("Amount", "15 apples");
        Dialogs.Press("Save as draft");
        Dialogs.ReasonAt("Amount").Should().Contain("1,234.50");
        Dialogs.Type("Amount", "15");
        Dialogs.Press("Save as draft");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).CreditedMinor.Should().Be(0);

        history = await ShowHistoryAsync(id);
        history.Markup.Should().Contain("$15.00, To be agreed");
        history.Press("Discard");
        Dialogs.WaitForState(() => Dialogs.HasButton("Discard draft"));
        Dialogs.Press("Discard draft");
        await ClosedAsync();
        (await ShowHistoryAsync(id)).Markup.Should().NotContain("Draft credit note");
    }

    [Fact]
    public async Task A_draft_that_somebody_else_saved_meanwhile_is_said_and_nothing_that_was_typed_is_lost()
    {
        var id = await SentAsync(content: TwoRates);
        await OpenAsync(id, "Issue credit note");
        Dialogs.Type("Amount", "22.50");
        Dialogs.Type("Reason", "Mine");
        await Stage.Balances.SaveCreditNoteDraftAsync(TestSite.Owner, id, Cast.CreditOf(5_00) with { Reason = "Theirs" });

        Dialogs.WaitForAssertion(() => Dialogs.Find("[role=alert]").TextContent.Should()
            .Contain("Olivia Owner saved another draft of this credit note meanwhile. What you typed is still here."));
        Dialogs.Press("Save as draft");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("Somebody else changed this in the meantime."));
        Dialogs.Press("Take theirs");
        Dialogs.Field("Reason").GetAttribute("value").Should().Be("Theirs");
        Dialogs.Type("Reason", "Both");
        Dialogs.Press("Save as draft");

        await ClosedAsync();
        (await Stage.ReadAsync(db => db.CreditNoteDrafts.SingleAsync())).Content.Should().BeEquivalentTo(new { Reason = "Both", SumMinor = 5_00L });
    }

    [Fact]
    public async Task Issuing_takes_the_draft_with_it()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Issue credit note");
        Dialogs.Type("Amount", "15");
        Dialogs.Type("Reason", "Agreed");
        Dialogs.Press("Save as draft");
        await ClosedAsync();

        await OpenAsync(id, "Issue credit note");
        Dialogs.Field("Amount").GetAttribute("value").Should().Be("15.00");
        Dialogs.Press("Issue credit note");

        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).CreditedMinor.Should().Be(15_00);
        (await ShowHistoryAsync(id)).Markup.Should().NotContain("Draft credit note");
    }
}
