using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Statements;
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
        On(Due.AddDays(-1), wasAnnounced: true).Should().Be(MessageTemplate.ReminderBeforeDue);
        On(Due).Should().Be(MessageTemplate.DueToday);
        On(Due.AddDays(1)).Should().Be(MessageTemplate.Overdue);
    }

    [Fact]
    public void A_correction_that_the_customer_has_not_seen_comes_first()
    {
        _invoice.Adjust(-1_00);
        var (before, after) = (Cast.Now.AddDays(-1), Cast.Now);
        On(Due.AddDays(-1), seen: before, wasAnnounced: true).Should().Be(MessageTemplate.CorrectedBalance);
        On(Due.AddDays(-1), seen: after, wasAnnounced: true).Should().Be(MessageTemplate.ReminderBeforeDue);
    }

    [Fact]
    public void Overdue_it_reminds_unless_a_correction_is_newer_than_the_last_message()
    {
        _invoice.Adjust(-1_00);
        var (before, after) = (Cast.Now.AddDays(-1), Cast.Now);
        On(Due.AddDays(1), seen: before).Should().Be(MessageTemplate.Overdue, "no message told of anything yet");
        On(Due.AddDays(1), seen: before, told: before).Should().Be(MessageTemplate.CorrectedBalance);
        On(Due.AddDays(1), seen: after, told: before).Should().Be(MessageTemplate.Overdue, "they looked at it since");
        On(Due.AddDays(1), seen: after, told: after).Should().Be(MessageTemplate.Overdue);
    }

    [Fact]
    public void Paid_it_thanks_and_credited_it_explains()
    {
        var credited = Cast.Sent(Cast.Northwind());
        credited.Credit(100_00);
        FittingTemplate.For(InvoiceStatement.Of(credited, Due), seen: null, told: null, wasAnnounced: true).Should().Be(MessageTemplate.CorrectedBalance);
        _invoice.Pay(100_00);
        On(Due.AddDays(1)).Should().Be(MessageTemplate.PaymentReceived);
    }

    [Fact]
    public void What_is_not_with_the_customer_has_no_template() =>
        FittingTemplate.For(InvoiceStatement.Of(Cast.Draft(Cast.Northwind()), Due), seen: null, told: null, wasAnnounced: false).Should().Be(MessageTemplate.Blank);

    private MessageTemplate On(DateOnly today, DateTime? seen = null, DateTime? told = null, bool wasAnnounced = false) =>
        FittingTemplate.For(InvoiceStatement.Of(_invoice, today), seen, told, wasAnnounced || told is not null);
}
