using Bunit;
using Bunit.TestDoubles;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Customers;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public class CustomerPagesTests : EditorContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task The_list_leads_to_each_customer_and_to_their_invoices()
    {
        await Stage.DraftAsync(TestSite);

        var page = ShowList();

        page.FindAll("tbody th a").Select(link => link.TextContent).Should().Equal("Ada's Bakery", "Bruno's Garage");
        page.Find("[aria-label=\"1 invoice of Ada's Bakery\"]").GetAttribute("href").Should().Be("/money?q=Ada%27s%20Bakery");
        page.Markup.Should().NotContain("INTERNAL NOTE");
    }

    [Fact]
    public async Task A_search_keeps_to_the_site_and_stands_in_the_address()
    {
        var page = ShowList();

        page.Field("Search customers").Input("BRUNO@");
        Stage.Clock.Advance(TimeSpan.FromMilliseconds(200));

        await EventuallyAsync(() => Navigation.Uri.Should().EndWith("/customers?q=BRUNO@"));
        page.WaitForAssertion(() => page.FindAll("tbody th a").Select(link => link.TextContent).Should().Equal("Bruno's Garage"));
    }

    [Fact]
    public void A_new_customer_is_refused_beside_the_field_and_keeps_what_was_typed()
    {
        var page = ShowForm(null);
        page.Type("E-mail", "not an address");

        page.Press("Add customer");

        page.ReasonAt("Name").Should().Be("Enter the customer's name.");
        page.ReasonAt("E-mail").Should().Contain("name@business.example");
        page.Field("E-mail").GetAttribute("value").Should().Be("not an address");
    }

    [Fact]
    public async Task A_new_customer_is_added()
    {
        var page = ShowForm(null);
        page.Type("Name", "Cleo's Cafe");
        page.Type("Private note", "INTERNAL NOTE about Cleo");

        page.Press("Add customer");

        await EventuallyAsync(() => Navigation.Uri.Should().EndWith("/customers"));
        (await Stage.ReadAsync(db => db.Customers.SingleAsync(c => c.Name == "Cleo's Cafe"))).PrivateNote.Should().Be("INTERNAL NOTE about Cleo");
    }

    [Fact]
    public async Task Who_saves_a_customer_second_chooses_field_by_field()
    {
        var page = ShowForm(TestSite.Ada);
        page.Type("Contact", "Adele");
        await Stage.Customers.EditAsync(TestSite.Owner, TestSite.Ada, 1, Cast.AdasBakery with { Email = "new@bakery.example", ContactName = "Alma" });

        page.Press("Save");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("Olivia Owner changed the customer"));
        Dialogs.FindAll("legend").Select(legend => legend.TextContent).Should().Equal("Contact", "E-mail");
        Dialogs.Press("Save what is chosen");

        page.WaitForAssertion(() => page.Markup.Should().Contain("Saved"));
        var saved = await Stage.ReadAsync(db => db.Customers.SingleAsync(c => c.Id == TestSite.Ada));
        (saved.ContactName, saved.Email).Should().Be(("Adele", "new@bakery.example"));
    }

    [Fact]
    public void Another_sites_customer_is_not_found()
    {
        var page = Show<CustomerPage>(p => p.Add(x => x.Id, Stage.Harbor.Ada));

        page.WaitForAssertion(() => page.Markup.Should().Contain("does not exist at Northwind"));
    }

    [Fact]
    public void A_viewer_reads_a_customer_and_changes_nothing()
    {
        var page = ShowTo<CustomerPage>(TestSite.Viewer, SiteRole.Viewer, p => p.Add(x => x.Id, TestSite.Ada));
        page.WaitForState(() => page.FindAll("fieldset").Count == 1);

        page.Find("fieldset").HasAttribute("disabled").Should().BeTrue();
        page.FindAll("button").Should().BeEmpty();
    }

    private IRenderedComponent<CustomersPage> ShowList()
    {
        var page = Show<CustomersPage>();
        page.WaitForState(() => page.FindAll("tbody tr").Count == 2);
        return page;
    }

    private IRenderedComponent<CustomerPage> ShowForm(Guid? id)
    {
        var page = Show<CustomerPage>(p => p.Add(x => x.Id, id));
        page.WaitForState(() => page.FindAll("select").Count == 1);
        return page;
    }
}
