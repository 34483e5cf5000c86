using System.Security.Cryptography;
using System.Text;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Web.Import;

/// <summary>A payment that a file holds.</summary>
public sealed record PaymentImport(int Row, DateOnly Date, long AmountMinor, PaymentMethod Method, string PublicText, string PrivateNote);

/// <summary>An invoice that a file holds, put together from all its rows.</summary>
public sealed record InvoiceImport(
    int Row, string Number, Customer Customer, bool IsSent, InvoiceContent Content, IReadOnlyList<int> LineRows, IReadOnlyList<PaymentImport> Payments)
{
    /// <summary>Does what the file says by the domain's own acts, so that an imported invoice is one that could have been written here.</summary>
    /// <param name="site">The site.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    /// <param name="problems">Takes what the domain refuses.</param>
    /// <returns>Null when it is no invoice at all.</returns>
    public Invoice? Write(Site site, Actor actor, DateTime utcNow, ImportProblems problems)
    {
        if (!Ask(InvoiceNumber.Check(Number).And(Invoice.CanSave(Content)), Place))
            return null;

        var invoice = Invoice.Import(site, Customer, Content, Number, actor, utcNow);
        if (IsSent && Ask(invoice.CanSend(), _ => (Row, "status")))
            invoice.Send(SentHow.Other, site, actor, utcNow);

        var today = site.Today(utcNow);
        foreach (var (index, payment) in Payments.Index())
        {
            var details = new EntryDetails(CommandId(site.Id, index), payment.Date, payment.AmountMinor, payment.PublicText, payment.PrivateNote);
            if (Ask(invoice.CanRecordPayment(details, today), field => (payment.Row, PaymentColumn(field))))
                invoice.RecordPayment(details, payment.Method, today, actor, utcNow);
        }

        return invoice;

        bool Ask(RuleCheck check, Func<string?, (int Row, string Column)> place)
        {
            problems.Add(check, place);
            return check.IsAllowed;
        }
    }

    // Names the payment by where it stands, so that the database refuses it a second time however it comes.
    private Guid CommandId(Guid siteId, int index)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"import {siteId:N} {Number} {index}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made from a name
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private (int Row, string Column) Place(string? field)
    {
        if (field?.StartsWith("Lines[", StringComparison.Ordinal) == true && field.Split('[', ']') is [_, var index, var name])
        {
            return (LineRows[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)], name switch
            {
                ".Description" => "description",
                ".Quantity" => "quantity",
                ".UnitPriceMinor" => "unit_price",
                ".DiscountPercent" => "discount_percent",
                _ => "tax_percent",
            });
        }

        return (Row, field switch
        {
            "Number" => "invoice_number",
            nameof(InvoiceContent.CurrencyCode) => "currency",
            nameof(InvoiceContent.DueDate) => "due_date",
            nameof(InvoiceContent.PrivateNote) => "private_note",
            nameof(InvoiceContent.Lines) => "unit_price",
            _ => InvoiceTexts.All.Where(text => text.Name == field).Select(ImportColumns.NameOf).FirstOrDefault(""),
        });
    }

    private static string PaymentColumn(string? field) => field switch
    {
        nameof(EntryDetails.Date) => "payment_date",
        nameof(EntryDetails.PublicText) => "payment_reference",
        nameof(EntryDetails.PrivateNote) => "payment_note",
        _ => "payment_amount",
    };
}
