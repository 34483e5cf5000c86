using System.Collections;
using System.Reflection;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;

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
        ["PortalInvoice.CustomerName"] = "who is billed: the reader",
        ["PortalInvoice.CustomerAddress"] = "who is billed: the reader",
        ["PortalInvoice.Number"] = "counted by the application",
        ["StatementEntry.Number"] = "a credit note's own, counted by the application",
        ["PortalInvoice.LogoUrl"] = "made by the application from the address that was asked for",
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
        var page = PortalInvoice.Of(read!, new DateTimeOffset(PortalCast.Now), "/logo.png", "/invoice.pdf");

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
