using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Messages.Editor;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Admin.Workspace.Editor;
using FasterMoney.Web.Admin.Workspace.Entries;

namespace FasterMoney.Tests.Components.Unsaved;

/// <summary>Forms as texts.</summary>
public sealed class TypedFieldsTests
{
    private static readonly InvoiceDraft Draft = new()
    {
        Content = Cast.Content().Saying(reference: "PO-1", memo: "Thanks"), Culture = CultureInfo.GetCultureInfo("de-DE"), TermDays = 14, CustomerId = Guid.NewGuid(), CustomerName = "Ada",
    };

    public static TheoryData<string> Forms => new(Pairs().Keys);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Everything_that_is_typed_comes_back(string name)
    {
        var (filled, empty) = Pairs()[name];
        var text = TypedFields.Write(filled);
        TypedFields.Write(empty).Should().NotBe(text);

        TypedFields.Read(text, empty);

        TypedFields.Write(empty).Should().Be(text);
    }

    [Fact]
    public void Each_editors_form_is_tried()
    {
        var forms = typeof(TypedFields).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Form", StringComparison.Ordinal) && type.Namespace!.Contains(".Admin.") && !type.Name.EndsWith("LineForm", StringComparison.Ordinal));
        Pairs().Keys.Should().Contain(forms.Select(type => type.Name).Except(["LineForm", "CreditNoteLineForm"]));
    }

    [Fact]
    public void An_invoice_is_what_it_was_to_the_last_line()
    {
        var typed = InvoiceForm.Of(Draft);
        typed.Lines[0].UnitPrice = "12,5x";
        typed.AddLine().Description = "One more";
        typed.Due(new DateOnly(2026, 12, 31));
        var back = InvoiceForm.Of(Draft);

        TypedFields.Read(TypedFields.Write(typed), back);

        back.Fingerprint().Should().Be(typed.Fingerprint());
        back.Issue(new DateOnly(2027, 1, 1));
        back.DueDate.Should().Be(new DateOnly(2026, 12, 31), "somebody had set it");
    }

    [Fact]
    public void A_password_is_not_kept() =>
        TypedFields.Write(new MailForm(Cast.Mail(25)) { Password = "s3cret-of-the-server" }).Should().NotContain("s3cret").And.NotContain("Password");

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"Gone\":1,\"Date\":\"no date\",\"Amount\":{}}")]
    public void A_form_that_has_changed_since_takes_what_it_can(string text)
    {
        var form = new EntryForm { Amount = "5", Date = new DateOnly(2026, 3, 10) };

        TypedFields.Read(text, form);

        (form.Amount, form.Date).Should().Be(("5", new DateOnly(2026, 3, 10)));
    }

    private static Dictionary<string, (object Filled, object Empty)> Pairs()
    {
        var day = new DateOnly(2026, 11, 24);
        var credit = new CreditNoteForm { HasLines = true, Sum = "3", Reason = "Agreed", PrivateNote = "Note", DraftVersion = 7 };
        credit.Lines.Add(new CreditNoteLineForm { Description = "Part", Amount = "1,5", TaxPercent = 19 });
        var blank = new InvoiceDraft { Content = Cast.Content("EUR") with { Lines = [] }, Culture = Draft.Culture, TermDays = 14 };
        var message = new MessageForm { Template = MessageTemplate.Overdue, To = "ada@", Subject = "Half", Body = "a\nthought" };
        return new Dictionary<string, (object Filled, object Empty)>
        {
            [nameof(InvoiceForm)] = (InvoiceForm.Of(Draft), InvoiceForm.Of(blank)),
            [nameof(CustomerForm)] = (new CustomerForm(Cast.AdasBakery), new CustomerForm(new CustomerContent("", "", "", "de", "", ""))),
            [nameof(MessageForm)] = (message, new MessageForm()),
            [nameof(FollowUpForm)] = (new FollowUpForm { Title = "Call", DueOn = day, AssigneeUserId = Guid.NewGuid(), Note = "Note" }, new FollowUpForm()),
            [nameof(EntryForm)] = (new EntryForm { Amount = "5", Date = day, PublicText = "Why", PrivateNote = "Note" }, new EntryForm()),
            [nameof(PaymentForm)] = (new PaymentForm { Amount = "5", Method = PaymentMethod.Card, IsProcessing = true }, new PaymentForm()),
            [nameof(RefundForm)] = (new RefundForm { Amount = "5", PaymentId = Guid.NewGuid(), FilledIn = "4" }, new RefundForm()),
            [nameof(AdjustmentForm)] = (new AdjustmentForm { Amount = "5", IsUp = true }, new AdjustmentForm()),
            [nameof(CreditNoteForm)] = (credit, new CreditNoteForm()),
            [nameof(SiteForm)] = (new SiteForm(SiteContent.New("Northwind", "USD", "UTC"), 3) { PaymentTermDays = "soon" }, new SiteForm(SiteContent.New("Else", "EUR", "UTC"), 1)),
            [nameof(MailForm)] = (new MailForm(Cast.Mail(25)), new MailForm(Cast.Mail(587) with { Host = "" })),
            [nameof(RouteForm)] = (new RouteForm { BaseUrl = "https://pay", Segment = "pa" }, new RouteForm()),
        };
    }
}
