using Bunit;
using Bunit.Rendering;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public class EntryDialogTests : EntryContext
{
    [Fact]
    public async Task A_payment_starts_with_the_balance_and_shows_what_it_leaves_word_for_word()
    {
        var id = await SentAsync(invoice => invoice.Pay(30_00));
        await OpenAsync(id, "Record payment");

        Dialogs.Field("Amount").GetAttribute("value").Should().Be("70.00");
        Dialogs.Field("Date").GetAttribute("value").Should().Be("2026-03-10");
        Dialogs.Type("Amount", "25");
        Dialogs.Type("Public reference", "Transfer 7");
        Dialogs.Type("Private note", "INTERNAL NOTE, seen at the bank");

        Dialogs.Term("Balance now").Should().Be("$70.00");
        Dialogs.Term("Balance after").Should().Be("$45.00");
        Seen().Should().Be("March 10, 2026|PaymentTransfer 7|−$25.00|$45.00");
        Dialogs.Region("What the customer will see").TextContent.Should().NotContain("INTERNAL");

        Dialogs.Press("Record payment");
        await ClosedAsync();
        var payment = (await Stage.InvoiceAsync(id)).Entries.OfType<Payment>().Single(each => each.AmountMinor == 25_00);
        payment.PublicText.Should().Be("Transfer 7");
        payment.PrivateNote.Should().Be("INTERNAL NOTE, seen at the bank");
        payment.RecordedBy.Should().Be("Adam Admin");
    }

    [Fact]
    public async Task The_customers_line_is_in_the_customers_language()
    {
        var draft = await Stage.Invoices.CreateDraftAsync(TestSite.Admin, TestSite.Bruno, Cast.Content("EUR"));
        await Stage.Invoices.SendAsync(TestSite.Admin, draft, 1, SentHow.Email);
        await OpenAsync(draft, "Record payment");

        Dialogs.Type("Amount", "40");

        Normal(Seen()).Should().Be("10. März 2026|Zahlung|−40,00 €|60,00 €");
        Dialogs.Term("Balance after").Should().Be("EUR 60.00");
    }

    [Theory]
    [InlineData("Record payment")]
    [InlineData("Add adjustment")]
    public async Task A_figure_with_two_meanings_is_asked_about_as_soon_as_its_field_is_left(string act)
    {
        await OpenAsync(await SentAsync(), act);

        Dialogs.Type("Amount", "1.234");
        Dialogs.ReasonAt("Amount").Should().BeEmpty("it may be half typed");
        Dialogs.Term("Balance after").Should().Be("–");

        Dialogs.Field("Amount").Change("1.234");
        Dialogs.ReasonAt("Amount").Should().StartWith("1.234 can be 1234 or 1.234. Type the one you mean.");

        Dialogs.Type("Amount", "1.234,50");
        Dialogs.ReasonAt("Amount").Should().BeEmpty();
    }

    [Fact]
    public async Task More_than_the_balance_is_said_to_be_a_credit()
    {
        await OpenAsync(await SentAsync(), "Record payment");

        Dialogs.Type("Amount", "120");

        Dialogs.Term("Balance after").Should().Be("$20.00 credit");
        Dialogs.Markup.Should().Contain("This is $20.00 more than the balance. The rest is a credit in the customer's favour.");
        Seen().Should().EndWith("|$20.00 in your favour");
    }

    [Fact]
    public async Task A_processing_payment_leaves_the_balance_and_its_arrival_is_confirmed_later()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");
        Dialogs.Field("Still processing").Change(true);
        Dialogs.Term("Balance after").Should().Be("$100.00");
        Dialogs.Region("What the customer will see").TextContent.Should().Contain("A payment of $100.00 is being processed.");
        Dialogs.Press("Record payment");
        await ClosedAsync();

        var history = await ShowHistoryAsync(id);
        history.Find("table").TextContent.Should().Contain("Processing payment").And.Contain("Processing");
        history.Press("Confirm arrival");
        Dialogs.WaitForAssertion(() => Dialogs.Term("Balance after").Should().Be("$0.00"));
        Dialogs.Press("Confirm arrival");
        await ClosedAsync();

        var invoice = await Stage.InvoiceAsync(id);
        invoice.BalanceMinor.Should().Be(0);
        invoice.PendingMinor.Should().Be(0);
        history = await ShowHistoryAsync(id);
        history.Find("table").TextContent.Should().Contain("Arrived on 10 Mar 2026.");
        history.HasButton("Confirm arrival").Should().BeFalse();
        history.Markup.Should()
            .Contain("Adam Admin recorded a processing payment of USD 100.00.").And.Contain("Adam Admin confirmed the arrival of a payment of USD 100.00.");
    }

    [Fact]
    public async Task A_refund_starts_with_what_is_refundable_and_is_refused_beyond_it_with_the_figure()
    {
        var id = await SentAsync(invoice =>
        {
            invoice.Pay(80_00);
            invoice.Refund(30_00);
        });
        await OpenAsync(id, "Record refund");
        Dialogs.Field("Payment").TextContent.Should().Contain("$80.00, 10 Mar 2026, Bank transfer, As agreed");
        Dialogs.Field("Amount").GetAttribute("value").Should().Be("50.00");

        Dialogs.Type("Amount", "50.01");
        Dialogs.Term("Balance after").Should().Be("–");
        Dialogs.Press("Record refund");

        Dialogs.ReasonAt("Amount").Should().Contain("At most USD 50.00 can be refunded");
        Dialogs.Field("Amount").GetAttribute("value").Should().Be("50.01");
        Dialogs.Type("Amount", "50");
        Dialogs.ReasonAt("Amount").Should().BeEmpty();
        Seen().Should().Be("March 10, 2026|Refund|+$50.00|$100.00");
        Dialogs.Press("Record refund");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).RefundedMinor.Should().Be(80_00);
    }

    [Fact]
    public async Task An_adjustment_goes_up_or_down_for_a_reason_that_the_customer_reads()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Add adjustment");
        Dialogs.Type("Amount", "5");
        Dialogs.Term("Balance after").Should().Be("$95.00");
        Choose("Raise it");
        Dialogs.Term("Balance after").Should().Be("$105.00");

        Dialogs.Press("Add adjustment");
        Dialogs.ReasonAt("Reason").Should().Be("Give the reason that the customer will read.");

        Dialogs.Type("Reason", "Extra print");
        Seen().Should().Be("March 10, 2026|AdjustmentExtra print|+$5.00|$105.00");
        Dialogs.Press("Add adjustment");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).BalanceMinor.Should().Be(105_00);
        (await ShowHistoryAsync(id)).Markup.Should().Contain("Adam Admin adjusted the balance up by USD 5.00.");
    }

    [Fact]
    public async Task A_reversal_needs_its_reason_and_links_both_entries_in_words()
    {
        var id = await SentAsync(invoice => invoice.Pay(40_00));
        var history = await ShowHistoryAsync(id);
        history.Press("Reverse");
        Dialogs.WaitForAssertion(() => Dialogs.Term("Balance after").Should().Be("$100.00"));
        Dialogs.Markup.Should().Contain("Payment of $40.00, 10 Mar 2026, As agreed");

        Dialogs.Press("Reverse");
        Dialogs.ReasonAt("Reason").Should().Be("Give the reason that the customer will read.");
        Dialogs.Type("Reason", "Booked on the wrong invoice");
        Seen().Should().Be("March 10, 2026|ReversalBooked on the wrong invoice|+$40.00|$100.00");
        Dialogs.Press("Reverse");
        await ClosedAsync();

        history = await ShowHistoryAsync(id);
        var text = history.Find("table").TextContent;
        text.Should().Contain("Reversed on 10 Mar 2026: Booked on the wrong invoice")
            .And.Contain("Reversal of payment").And.Contain("Takes back: Payment of $40.00, 10 Mar 2026.");
        history.Markup.Should().Contain("Adam Admin reversed the payment of USD 40.00.");
        history.Pressable("Reverse").GetAttribute("title").Should().Be("This entry was reversed already.");
    }

    [Theory]
    [InlineData("99999", true)]
    [InlineData("200.01", true)]
    [InlineData("200", false)]
    [InlineData("120", false)]
    [InlineData("100", false)]
    public async Task A_payment_far_above_the_balance_is_asked_about_once_with_the_figures(string amount, bool isAsked)
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");
        Dialogs.Type("Amount", amount);

        Dialogs.Press("Record payment");

        if (isAsked)
        {
            Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("Is the amount right?").And.Contain("is recorded where the balance is $100.00."));
            (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be(0);
            Dialogs.Press("Change the amount");
            Dialogs.WaitForAssertion(() => Dialogs.HasButton("Change the amount").Should().BeFalse());
            Dialogs.Field("Amount").GetAttribute("value").Should().Be(amount);
            Dialogs.Press("Record payment");
            Dialogs.WaitForState(() => Dialogs.HasButton("Change the amount"));
            Dialogs.FindAll("button").Last(button => button.TextContent.Trim() == "Record payment").Click();
        }

        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be((long)(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) * 100));
        Said.Should().Be("Payment recorded");
    }

    [Fact]
    public async Task A_double_click_records_once()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");

        var button = Dialogs.Pressable("Record payment");
        var first = button.ClickAsync(new());
        try
        {
            await button.ClickAsync(new());
        }
        catch (UnknownEventHandlerIdException)
        {
            // The first click was done already, and the button gone with its dialog.
        }

        await first;
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be(100_00);
    }

    [Fact]
    public async Task A_viewer_is_offered_nothing_that_moves_money()
    {
        var id = await SentAsync(invoice => invoice.Pay(40_00));
        var details = await Services.GetRequiredService<DrawerInvoices>().FindAsync(TestSite.Viewer, id);

        ShowTo<InvoiceActs>(TestSite.Viewer, SiteRole.Viewer, p => p.Add(x => x.Invoice, details!)).FindAll("button").Should().BeEmpty();
        ShowTo<InvoiceSections>(TestSite.Viewer, SiteRole.Viewer, p => p.Add(x => x.Invoice, details!)).FindAll("button").Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_done_says_why()
    {
        var acts = await ShowActsAsync(await Stage.DraftAsync(TestSite));
        acts.WhyNot("Record payment").Should().Be("This invoice was not sent yet.");

        acts = await ShowActsAsync(await SentAsync(invoice => invoice.Credit(100_00)));
        acts.WhyNot("Record refund").Should().Be("Nothing was paid yet that could be refunded.");
        acts.WhyNot("Issue credit note").Should().Be("All that was billed was credited already.");
    }
}
