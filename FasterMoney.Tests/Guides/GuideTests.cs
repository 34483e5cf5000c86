using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Help;
using FasterMoney.Web.Guides;

namespace FasterMoney.Tests.Guides;

public sealed partial class GuideTests
{
    private static readonly string[] Sections =
        ["What this guide helps you do", "Before you start", "Do it by hand", "Ask Faster AI", "Review before you share", "Common problems and fixes"];

    public static TheoryData<string> Names => [.. GuideLibrary.All().Select(guide => guide.Name)];

    [Fact]
    public void The_guides_that_people_were_promised_are_there() => GuideLibrary.All().Select(guide => guide.Name).Should().Contain(
        ["portal-links", "overview", "refunds-and-credits", "set-up-the-portal", "messages", "follow-ups", "what-customers-see", "people-and-sign-in", "your-data", "faster-ai"]);

    [Fact]
    public void The_guide_to_the_links_has_every_section() =>
        GuideLibrary.Find("portal-links")!.Headings.Where(heading => heading.Level == 2).Select(heading => heading.Heading).Should().Equal(Sections);

    [Theory, MemberData(nameof(Names))]
    public void A_guide_says_what_it_is_for_when_it_changed_and_what_to_do_when_it_goes_wrong(string name)
    {
        var guide = GuideLibrary.Find(name)!;

        guide.Title.Should().NotBeEmpty();
        guide.Summary.Should().NotBeEmpty();
        GuideLibrary.Tasks.Should().Contain(guide.Task);
        guide.Changed.Should().BeAfter(new DateOnly(2026, 1, 1));
        guide.Headings.Select(heading => heading.Heading).Should().StartWith("What this guide helps you do").And.Contain("Common problems and fixes");
        guide.Headings.Select(heading => heading.Id).Should().OnlyHaveUniqueItems();
        guide.Related.Should().HaveCountGreaterThan(1).And.NotContain(name);
        guide.NamesInBold.Should().NotBeEmpty();
        guide.Html.Should().Contain("<ol>", "steps are numbered");
    }

    [Theory, MemberData(nameof(Names))]
    public void Whatever_a_guide_leads_to_is_there(string name)
    {
        var guide = GuideLibrary.Find(name)!;

        guide.Related.Where(related => GuideLibrary.Find(related) is null).Should().BeEmpty();
        Links().Matches(guide.Html).Select(link => link.Groups[1].Value).Where(address => address.StartsWith(Guide.Root + '/', StringComparison.Ordinal)).Where(IsMissing).Should().BeEmpty();
        var pages = SourceFiles.Web.SelectMany(file => Regex.Matches(file.Text, "(?m)^@page \"([^\"]+)\"").Select(match => match.Groups[1].Value)).ToList();
        Links().Matches(guide.Html).Select(link => link.Groups[1].Value.Split('?')[0]).Where(address => !address.StartsWith(Guide.Root + '/', StringComparison.Ordinal))
            .Should().BeSubsetOf(pages, "a link leads to a page of the workspace");
    }

    [Fact]
    public void Whatever_a_guide_presses_is_a_button_of_a_screen()
    {
        var pressed = GuideLibrary.All().SelectMany(guide => Presses().Matches(guide.Html)).Select(match => match.Groups[1].Value).Distinct().ToList();
        var named = SourceFiles.Web.SelectMany(file => Regex.Matches(file.Text, "data-fix=\"(\\w+)\"").Select(match => match.Groups[1].Value));

        pressed.Should().HaveCountGreaterThan(4).And.BeSubsetOf(named.Concat(Enum.GetNames<LinkFix>()));
    }

    [Fact]
    public void Every_place_that_a_screen_leads_to_is_there()
    {
        var places = Enum.GetValues<LinkBlockerCode>().Select(LinkBlocker.Of).Select(GuideFor.Blocker)
            .Concat(Enum.GetValues<FindingCode>().Select(GuideFor.Finding))
            .Concat(GuideFor.Acts.Values)
            .Concat([GuideFor.LastOwner, GuideFor.HeldMessage]).ToList();

        places.Where(IsMissing).Should().BeEmpty();
        new[] { "money", "money?invoice=1", "customers", "customers/new", "messages", "messages/new?invoice=1", "check", "follow-ups", "import", "invoices/new", "settings", "settings/portal", "settings/people", "settings/mail", "settings/help", "nowhere" }
            .Where(screen => GuideLibrary.Find(GuideFor.Screen(screen)) is null).Should().BeEmpty();
    }

    [Fact]
    public void Each_reason_against_a_link_has_its_own_place_with_the_step_that_mends_it()
    {
        Enum.GetValues<LinkBlockerCode>().Select(LinkBlocker.Of).Select(GuideFor.Blocker).Should().OnlyHaveUniqueItems();
        foreach (var blocker in Enum.GetValues<LinkBlockerCode>().Select(LinkBlocker.Of).Where(blocker => blocker.Button is not null))
            PartOf(GuideFor.Blocker(blocker)).Should().Contain(blocker.Button!, "{0} is mended there", blocker.Code);
    }

    [Fact]
    public void Html_in_a_guide_is_text()
    {
        var guide = GuideReader.Read("x", "---\ntitle: T\nsummary: S\ntask: K\nchanged: 2026-11-24\nrelated: a\n---\n## One\n\n<script>alert(1)</script> **Name** <b onclick=x>y</b>\n");

        guide.Html.Should().NotContain("<script").And.NotContain("<b ").And.Contain("&lt;script&gt;");
        guide.NamesInBold.Should().Equal("Name");
    }

    [Fact]
    public void Another_text_is_another_version()
    {
        string Version(string text) => GuideReader.Read("x", $"---\ntitle: T\nsummary: S\ntask: K\nchanged: 2026-11-24\nrelated: a\n---\n{text}\n").Version;

        Version("One.").Should().Be(Version("One.")).And.NotBe(Version("Two."));
    }

    [Fact]
    public void A_language_without_a_guide_of_its_own_has_the_english_one() =>
        GuideLibrary.All("de").Select(guide => guide.Title).Should().Equal(GuideLibrary.All().Select(guide => guide.Title));

    private static bool IsMissing(string address)
    {
        var (name, heading) = (address[(Guide.Root.Length + 1)..].Split('#')[0], address.Split('#').ElementAtOrDefault(1));
        return GuideLibrary.Find(name) is not { } guide || (heading is not null && guide.Headings.All(known => known.Id != heading));
    }

    // From one heading to the next, as a reader sees it.
    private static string PartOf(string address)
    {
        var guide = GuideLibrary.Find(address.Split('/', '#')[2])!;
        return guide.Headings.Single(heading => heading.Id == address.Split('#')[1]).Text;
    }

    [GeneratedRegex("<a href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("data-press=\"(\\w+)\"")]
    private static partial Regex Presses();
}
