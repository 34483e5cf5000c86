using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public sealed class FirstStepsTests : EditorContext
{
    private FirstStepsCommands Steps => Stage.Services.GetRequiredService<FirstStepsCommands>();

    [Fact]
    public async Task Each_step_is_ticked_by_what_really_happened()
    {
        var card = ShowTo<FirstStepsCard>(TestSite.Owner, SiteRole.Owner);
        card.WaitForAssertion(() => Done(card).Should().Equal(false, false, true, false, false), TimeSpan.FromSeconds(10));
        card.FindAll("a").Select(link => link.GetAttribute("href")).Should().Equal("/settings/site", "/settings/portal", "/invoices/new", "/help/portal-links");

        var site = await Stage.ReadAsync(db => db.Sites.SingleAsync(known => known.Id == TestSite.SiteId));
        await Stage.Sites.EditAsync(TestSite.Owner, site.Version, site.ToContent() with { Address = "1 High Street", ContactPhone = "+1 555 0100" }, nextInvoiceNumber: null);
        card.WaitForAssertion(() => Done(card)[0].Should().BeTrue());
        await Steps.NoteRouteCheckedAsync(TestSite.Owner, PortalRoute.Parse("https://elsewhere.example", "pay"));
        Done(card)[1].Should().BeFalse("another address was checked");
        await Steps.NoteRouteCheckedAsync(TestSite.Owner, site.Portal!);
        card.WaitForAssertion(() => Done(card)[1].Should().BeTrue());
        var invoice = await Stage.SentAsync(TestSite);
        card.WaitForAssertion(() => Done(card).Should().Equal(true, true, true, true, false));
        await Stage.Links.NoteCopiedAsync(TestSite.Owner, invoice);
        card.WaitForAssertion(() => card.Markup.Trim().Should().BeEmpty("there is nothing left to do"));
    }

    [Fact]
    public void A_business_without_invoices_reads_what_will_be_here_and_what_is_still_to_set_up()
    {
        var empty = ShowTo<NoInvoicesYet>(TestSite.Owner, SiteRole.Owner);

        empty.Markup.Should().Contain("No invoices yet").And.Contain("Write the first invoice");
        empty.WaitForAssertion(() => empty.Markup.Should().Contain("Sending by e-mail is not set up."), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Admins_go_on_as_far_as_they_can_and_put_it_away_for_everybody()
    {
        var card = ShowTo<FirstStepsCard>(TestSite.Admin, SiteRole.Admin);
        card.WaitForAssertion(() => card.FindAll("a").Select(link => link.GetAttribute("href")).Should().Equal("/invoices/new", "/help/portal-links"), TimeSpan.FromSeconds(10));
        card.Markup.Should().Contain("An owner does this");
        var other = ShowTo<FirstStepsCard>(TestSite.Owner, SiteRole.Owner);

        card.Press("Dismiss first steps");

        card.WaitForAssertion(() => card.Markup.Trim().Should().BeEmpty());
        other.WaitForAssertion(() => other.Markup.Trim().Should().BeEmpty());
    }

    [Fact]
    public async Task Who_only_looks_and_who_bills_already_is_left_in_peace()
    {
        (await Reads().FindAsync(TestSite.Viewer)).Should().BeEmpty();
        for (var i = 0; i < 3; i++)
            await Stage.DraftAsync(TestSite);
        (await Reads().FindAsync(TestSite.Owner)).Should().BeEmpty();
        (await Reads().FindAsync(Stage.Harbor.Owner)).Should().NotBeEmpty("it is another business");
    }

    private FirstStepReads Reads() => Services.GetRequiredService<FirstStepReads>();

    private static IReadOnlyList<bool> Done(IRenderedComponent<FirstStepsCard> card) => [.. card.FindAll("li").Select(step => step.ClassList.Contains("done"))];
}
