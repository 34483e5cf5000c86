using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Customers;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components.Unsaved;

/// <summary>An editor that is lost and opened again, by the same person in the same sign-in.</summary>
public class UnsavedInputTests : EntryContext
{
    [Fact]
    public async Task What_was_typed_is_offered_with_its_age_and_put_back_only_when_asked()
    {
        await TypeAndLoseAsync("Adele");
        Stage.Clock.Advance(TimeSpan.FromMinutes(12));

        var page = ShowForm();

        page.WaitForAssertion(() => Offer(page)!.TextContent.Should().Contain("Unsaved changes from 12 min ago"));
        page.Field("Contact").GetAttribute("value").Should().Be(Cast.AdasBakery.ContactName);
        page.Press("Restore");
        page.WaitForAssertion(() => page.Field("Contact").GetAttribute("value").Should().Be("Adele"));
        Offer(page).Should().BeNull();
        page.Press("Save");
        await SavedAsync("Adele");
    }

    [Fact]
    public async Task Nothing_is_kept_after_saving_after_discarding_and_after_typing_it_back()
    {
        await TypeAndLoseAsync("Adele");
        var page = ShowForm();
        page.WaitForAssertion(() => Offer(page).Should().NotBeNull());
        page.Find("[aria-label='Discard the unsaved changes']").Click();
        await EventuallyAsync(() => Kept.Texts.Should().BeEmpty());
        Offer(page).Should().BeNull();

        await TypeAsync(page, "Adelheid");
        page.Type("Contact", Cast.AdasBakery.ContactName);
        await EventuallyAsync(() => Kept.Texts.Should().BeEmpty());

        await TypeAsync(page, "Adele");
        page.Press("Save");
        await SavedAsync("Adele");
        await EventuallyAsync(() => Kept.Texts.Should().BeEmpty());
    }

    [Fact]
    public async Task What_is_typed_beside_an_offer_does_not_take_its_place()
    {
        await TypeAndLoseAsync("Adele");
        var page = ShowForm();
        page.WaitForAssertion(() => Offer(page).Should().NotBeNull());
        page.Type("E-mail", "second@bakery.example");
        var before = Kept.Texts.Values.Single();
        await WaitUntilKeptAsync(() => Kept.Texts.Values.Single() != before);

        page = ShowForm();
        page.WaitForAssertion(() => Offer(page).Should().NotBeNull());
        page.Find("[aria-label='Discard the unsaved changes']").Click();
        page.Press("Restore");

        page.WaitForAssertion(() => page.Field("Contact").GetAttribute("value").Should().Be("Adele"));
        page.Field("E-mail").GetAttribute("value").Should().Be(Cast.AdasBakery.Email);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_chosen_part_by_part()
    {
        await TypeAndLoseAsync("Adele");
        await Stage.Customers.EditAsync(TestSite.Owner, TestSite.Ada, 1, Cast.AdasBakery with { ContactName = "Alma", Email = "new@bakery.example" });
        var page = ShowForm();
        page.WaitForAssertion(() => Offer(page)!.TextContent.Should().Contain("Somebody else changed this meanwhile"));

        page.Press("Restore");
        Dialogs.WaitForAssertion(() => Dialogs.FindAll("legend").Select(legend => legend.TextContent).Should().Equal("Contact", "E-mail"));
        Dialogs.Press("Save what is chosen");

        page.WaitForAssertion(() => page.Field("Contact").GetAttribute("value").Should().Be("Adele"));
        page.Field("E-mail").GetAttribute("value").Should().Be("new@bakery.example");
        page.Press("Save");
        await SavedAsync("Adele");
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_is_offered_nothing()
    {
        Kept.Refuses = true;
        var page = ShowForm();
        page.Type("Contact", "Adele");
        Stage.Clock.Advance(TimeSpan.FromSeconds(2));

        Offer(ShowForm()).Should().BeNull();
        page.Press("Save");
        await SavedAsync("Adele");
    }

    [Fact]
    public async Task A_payment_that_did_get_through_is_told_and_not_offered_again()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");
        Dialogs.Type("Amount", "40");
        await WaitUntilKeptAsync(() => Kept.Texts.Count == 1);
        var kept = Kept.Texts.Single();
        Dialogs.Press("Record payment");
        await ClosedAsync();
        Kept.Texts[kept.Key] = kept.Value;

        await OpenAsync(id, "Record payment");

        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("Payment recorded: what you had typed here did get through."));
        Dialogs.HasButton("Restore").Should().BeFalse();
        await EventuallyAsync(() => Kept.Texts.Should().BeEmpty());
        (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be(40_00);
    }

    [Fact]
    public async Task A_payment_that_did_not_get_through_is_gone_on_with_from_the_drawer_and_booked_once()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");
        Dialogs.Type("Amount", "40");
        await WaitUntilKeptAsync(() => Kept.Texts.Count == 1);
        var kept = Kept.Texts.Single();
        Dialogs.Press("Cancel");
        await ClosedAsync();
        Kept.Texts.Should().BeEmpty();
        Kept.Texts[kept.Key] = kept.Value;

        var acts = await ShowActsAsync(id);
        acts.WaitForState(() => acts.HasButton("Go on"));
        acts.Press("Go on");
        Dialogs.WaitForAssertion(() => Dialogs.Field("Amount").GetAttribute("value").Should().Be("40"));
        Dialogs.Press("Record payment");
        await ClosedAsync();

        (await Stage.InvoiceAsync(id)).PaidMinor.Should().Be(40_00);
        acts.WaitForAssertion(() => acts.HasButton("Go on").Should().BeFalse());
    }

    [Fact]
    public async Task A_payment_that_somebody_else_recorded_meanwhile_is_asked_about()
    {
        var id = await SentAsync();
        await OpenAsync(id, "Record payment");
        Dialogs.Type("Amount", "40");
        await WaitUntilKeptAsync(() => Kept.Texts.Count == 1);
        var kept = Kept.Texts.Single();
        Dialogs.Press("Cancel");
        await ClosedAsync();
        Kept.Texts[kept.Key] = kept.Value;
        await Stage.Balances.RecordPaymentAsync(TestSite.Owner, id, 2, Cast.Entry(40_00), PaymentMethod.Card, isProcessing: false);

        await OpenAsync(id, "Record payment");
        Dialogs.WaitForState(() => Dialogs.HasButton("Restore"));
        Dialogs.Press("Restore");

        Dialogs.WaitForAssertion(() => Dialogs.Find("[role=alert]").TextContent.Should()
            .Contain("Olivia Owner recorded a payment of USD 40.00.").And.Contain("Was there really a second payment?"));
        Dialogs.Pressable("Record payment").HasAttribute("disabled").Should().BeTrue();
    }

    private static IElement? Offer<T>(IRenderedComponent<T> page)
        where T : Microsoft.AspNetCore.Components.IComponent => page.FindAll("[role=group][aria-label='Unsaved changes']").SingleOrDefault();

    private IRenderedComponent<CustomerPage> ShowForm()
    {
        var page = Show<CustomerPage>(p => p.Add(x => x.Id, TestSite.Ada));
        page.WaitForState(() => page.FindAll("select").Count == 1);
        return page;
    }

    // The first page is never taken down: what happens to a page whose server is gone.
    private async Task TypeAndLoseAsync(string contact) => await TypeAsync(ShowForm(), contact);

    private async Task TypeAsync(IRenderedComponent<CustomerPage> page, string contact)
    {
        page.Type("Contact", contact);
        await WaitUntilKeptAsync(() => Kept.Texts.Count == 1);
    }

    private async Task WaitUntilKeptAsync(Func<bool> isKept)
    {
        await Eventually.TrueAsync(() =>
        {
            Stage.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return isKept();
        });
        isKept().Should().BeTrue();
    }

    private async Task SavedAsync(string contact) => await Eventually.TrueAsync(async () =>
        (await Stage.ReadAsync(db => db.Customers.SingleAsync(c => c.Id == TestSite.Ada))).ContactName == contact);
}
