using FasterMoney.Web.Guides;

namespace FasterMoney.Tests.Guides;

public sealed class GuideSearchTests
{
    [Theory]
    [InlineData("copy portal link", "portal-links")]
    [InlineData("How do I copy a link?", "portal-links")]
    [InlineData("LINK EXPIRED", "portal-links")]
    [InlineData("refund", "refunds-and-credits")]
    [InlineData("credit no", "refunds-and-credits")]
    [InlineData("why is the page right before the message", "refunds-and-credits")]
    [InlineData("proxy", "set-up-the-portal")]
    [InlineData("genuine", "what-customers-see")]
    [InlineData("forgot password", "people-and-sign-in")]
    [InlineData("backup", "your-data")]
    [InlineData("réminder", "follow-ups")]
    [InlineData("leaves the house", "faster-ai")]
    public void A_question_finds_its_guide_first(string typed, string guide) =>
        GuideSearch.Find(GuideLibrary.All(), typed)[0].Guide.Name.Should().Be(guide);

    [Fact]
    public void A_place_in_a_guide_is_found_with_some_of_its_text()
    {
        var hit = GuideSearch.Find(GuideLibrary.All(), "base address")[0];

        hit.Path.Should().StartWith("/help/set-up-the-portal#");
        hit.Excerpt.Should().ContainEquivalentOf("base address");
        hit.Excerpt.Length.Should().BeLessThan(200);
    }

    [Fact]
    public void A_guide_that_speaks_of_it_everywhere_leaves_room_for_the_others()
    {
        var hits = GuideSearch.Find(GuideLibrary.All(), "link");

        hits.GroupBy(hit => hit.Guide.Name).Select(guide => guide.Count()).Should().OnlyContain(count => count <= 4);
        hits.First().Select(hit => hit.Guide.Name).Distinct().Should().HaveCountGreaterThan(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ?! ")]
    [InlineData("yachts")]
    [InlineData("refund yachts")]
    public void What_is_nowhere_is_not_found(string? typed) => GuideSearch.Find(GuideLibrary.All(), typed).Should().BeEmpty();
}
