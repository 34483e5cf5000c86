using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Guides;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components.Settings;

public sealed class HelpPageTests : SettingsContext
{
    private static readonly Guide Messages = GuideLibrary.Find("messages")!;

    private GuideCommands Commands => Stage.Services.GetRequiredService<GuideCommands>();

    [Fact]
    public void Before_anybody_answered_it_says_so() =>
        ShowToOwner<HelpPage>().Markup.Should().Contain("Nobody has answered yet.").And.Contain("None so far.");

    [Fact]
    public async Task Owners_see_votes_reasons_without_names_and_searches_in_vain()
    {
        await Commands.VoteAsync(TestSite.Admin, Messages.Name, Messages.Version, isHelpful: false, GuideFault.OutOfDate, "The button <b>moved</b>.");
        await Commands.VoteAsync(TestSite.Viewer, Messages.Name, Messages.Version, isHelpful: true, GuideFault.CannotFind, "is forgotten");
        await Commands.NoteMissAsync(TestSite.Viewer, "Yachts");
        await Commands.NoteMissAsync(TestSite.Admin, " yachts ");
        await Commands.VoteAsync(Stage.Harbor.Admin, Messages.Name, Messages.Version, isHelpful: false, null, "Secret of Harbor");

        var page = ShowToOwner<HelpPage>();
        var row = page.Find("table[aria-label='Votes on the guides'] tbody tr");
        row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).Should().Equal($"present {Messages.Version}", "1", "1");
        row.QuerySelector("a")!.TextContent.Should().Be(Messages.Title);
        page.Find("ul[aria-label=Reasons] li").TextContent.Should().Contain("It is out of date").And.Contain("The button <b>moved</b>.");
        page.Find("table[aria-label='Searches without a result'] tbody").TextContent.Should().Contain("yachts2");
        page.Markup.Should().NotContain("Adam").And.NotContain("Vera").And.NotContain("forgotten").And.NotContain("Harbor");
    }

    [Fact]
    public void Others_read_why_they_see_nothing() =>
        ShowTo<HelpPage>(TestSite.Admin, SiteRole.Admin).Markup.Should().Contain("Only owners see what people say of the guides.").And.NotContain("<table");
}
