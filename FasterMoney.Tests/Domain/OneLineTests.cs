using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

/// <summary>Names, references, numbers and ids are one line each, at the rule that every door asks.</summary>
public sealed class OneLineTests
{
    public static TheoryData<string> Breaks => ["\n", "\r", "\r\n", "\t", "\v", "\f", "\u0085", "\u2028", "\u2029", "\u0001", "\u001B", "\u007F"];

    [Theory, MemberData(nameof(Breaks))]
    public void A_name_reference_or_id_of_two_lines_is_refused_at_its_field(string lineBreak)
    {
        var text = $"Acme{lineBreak}=1+cmd|'/C calc'!A0";
        var site = Cast.Studio().ToContent();
        (string Field, RuleCheck Check)[] doors =
        [
            (nameof(CustomerContent.Name), (Cast.AdasBakery with { Name = text }).Check()),
            (nameof(CustomerContent.ContactName), (Cast.AdasBakery with { ContactName = text }).Check()),
            (nameof(CustomerContent.Email), (Cast.AdasBakery with { Email = text }).Check()),
            (nameof(Customer.ExternalId), Customer.CheckExternalId(text)),
            (nameof(InvoiceTexts.Reference), (Cast.Content() with { Texts = new() { Reference = text } }).Check()),
            ("Number", FasterMoney.Domain.Numbering.InvoiceNumber.Check(text)),
            (nameof(SiteContent.Name), (site with { Name = text }).Check()),
            (nameof(SiteContent.LegalName), (site with { LegalName = text }).Check()),
            (nameof(SiteContent.ContactPhone), (site with { ContactPhone = text }).Check()),
            (nameof(SiteContent.NumberPrefix), (site with { NumberPrefix = text }).Check()),
            ("Title", Cast.FollowUp(Guid.CreateVersion7(), text).Check()),
            (nameof(EntryDetails.PublicText), Cast.Sent(Cast.Northwind()).CanRecordPayment(Cast.Entry(1_00, publicText: text), Cast.Today)),
        ];
        foreach (var (field, check) in doors)
            check.Reasons.Should().Contain(reason => reason.Field == field, field);
    }

    [Fact]
    public void A_text_that_no_database_keeps_is_refused_wherever_it_stands()
    {
        // Not as data of a theory: halves of pairs do not outlive the way there.
        foreach (var text in (string[])["a\0b", $"a{(char)0xD800}b", $"{(char)0xDC00}", $"{(char)0xDC00}{(char)0xD800}"])
        {
            (Cast.AdasBakery with { PrivateNote = text }).Check().Reasons.Should().ContainSingle().Which.Field.Should().Be("PrivateNote");
            (Cast.Content() with { Texts = new() { Memo = text } }).Check().Reasons.Should().ContainSingle().Which.Field.Should().Be("Memo");
        }
    }

    [Theory]
    [InlineData("Zoë & Søn 🍞")]
    [InlineData("می‌خواهم")]
    [InlineData("株式会社エース")]
    public void Names_of_every_script_are_one_line(string name) => (Cast.AdasBakery with { Name = name }).Check().IsAllowed.Should().BeTrue();
}
