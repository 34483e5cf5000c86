using System.Net;
using System.Text.RegularExpressions;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Guides;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Http;

/// <summary>The help as it is read without script.</summary>
public sealed class HelpPagesTests : IAsyncLifetime
{
    private readonly FasterMoneyApp _app = new();
    private HttpClient _browser = null!;
    private Guid _site;

    public async Task InitializeAsync()
    {
        _site = await _app.OpenBusinessAsync();
        _browser = await ReaderAsync("olive@acme.example", SiteRole.Owner);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }

    public static TheoryData<string> Names => [.. GuideLibrary.All().Select(guide => guide.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_guide_is_one_article_that_needs_no_script(string name)
    {
        var answer = await _browser.GetAsync(Guide.PathOf(name));
        var page = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        Regex.Count(page, "<h1").Should().Be(1);
        Regex.Count(page, "<article").Should().Be(1);
        page.Should().Contain("<ol>").And.Contain("aria-label=\"Related guides\"").And.Contain("Was this guide helpful?").And.Contain("Last changed on ");
        page.Should().NotContain("<script").And.NotContain("Acme", "there is nothing of the business in it");
        foreach (var heading in GuideLibrary.Find(name)!.Headings)
            page.Should().Contain($"id=\"{heading.Id}\"").And.Contain($"href=\"{Guide.PathOf(name, heading.Id)}\"");
    }

    [Fact]
    public async Task A_guide_weighs_little()
    {
        var bytes = 0;
        foreach (var part in new[] { "/help/portal-links", "/admin.css", "/help.css", "/favicon.svg" })
            bytes += (await _browser.GetByteArrayAsync(part)).Length;

        bytes.Should().BeLessThan(200_000);
    }

    [Fact]
    public async Task Strangers_sign_in_first_and_come_back_to_the_guide()
    {
        using var stranger = _app.Browser();

        foreach (var asked in new[] { "/help", "/help/portal-links", "/help/results?q=link" })
        {
            var answer = await stranger.GetAsync(asked);
            answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
            answer.Headers.Location!.ToString().Should().Contain("/account/login").And.Contain(Uri.EscapeDataString(asked.Split('?')[0]));
        }
    }

    [Fact]
    public async Task The_help_lists_every_guide_by_task_and_what_changed()
    {
        var page = await _browser.GetStringAsync("/help");

        foreach (var guide in GuideLibrary.All())
            page.Should().Contain($"href=\"{guide.Path}\"").And.Contain(guide.Task);
        page.Should().Contain("Recently changed").And.Contain("role=\"search\"");
    }

    [Fact]
    public async Task A_search_is_a_plain_form_that_answers_with_places()
    {
        (await _browser.GetStringAsync("/help?q=link+expired")).Should().Contain("/help/portal-links#link-expired");
        (await _browser.GetStringAsync("/help/results?q=link+expired")).Should().Contain("/help/portal-links#link-expired").And.NotContain("<html");
        (await _browser.GetStringAsync("/help?q=%3Cscript%3Ex")).Should().Contain("Nothing was found").And.NotContain("<script>x");
    }

    [Fact]
    public async Task What_is_searched_for_in_vain_is_counted_for_the_business()
    {
        await _browser.GetStringAsync("/help?q=Yacht+insurance");
        await _browser.GetStringAsync("/help/results?q=yacht+insurance&said=yes");
        // What is only being typed is not.
        await _browser.GetStringAsync("/help/results?q=yacht+insur");
        await _browser.GetStringAsync("/help?q=refund");
        (await _browser.GetAsync("/help?q=" + Uri.EscapeDataString("zzz\0" + new string('z', 300)))).StatusCode.Should().Be(HttpStatusCode.OK);

        await using var db = await _app.OpenDbAsync();
        (await db.GuideMisses.SingleAsync()).Should().BeEquivalentTo(new { SiteId = _site, Words = "yacht insurance", Count = 2 });
    }

    [Fact]
    public async Task A_guide_that_is_not_there_says_so_and_offers_the_others()
    {
        var answer = await _browser.GetAsync("/help/yachts");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("There is no guide at this address.").And.Contain("/help/portal-links");
    }

    [Fact]
    public async Task A_vote_is_counted_once_and_can_be_changed()
    {
        await VoteAsync(_browser, ("helpful", "no"));
        (await _browser.GetStringAsync("/help/messages")).Should().Contain("What was wrong?");
        await VoteAsync(_browser, ("helpful", "no"), ("fault", "OutOfDate"), ("sentence", "The button <b>moved</b>."));
        var page = await _browser.GetStringAsync("/help/messages");
        page.Should().Contain("Your reason is saved").And.Contain("The button &lt;b&gt;moved&lt;/b&gt;.");

        using var other = await ReaderAsync("vera@acme.example", SiteRole.Viewer);
        await VoteAsync(other, ("helpful", "yes"));
        await VoteAsync(_browser, ("helpful", "yes"));

        await using var db = await _app.OpenDbAsync();
        var votes = await db.GuideVotes.ToListAsync();
        votes.Should().HaveCount(2).And.OnlyContain(vote => vote.IsHelpful && vote.Fault == null && vote.Sentence == "" && vote.Guide == "messages" && vote.SiteId == _site);
        votes.Should().OnlyContain(vote => vote.Version == GuideLibrary.Find("messages")!.Version);
    }

    [Fact]
    public async Task A_vote_from_elsewhere_or_on_another_text_is_not_counted_and_says_so()
    {
        var forged = await _browser.PostAsync("/help/messages/vote", new FormUrlEncodedContent([KeyValuePair.Create("helpful", "yes")]));
        var old = await _browser.PostFormAsync("/help/messages", "/help/messages/vote", ("helpful", "yes"), ("version", "0123456789ab"));
        var odd = await _browser.PostFormAsync("/help/messages", "/help/messages/vote", ("helpful", "perhaps"), ("version", GuideLibrary.Find("messages")!.Version));

        foreach (var answer in new[] { forged, old, odd })
            (await _browser.GetStringAsync(answer.Headers.Location)).Should().Contain("your answer was not counted");
        await using var db = await _app.OpenDbAsync();
        (await db.GuideVotes.CountAsync()).Should().Be(0);
    }

    private static async Task VoteAsync(HttpClient browser, params (string, string)[] fields)
    {
        var answer = await browser.PostFormAsync("/help/messages", "/help/messages/vote", [.. fields, ("version", GuideLibrary.Find("messages")!.Version)]);
        answer.Headers.Location!.ToString().Should().Be("/help/messages#helpful");
    }

    private async Task<HttpClient> ReaderAsync(string email, SiteRole role)
    {
        await _app.AddPersonAsync(email, _site, role);
        var browser = _app.Browser();
        await browser.SignInAsync(email);
        return browser;
    }
}
