using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class FittingTemplateTests
{
    private readonly Invoice _invoice = Cast.Sent(Cast.Northwind());

    private DateOnly Due => _invoice.DueDate;

    [Fact]
    public void It_follows_the_due_date()
    {
        On(Due.AddDays(-1)).Should().Be(MessageTemplate.InvoiceSent);
        FittingTemplate.For(_invoice, Due.AddDays(-1), wasCorrected: false, wasAnnounced: true).Should().Be(MessageTemplate.ReminderBeforeDue);
        On(Due).Should().Be(MessageTemplate.DueToday);
        On(Due.AddDays(1)).Should().Be(MessageTemplate.Overdue);
    }

    [Fact]
    public void A_correction_that_the_customer_has_not_seen_comes_first() =>
        FittingTemplate.For(_invoice, Due.AddDays(1), wasCorrected: true, wasAnnounced: true).Should().Be(MessageTemplate.CorrectedBalance);

    [Fact]
    public void Paid_it_thanks_and_credited_it_explains()
    {
        var credited = Cast.Sent(Cast.Northwind());
        credited.Credit(100_00);
        FittingTemplate.For(credited, Due, false, true).Should().Be(MessageTemplate.CorrectedBalance);
        _invoice.Pay(100_00);
        On(Due.AddDays(1)).Should().Be(MessageTemplate.PaymentReceived);
    }

    [Fact]
    public void What_is_not_with_the_customer_has_no_template() =>
        FittingTemplate.For(Cast.Draft(Cast.Northwind()), Due, false, false).Should().Be(MessageTemplate.Blank);

    private MessageTemplate On(DateOnly today) => FittingTemplate.For(_invoice, today, wasCorrected: false, wasAnnounced: false);
}
