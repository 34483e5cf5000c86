using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.Invoices;

public sealed partial class Invoice
{
    /// <summary>
    /// Brings an invoice over from another product as a draft that keeps its number; sending it keeps the number too.
    /// The site's own numbers go on above it when they start alike.
    /// </summary>
    /// <param name="site">The site that bills.</param>
    /// <param name="customer">A customer of that site.</param>
    /// <param name="content">What was billed.</param>
    /// <param name="number">Its number, unique on the site.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    /// <exception cref="RuleViolation">Refused by <see cref="InvoiceNumber.Check"/> or <see cref="CanSave"/>.</exception>
    public static Invoice Import(Site site, Customer customer, InvoiceContent content, string number, Actor actor, DateTime utcNow)
    {
        InvoiceNumber.Check(number).And(CanSave(content)).Insist();
        var invoice = new Invoice(site, customer, content, utcNow);
        invoice.TakeNumber(number.Trim());
        site.ContinueNumbersAbove(invoice.Number!, actor, utcNow);
        invoice.Record(ActivityKind.InvoiceImported, actor, utcNow, invoice.Number!);
        return invoice;
    }

    private void TakeNumber(string number) =>
        (Number, NumberSequence, NumberSearch) = (number, InvoiceNumber.SequenceOf(number) ?? 0, number.ToLowerInvariant());
}
