using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Logos;
using Microsoft.AspNetCore.Components.Forms;

namespace FasterMoney.Tests.Components.Settings;

public sealed class SitePageTests : SettingsContext
{
    [Fact]
    public async Task What_cannot_be_saved_is_said_beside_its_field_and_stays_typed()
    {
        var page = ShowToOwner<SitePage>();

        Field(page, "Name").Input("");
        Field(page, "Public e-mail").Input("not an address");
        Field(page, "Payment terms in days").Input("soon");
        Press(page, "Save changes");

        page.WaitForAssertion(() => ReasonAt(page, "Name").Should().Contain("Enter the name customers know you by."));
        ReasonAt(page, "Public e-mail").Should().Contain("This is not an e-mail address.");
        ReasonAt(page, "Payment terms in days").Should().Contain("Choose 0 to 365 days.");
        Field(page, "Payment terms in days").GetAttribute("value").Should().Be("soon");
        (await SiteAsync()).Name.Should().Be("Northwind");
    }

    [Fact]
    public async Task The_example_follows_the_numbering_which_only_goes_up()
    {
        await Stage.SentAsync(TestSite);
        var page = ShowToOwner<SitePage>();

        Field(page, "Number prefix").Input("NW/");
        Field(page, "Next number").Input("120");
        page.FindAll("strong").Should().Contain(example => example.TextContent == "NW/0120");

        Field(page, "Next number").Input("1");
        Press(page, "Save changes");
        page.WaitForAssertion(() => ReasonAt(page, "Next number").Should().Contain("Numbers only go up. Choose 2 or more"));

        Field(page, "Next number").Input("120");
        Press(page, "Save changes");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        (await SiteAsync()).NextInvoiceNumber.Should().Be(120);
    }

    [Fact]
    public async Task What_is_usual_in_a_country_is_taken_over_and_each_of_it_can_be_changed()
    {
        var page = ShowToOwner<SitePage>();
        Field(page, "Country").Change("DE");
        Press(page, "Take what is usual in Germany");

        Field(page, "Currency").GetAttribute("value").Should().Be("EUR");
        Field(page, "Time zone").GetAttribute("value").Should().Be("Europe/Berlin");
        Field(page, "Name of the tax").GetAttribute("value").Should().Be("USt.");
        Field(page, "Tax rates").GetAttribute("value").Should().Be("19; 7; 0");

        Field(page, "Tax rates").Input("7,5 %; zero");
        Press(page, "Save changes");
        page.WaitForAssertion(() => ReasonAt(page, "Tax rates").Should().Contain("Enter percentages from 0 to 100"));
        Field(page, "Tax rates").GetAttribute("value").Should().Be("7,5 %; zero");

        Field(page, "Tax rates").Input("7,5 %; 0");
        Field(page, "Tax number").Input("DE123456789");
        Press(page, "Save changes");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        (await SiteAsync()).Should().BeEquivalentTo(new
        {
            Country = "DE", CurrencyCode = "EUR", Language = "de-DE", NumberFormat = "de-DE", TaxName = "USt.", TaxNumber = "DE123456789", TaxRates = "7.5;0", Paper = Paper.A4,
        });
    }

    [Fact]
    public async Task A_part_of_a_citys_name_finds_its_time_zone()
    {
        var page = ShowToOwner<SitePage>();

        Field(page, "Time zone").Input("lisbon");
        Field(page, "Time zone").Blur();
        Field(page, "Time zone").GetAttribute("value").Should().Be("Europe/Lisbon");

        Field(page, "Time zone").Input("Nowhere");
        Press(page, "Save changes");
        page.WaitForAssertion(() => ReasonAt(page, "Time zone").Should().Contain("Choose a time zone."));
        (await SiteAsync()).TimeZoneId.Should().Be("America/New_York");
    }

    [Fact]
    public async Task An_invoice_that_is_sent_meanwhile_is_no_obstacle_to_other_changes()
    {
        var page = ShowToOwner<SitePage>();
        await Stage.SentAsync(TestSite);

        Field(page, "Name").Input("Northwind & Daughters");
        Press(page, "Save changes");

        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        var site = await SiteAsync();
        (site.Name, site.NextInvoiceNumber).Should().Be(("Northwind & Daughters", 2));
    }

    [Fact]
    public async Task Two_owners_who_save_at_once_lose_nothing()
    {
        var page = ShowToOwner<SitePage>();
        Field(page, "Name").Input("Mine");
        var site = await SiteAsync();
        await Stage.Sites.EditAsync(TestSite.Owner, site.Version, site.ToContent() with { Name = "Theirs", ContactPhone = "555" }, null);

        Press(page, "Save changes");

        Answer("Save what is chosen").Should().Contain("Theirs").And.Contain("Mine").And.Contain("555");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        site = await SiteAsync();
        (site.Name, site.ContactPhone).Should().Be(("Mine", "555"));
    }

    [Theory]
    [InlineData(SiteRole.Viewer)]
    [InlineData(SiteRole.Admin)]
    public void Others_read_the_settings_and_the_reason(SiteRole role)
    {
        var page = ShowTo<SitePage>(role == SiteRole.Viewer ? TestSite.Viewer : TestSite.Admin, role);

        page.Find("[role=note]").TextContent.Should().Be("Only owners change these settings. You can read them.");
        page.FindAll("fieldset").Should().OnlyContain(card => card.HasAttribute("disabled"));
        Button(page, "Save changes").Should().BeNull();
        page.FindComponents<InputFile>().Should().BeEmpty();
        Field(page, "Name").GetAttribute("value").Should().Be("Northwind");
    }

    [Fact]
    public async Task A_text_that_is_named_png_gets_a_clear_sentence()
    {
        var page = ShowToOwner<SitePage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("just words", "logo.png", contentType: "image/png"));

        page.WaitForAssertion(() => page.Find("#logo-answer").TextContent.Should().Be(LogoFile.WrongKind));
        (await Stage.ReadAsync(db => Task.FromResult(db.Logos.Any()))).Should().BeFalse();
    }

    [Fact]
    public async Task A_logo_is_shown_as_it_was_saved_and_can_be_removed()
    {
        var page = ShowToOwner<SitePage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(TinyPng, "logo.png", contentType: "image/png"));
        page.WaitForAssertion(() => page.Markup.Should().Contain("Logo saved"));
        page.Find("img").GetAttribute("src").Should().StartWith("data:image/png;base64,");

        Press(page, "Remove logo");
        page.WaitForAssertion(() => page.FindAll("img").Should().BeEmpty());
        (await Stage.ReadAsync(db => Task.FromResult(db.Logos.Any()))).Should().BeFalse();
    }

    // One green pixel.
    private static byte[] TinyPng { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
