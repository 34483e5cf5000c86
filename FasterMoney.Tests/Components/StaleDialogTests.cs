using Bunit;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

/// <summary>Two people at one invoice.</summary>
public class StaleDialogTests : EntryContext
{
    private BalanceCommands Balances => Services.GetRequiredService<BalanceCommands>();

    [Fact]
    public async Task A_change_by_somebody_else_is_shown_with_the_new_balance_and_confirmed_anew()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Add adjustment");
        Dialogs.Type("Amount", "5");
        Dialogs.Type("Reason", "Rounded");

        await Balances.IssueCreditNoteAsync(TestSite.Owner, id, 2, new CreditNoteContent("Agreed", 20_00, []), Guid.NewGuid());

        Dialogs.WaitForAssertion(() => Dialogs.Find("[role=alert]").TextContent.Should()
            .Contain("This invoice changed while you were here.").And.Contain("Olivia Owner issued a credit note of USD 20.00.").And.Contain("The balance is now $80.00."));
        Dialogs.Field("Amount").GetAttribute("value").Should().Be("5");
        Dialogs.Term("Balance after").Should().Be("$75.00");
        Dialogs.Pressable("Add adjustment").HasAttribute("disabled").Should().BeTrue();

        Dialogs.Press("Go on from this balance");
        Dialogs.FindAll("[role=alert]").Should().BeEmpty();
        Dialogs.Press("Add adjustment");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).BalanceMinor.Should().Be(75_00);
    }

    [Fact]
    public async Task A_payment_after_somebody_elses_payment_asks_whether_there_really_was_a_second_one()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");

        await Balances.RecordPaymentAsync(TestSite.Owner, id, 2, Cast.Entry(100_00), PaymentMethod.Card, isProcessing: false);

        Dialogs.WaitForAssertion(() => Dialogs.Find("[role=alert]").TextContent.Should()
            .Contain("Olivia Owner recorded a payment of USD 100.00.").And.Contain("The balance is now $0.00.").And.Contain("Was there really a second payment?"));
        Dialogs.HasButton("Go on from this balance").Should().BeFalse();
        Dialogs.Press("No, close this");
        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be(100_00);
    }

    [Fact]
    public async Task A_second_payment_that_there_was_is_recorded()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");
        await Balances.RecordPaymentAsync(TestSite.Owner, id, 2, Cast.Entry(100_00), PaymentMethod.Card, isProcessing: false);
        Dialogs.WaitForState(() => Dialogs.HasButton("Yes, there was a second payment"));

        Dialogs.Press("Yes, there was a second payment");
        Dialogs.Term("Balance after").Should().Be("$100.00 credit");
        Dialogs.Press("Record payment");

        await ClosedAsync();
        (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be(200_00);
    }

    [Fact]
    public async Task A_change_that_no_screen_was_told_of_is_noticed_when_it_is_confirmed()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");
        await Stage.ChangeAsync(id, invoice => invoice.Pay(60_00));

        Dialogs.Press("Record payment");

        Dialogs.WaitForAssertion(() => Dialogs.Find("[role=alert]").TextContent.Should().Contain("Was there really a second payment?"));
        Dialogs.Term("Balance now").Should().Be("$40.00");
        (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be(60_00);
    }

    [Fact]
    public async Task What_is_no_longer_possible_cannot_be_confirmed()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Issue credit note");

        await Stage.Invoices.VoidAsync(TestSite.Owner, id, 2, "Ordered twice");

        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("This invoice is void."));
        Dialogs.Pressable("Issue credit note").HasAttribute("disabled").Should().BeTrue();
        Dialogs.HasButton("Go on from this balance").Should().BeFalse();
    }
}
