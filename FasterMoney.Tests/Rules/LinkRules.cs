using FasterMoney.Domain.PortalLinks;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Rules;

/// <summary>Whether a portal link may be used is decided in one place, from facts that are made in one place.</summary>
public sealed class LinkRules
{
    private static readonly string[] Deciding = ["FasterMoney.Domain/PortalLinks/LinkBlocker.cs", "FasterMoney.Domain/PortalLinks/PortalLinkAvailability.cs"];

    [Fact]
    public void Each_code_has_one_blocker() => Enum.GetValues<LinkBlockerCode>().Select(LinkBlocker.Of).Select(blocker => blocker.Code)
        .Should().Equal(Enum.GetValues<LinkBlockerCode>());

    [Fact]
    public void Nobody_else_makes_a_blocker_or_knows_its_code() => Everywhere
        .Where(file => !Deciding.Contains(file.Path))
        .Matches(@"\b(LinkBlocker\.Of|LinkBlockerCode)\b").Should().BeEmpty("PortalLinkAvailability decides, and its verdict says what follows");

    [Fact]
    public void Facts_of_a_link_are_made_in_one_place_from_entities_and_in_one_from_the_portals_prepared_row() => Everywhere
        .Matches(@"\bnew LinkFacts\b|\bLinkFacts \w+\([^)]*\) => new\(\)").Select(match => match.Split(':')[0]).Distinct()
        .Should().BeEquivalentTo("FasterMoney.Domain/PortalLinks/LinkFacts.cs", "FasterMoney.Web/Reads/PreparedPortalReads.cs");

    [Fact]
    public void A_switch_over_fixes_names_each_so_that_a_new_one_does_not_compile_before_every_screen_has_an_answer()
    {
        Everywhere.Matches(@"LinkFix\.\w+[^;{}]*=>[^;{}]*\b_\s*=>").Should().BeEmpty();
        Everywhere.Matches(@"case LinkFix\.").Should().BeEmpty("a switch statement may leave one out");
        Enum.GetValues<LinkFix>().Should().HaveCountGreaterThan(1);
    }

    private static IEnumerable<SourceFile> Everywhere => SourceFiles.Domain.Concat(SourceFiles.Web);
}
