using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class InvoiceImportingTests
{
    [Fact]
    public void An_imported_invoice_is_a_draft_with_its_own_number_which_sending_keeps()
    {
        var site = Cast.Northwind();
        var invoice = Invoice.Import(site, Cast.Ada(site), Cast.Content(), " RE 2024/117 ", Cast.Adam, Cast.Now);
        (invoice.Number, invoice.NumberSequence, invoice.NumberSearch, invoice.SendState).Should().Be(("RE 2024/117", 117L, "re 2024/117", SendState.Draft));
        ActivitySentence.For(invoice.NewActivity.Should().ContainSingle().Which).Should().Be("Adam Admin imported the invoice RE 2024/117.");

        invoice.Send(SentHow.Other, site, Cast.Adam, Cast.Now);
        (invoice.Number, site.NextInvoiceNumber).Should().Be(("RE 2024/117", 1L));
    }

    [Theory]
    [InlineData("INV-0041", 42)]
    [InlineData("inv-41", 42)]
    [InlineData("INV-2026-41", 1)]
    [InlineData("INV-20260310001", 1)]
    [InlineData("INV-999999999", 1)]
    [InlineData("41", 1)]
    [InlineData("INV-", 1)]
    public void The_sites_numbers_go_on_above_one_that_starts_alike(string number, long next)
    {
        var site = Cast.Northwind();
        Invoice.Import(site, Cast.Ada(site), Cast.Content(), number, Cast.Adam, Cast.Now);
        site.NextInvoiceNumber.Should().Be(next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("INV\n1")]
    [InlineData("<b>1</b>")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void What_is_no_number_is_refused(string number)
    {
        var site = Cast.Northwind();
        FluentActions.Invoking(() => Invoice.Import(site, Cast.Ada(site), Cast.Content(), number, Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();
    }
}
