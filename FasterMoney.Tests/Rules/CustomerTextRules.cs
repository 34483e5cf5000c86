using System.Buffers;
using System.Collections;
using System.Reflection;
using System.Text;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Portal;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Rules;

/// <summary>Page and document show what <see cref="PortalInvoice"/> holds. So a text on it was checked, or somebody said here why it need not be.</summary>
public sealed class CustomerTextRules
{
    /// <summary>Texts in which nobody writes to a customer, each with the reason why no check reads it.</summary>
    private static readonly Dictionary<string, string> Unchecked = new()
    {
        ["PortalBusiness.Name"] = "who bills: a name that every customer of the site knows",
        ["PortalBusiness.LegalName"] = "who bills, as the register has it",
        ["PortalBusiness.Address"] = "who bills: printed on every invoice",
        ["PortalBusiness.Contact"] = "where customers ask: meant to be read by each of them",
        ["PortalHead.CustomerName"] = "who is billed: the reader",
        ["PortalHead.CustomerAddress"] = "who is billed: the reader",
        ["PortalHead.Number"] = "counted by the application",
        ["StatementEntry.Number"] = "a credit note's own, counted by the application",
        ["PortalInvoice.LogoUrl"] = "made by the application from the address that was asked for",
        ["PortalInvoice.GenuineUrl"] = "made by the application from the address that was asked for",
        ["PortalInvoice.DocumentUrl"] = "made by the application from the address that was asked for",
    };

    [Fact]
    public async Task A_text_reaches_the_customers_page_only_by_the_list_that_is_checked()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var cast = new PortalCast(database);
        await cast.OpenAsync();
        var (_, invoice, _) = await cast.SendAsync((sent, _, site) =>
        {
            PortalCast.Pay(sent, 50_00);
            PortalCast.Credit(sent, 3_08, site);
        });
        await using var reads = new PortalReads(database);
        var read = await reads.OwnAsync(cast.Site.Id, invoice.Id, default);
        var page = PortalInvoice.Of(read!, new DateTimeOffset(PortalCast.Now), "/logo.png", "/invoice.pdf") with { GenuineUrl = "/about" };

        var checkedTexts = CustomerTexts.Of(cast.Site.ToContent()).Concat(CustomerTexts.Of(invoice)).Concat(invoice.Entries.SelectMany(CustomerTexts.Of))
            .Select(text => text.Text).ToHashSet();
        var shown = TextsOf(page).ToList();

        shown.Where(text => !Unchecked.ContainsKey(text.Name) && !IsChecked(text.Text)).Should()
            .BeEmpty("what is added to the page is added to CustomerTexts, or named in this test with a reason");
        NamesOf(typeof(PortalInvoice), []).Except(shown.Where(text => text.Text.Length > 0).Select(text => text.Name)).Should()
            .BeEmpty("the cast fills every text of the page, or this test would prove nothing about it");

        // A document's own number stands before its reason.
        bool IsChecked(string text) => text.Length == 0 || checkedTexts.Contains(text) || checkedTexts.Contains(text.Split(" · ")[^1]);
    }

    [Fact]
    public async Task Each_text_that_is_typed_for_the_customer_is_on_page_and_document_and_is_checked()
    {
        var total = Money.Zero(Currency.Of("EUR"));
        var invoice = new PortalInvoice
        {
            Head = new()
            {
                Business = new("Northwind Studio", "", "", ""), CustomerName = "Ardent Coffee", Number = "INV-7", IssueDate = new(2026, 11, 5),
                Texts = InvoiceTexts.Of(text => $"The{text.Name}OfIt"),
            },
            Statement = UnpaidStatement.Of(total), Net = total, ReadAt = new(Cast.Later),
        };
        var output = new ArrayBufferWriter<byte>();
        await new PortalRenderer().RenderInvoiceAsync(invoice, PortalLanguage.For("en-GB"), isPreview: false, output);
        var page = Encoding.UTF8.GetString(output.WrittenSpan);
        var document = new PdfReading(InvoiceDocument.Write(invoice, PortalLanguage.For("en-GB"), null, null).Bytes).Bare;

        foreach (var text in typeof(InvoiceTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)))
        {
            page.Should().Contain($"The{text.Name}OfIt");
            document.Should().Contain($"The{text.Name}OfIt");
            CustomerTexts.Of(Cast.Draft(Cast.Northwind())).Should().Contain(known => known.Field == text.Name);
        }
    }

    private static IEnumerable<(string Name, string Text)> TextsOf(object? thing) => thing switch
    {
        null => [],
        IEnumerable many => many.Cast<object?>().SelectMany(TextsOf),
        _ => PropertiesOf(thing.GetType()).SelectMany(property => property.PropertyType == typeof(string)
            ? [(NameOf(property), (string?)property.GetValue(thing) ?? "")]
            : TextsOf(property.GetValue(thing))),
    };

    private static IEnumerable<string> NamesOf(Type type, HashSet<Type> seen) => !seen.Add(type) ? [] : PropertiesOf(type).SelectMany(property =>
        property.PropertyType == typeof(string) ? [NameOf(property)]
        : property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments().SelectMany(argument => NamesOf(argument, seen))
        : NamesOf(property.PropertyType, seen));

    private static string NameOf(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    // Amounts are figures, not texts.
    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.Namespace?.StartsWith("FasterMoney", StringComparison.Ordinal) == true && type.Namespace != "FasterMoney.Domain.Amounts" && !type.IsEnum
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)
            : [];
}
