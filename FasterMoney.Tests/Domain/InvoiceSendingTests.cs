using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class InvoiceSendingTests
{
    private readonly Site _site = Cast.Northwind();

    [Fact]
    public void A_draft_has_no_number_and_is_called_after_its_customer()
    {
        var draft = Cast.Draft(_site);
        draft.Number.Should().BeNull();
        draft.Title.Should().Be("Draft for Ada's Bakery");
        draft.Bucket.Should().Be(InvoiceBucket.Draft);
        draft.NewActivity.Should().ContainSingle().Which.Kind.Should().Be(ActivityKind.InvoiceDrafted);
    }

    [Fact]
    public void The_first_sending_gives_the_number_and_opens_the_balance()
    {
        var invoice = Cast.Sent(_site);
        invoice.Should().BeEquivalentTo(new
        {
            Number = "INV-0001", NumberSequence = 1L, NumberSearch = "inv-0001", Title = "INV-0001", SendState = SendState.Sent,
            Bucket = InvoiceBucket.Open, SentAt = Cast.Now, SentHow = SentHow.Email, BalanceMinor = 100_00L, Version = 2L,
        });
        invoice.NewActivity[^1].Kind.Should().Be(ActivityKind.InvoiceSent);
    }

    [Fact]
    public void What_is_sent_is_not_sent_again()
    {
        var invoice = Cast.Sent(_site);
        invoice.CanSend().Text.Should().Be("This invoice was sent already.");
        Act(() => invoice.Send(SentHow.Other, _site, Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();
        _site.NextInvoiceNumber.Should().Be(2);
    }

    [Fact]
    public void A_draft_without_lines_or_without_anything_to_pay_is_not_sent()
    {
        var empty = new Invoice(_site, Cast.Ada(_site), Cast.Content() with { Lines = [] }, Cast.Adam, Cast.Now);
        empty.CanSend().Text.Should().Be("Add at least one line.");
        Cast.Draft(_site, Cast.Line(5_00, discount: 100)).CanSend().Text.Should().Contain("nothing to pay");
    }

    [Fact]
    public void Withdrawn_it_is_a_draft_that_keeps_its_number()
    {
        var invoice = Cast.Sent(_site);
        invoice.Withdraw(Cast.Adam, Cast.Now);
        invoice.Should().BeEquivalentTo(new { SendState = SendState.Draft, Number = "INV-0001", Bucket = InvoiceBucket.Draft });
        (invoice.SentAt, invoice.SentHow).Should().Be((null, null));
        invoice.CanEdit().IsAllowed.Should().BeTrue();
        invoice.CanDelete().Text.Should().Contain("has the number INV-0001 already");

        invoice.Send(SentHow.InPerson, _site, Cast.Adam, Cast.Now.AddDays(1));
        invoice.Number.Should().Be("INV-0001");
        _site.NextInvoiceNumber.Should().Be(2);
    }

    [Fact]
    public void With_money_recorded_it_is_not_withdrawn()
    {
        var invoice = Cast.Sent(_site);
        invoice.Pay(1);
        invoice.CanWithdraw().IsAllowed.Should().BeFalse();
        Act(() => invoice.Withdraw(Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();
        Cast.Draft(_site).CanWithdraw().Text.Should().Be("Only a sent invoice can be withdrawn.");
    }

    [Fact]
    public void Voiding_needs_a_reason_and_that_nothing_paid_is_left()
    {
        var invoice = Cast.Sent(_site);
        Act(() => invoice.Void(" ", _site, Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>().Which.Reasons.Should().ContainSingle().Which.Field.Should().Be("Reason");
        invoice.Pay(30_00);
        invoice.CanVoid().Text.Should().Be("USD 30.00 was paid on this invoice. Refund it first.");
        invoice.Refund(30_00);
        invoice.Void(" Ordered twice ", _site, Cast.Adam, Cast.Now);
        invoice.Should().BeEquivalentTo(new { SendState = SendState.Void, Bucket = InvoiceBucket.Void, VoidReason = "Ordered twice", VoidedOn = Cast.Today });
    }

    [Fact]
    public void Void_is_the_end()
    {
        var invoice = Cast.Sent(_site);
        invoice.Void("Ordered twice", _site, Cast.Adam, Cast.Now);
        RuleCheck[] questions =
        [
            invoice.CanSend(), invoice.CanWithdraw(), invoice.CanVoid(), invoice.CanEdit(), invoice.CanDelete(),
            invoice.CanRecordPayment(), invoice.CanCredit(new CreditNoteContent("As agreed", 1, [])), invoice.CanAdjust(),
        ];
        questions.Should().OnlyContain(question => !question.IsAllowed);
        Act(() => invoice.Pay(1)).Should().Throw<RuleViolation>().WithMessage("This invoice is void.");
    }

    [Fact]
    public void A_draft_that_never_had_a_number_is_deleted_and_not_voided()
    {
        var draft = Cast.Draft(_site);
        draft.CanVoid().Text.Should().Contain("Delete it instead");
        draft.CanDelete().IsAllowed.Should().BeTrue();
        draft.Delete(Cast.Adam, Cast.Now);
        draft.NewActivity[^1].Should().BeEquivalentTo(new { Kind = ActivityKind.InvoiceDeleted, Detail = "Ada's Bakery", InvoiceId = draft.Id });

        Cast.Sent(_site).CanDelete().Text.Should().StartWith("Only a draft can be deleted");
        Act(() => Cast.Sent(_site).Delete(Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();
    }

    [Fact]
    public void A_withdrawn_draft_can_be_voided()
    {
        var invoice = Cast.Sent(_site);
        invoice.Withdraw(Cast.Adam, Cast.Now);
        invoice.Void("Not ordered", _site, Cast.Adam, Cast.Now);
        invoice.Bucket.Should().Be(InvoiceBucket.Void);
    }

    [Fact]
    public void What_was_sent_is_never_edited()
    {
        var invoice = Cast.Sent(_site);
        Act(() => invoice.Edit(Cast.Bruno(_site), Cast.Content(), Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>().WithMessage("A sent invoice is never edited*");
        invoice.FollowCustomer(Renamed());
        invoice.BilledTo.Should().Be("Ada's Bakery");
    }

    [Fact]
    public void An_edited_draft_is_written_anew()
    {
        var draft = Cast.Draft(_site);
        draft.Edit(Cast.Bruno(_site), Cast.Content("JPY", true, Cast.Line(110, tax: 10), Cast.Line(20)).Saying(reference: " Ref-9 "), Cast.Adam, Cast.Now);
        draft.Should().BeEquivalentTo(new
        {
            BilledTo = "Bruno's Garage", BilledToSort = "bruno's garage", Language = "de-DE", CurrencyCode = "JPY", NetMinor = 120L,
            TotalMinor = 130L, BalanceMinor = 130L, Texts = new { Reference = "Ref-9" }, ReferenceSearch = "ref-9", Version = 2L,
        });
        draft.Lines.Select(line => line.Position).Should().Equal(0, 1);
        draft.ToContent().Lines.Should().HaveCount(2);
    }

    [Fact]
    public void A_customer_of_another_site_is_refused() =>
        Act(() => _ = new Invoice(_site, Cast.Ada(Cast.Harbor()), Cast.Content(), Cast.Adam, Cast.Now))
            .Should().Throw<RuleViolation>().WithMessage("This customer belongs to another business.");

    [Fact]
    public void Every_wrong_input_is_named_at_once()
    {
        var wrong = new InvoiceContent("XXX", Cast.Today, Cast.Today.AddDays(-1), new() { Reference = new string('x', 101), Memo = new string('x', 2001) }, new string('x', 4001), false,
            [new LineContent("", 0, 2_000_000_000_000, 101, 101), Cast.Line(1, quantity: 0.00001m)]);
        Invoice.CanSave(wrong).Reasons.Select(reason => reason.Field).Should().BeEquivalentTo(
            "CurrencyCode", "DueDate", "Reference", "Memo", "PrivateNote", "Lines[0].Description", "Lines[0].Quantity", "Lines[0].UnitPriceMinor",
            "Lines[0].DiscountPercent", "Lines[0].TaxPercent", "Lines[1].Quantity");
        Invoice.CanSave(Cast.Content(lines: Cast.Line(-1))).Text.Should().StartWith("The total is below zero.");
        Invoice.CanSave(Cast.Content(lines: [.. Enumerable.Repeat(Cast.Line(1), 501)])).Text.Should().Contain("at most 500 lines");
        Invoice.CanSave(Cast.Content() with { DueDate = Cast.Today.AddYears(6) }).Text.Should().Contain("five years");
    }

    [Fact]
    public void The_private_note_changes_at_any_time_and_an_open_editor_of_the_draft_is_told()
    {
        var invoice = Cast.Draft(_site);
        invoice.ChangePrivateNote(" INTERNAL NOTE, new ", Cast.Adam, Cast.Now);
        invoice.PrivateNote.Should().Be("INTERNAL NOTE, new");
        invoice.Version.Should().Be(2, "an editor of the draft would write the old note back");

        var sent = Cast.Sent(_site);
        sent.ChangePrivateNote("INTERNAL NOTE, new", Cast.Adam, Cast.Now);
        sent.Version.Should().Be(2, "the page that was previewed has not changed");
        sent.NewActivity[^1].Kind.Should().Be(ActivityKind.PrivateNoteChanged);
        Act(() => sent.ChangePrivateNote(new string('x', 4001), Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();
    }

    [Fact]
    public void A_draft_follows_its_own_customer_alone()
    {
        var ada = Cast.Ada(_site);
        var draft = new Invoice(_site, ada, Cast.Content(), Cast.Adam, Cast.Now);
        draft.FollowCustomer(Cast.Bruno(_site));
        draft.Version.Should().Be(1);
        ada.Edit(Cast.AdasBakery with { Name = "Ada & Co" }, Cast.Adam, Cast.Now);
        draft.FollowCustomer(ada);
        draft.Should().BeEquivalentTo(new { BilledTo = "Ada & Co", BilledToSort = "ada & co", Version = 2L });
    }

    [Fact]
    public void A_customers_wrong_inputs_are_named_at_once()
    {
        var wrong = new CustomerContent(" ", new string('x', 201), "ada@", "xx", new string('x', 1001), new string('x', 4001));
        wrong.Check().Reasons.Select(reason => reason.Field).Should().BeEquivalentTo("Name", "ContactName", "Email", "Language", "BillingAddress", "PrivateNote");
        (Cast.AdasBakery with { Email = "" }).Check().IsAllowed.Should().BeTrue();
    }

    [Theory]
    [InlineData("ada@bakery.example", true)]
    [InlineData("a.b+c@x-y.example", true)]
    [InlineData("ada@localhost", false)]
    [InlineData("ada bakery@x.example", false)]
    [InlineData("ada@x.example\nbcc: y@z.example", false)]
    [InlineData("<ada@x.example>", false)]
    public void An_email_address_has_the_shape_of_one(string text, bool allowed) => EmailAddress.Check(text).IsAllowed.Should().Be(allowed);

    private Customer Renamed()
    {
        var ada = Cast.Ada(_site);
        ada.Edit(Cast.AdasBakery with { Name = "Ada & Co" }, Cast.Adam, Cast.Now);
        return ada;
    }

    private static Action Act(Action act) => act;
}
