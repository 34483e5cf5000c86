using System.Net;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Answers;
using FasterMoney.Web.Data;
using FasterMoney.Web.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

public sealed class PortalAnswerTests : IAsyncLifetime
{
    private readonly FasterMoneyApp _app = new() { Clock = new FakeTimeProvider(PortalCast.Now), Logs = new CapturedLogs() };
    private HttpClient _client = null!;
    private PortalCast _cast = null!;

    public async Task InitializeAsync()
    {
        _client = _app.CreateClient(new() { AllowAutoRedirect = false });
        _cast = new PortalCast(_app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await _cast.OpenAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_sent_invoice_is_shown_with_its_figures()
    {
        var (path, invoice, _) = await _cast.SendAsync();

        var page = await PageAsync(path);

        page.Should().Contain(invoice.Number).And.Contain("Due in 12 days").And.Contain("143.08").And.Contain("How to pay");
        page.Should().Contain("<title>Northwind Studio</title>").And.NotContain("How this balance came about");
        page.Should().Contain("Ardent &lt;Coffee&gt;").And.NotContain("<b>soon").And.NotContain("<script");
    }

    [Fact]
    public async Task What_is_saved_is_on_the_next_load_with_its_history()
    {
        var (path, _, _) = await _cast.SendAsync((invoice, _, site) =>
        {
            PortalCast.Pay(invoice, 50_00);
            PortalCast.Credit(invoice, 3_08, site);
        });

        var page = await PageAsync(path);

        page.Should().Contain("Partially paid").And.Contain("How this balance came about").And.Contain("Transfer 88").And.Contain("90.00");
    }

    [Fact]
    public async Task A_paid_invoice_says_when_and_asks_for_nothing()
    {
        var (path, _, _) = await _cast.SendAsync((invoice, _, _) => PortalCast.Pay(invoice, invoice.TotalMinor));

        (await PageAsync(path)).Should().Contain("Paid on 23 November 2026").And.NotContain("How to pay");
    }

    [Fact]
    public async Task Overdue_refunded_in_credit_and_cancelled_are_said_in_words()
    {
        var overdue = await _cast.SendAsync(dueIn: -3);
        var credit = await _cast.SendAsync((invoice, _, _) => PortalCast.Pay(invoice, invoice.TotalMinor + 5_00));
        var cancelled = await _cast.SendAsync((invoice, _, site) => PortalCast.Void(invoice, site));

        (await PageAsync(overdue.Path)).Should().Contain("Overdue by 3 days");
        (await PageAsync(credit.Path)).Should().Contain("In credit: ").And.NotContain("How to pay");
        (await PageAsync(cancelled.Path)).Should().Contain("Cancelled").And.Contain("nothing to pay").And.NotContain("How to pay");
    }

    [Fact]
    public async Task Links_that_ended_answer_gone_with_nothing_of_the_invoice()
    {
        var ended = new[]
        {
            await _cast.SendAsync((_, link, _) => PortalCast.TurnOff(link)),
            await _cast.SendAsync((_, link, _) => PortalCast.Replace(link)),
            await _cast.SendAsync((invoice, _, _) => PortalCast.Withdraw(invoice)),
            await _cast.SendAsync(dueIn: -25),
        };
        _app.Clock!.Advance(TimeSpan.FromDays(96));

        foreach (var (path, invoice, _) in ended)
        {
            var answer = await _client.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.Should().Be(HttpStatusCode.Gone);
            page.Should().Contain("Northwind Studio").And.Contain("hello@northwind.example");
            page.Should().NotContain(invoice.Number).And.NotContain("143.08").And.NotContain("Ardent");
        }
    }

    [Fact]
    public async Task With_the_route_turned_off_a_known_link_is_gone()
    {
        var (path, _, _) = await _cast.SendAsync((_, _, site) => PortalCast.TurnPortalOff(site));

        (await _client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Whatever_is_not_there_is_not_there_byte_for_byte_alike()
    {
        var (path, _, _) = await _cast.SendAsync();
        var token = path.Split('/')[2];
        var others = new PortalCast(_app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await others.OpenAsync(segment: "theirs");
        var (theirs, _, _) = await others.SendAsync();
        var unrouted = new PortalCast(_app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await unrouted.OpenAsync(segment: "");
        var (never, _, _) = await unrouted.SendAsync();

        var answers = new List<string>();
        foreach (var asked in new[]
        {
            $"/pay/{PortalToken.New()}", "/pay/short", $"/pay/{token}x", $"/other/{token}", $"/pay/{theirs.Split('/')[2]}", never,
            "/pay/" + Uri.EscapeDataString(token[..42] + "é"), "/nothing/at/all/here", "/pay", $"{path}/more", $"/pay/{token[..42]}/logo.png", $"{path}/logo.png",
        })
        {
            answers.Add(await WholeAsync(await _client.GetAsync(asked)));
        }

        answers.Should().OnlyContain(answer => answer.StartsWith("404")).And.Subject.Distinct().Should().ContainSingle();
        (await _client.SendAsync(new(HttpMethod.Get, path) { Headers = { Host = "evil.example" } })).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_answer_bears_the_portals_headers_and_no_cookie()
    {
        var good = await _cast.SendAsync();
        var off = await _cast.SendAsync((_, link, _) => PortalCast.TurnOff(link));

        var requests = from asked in new[] { good.Path, off.Path, "/pay/none", PortalStyles.Path }
                       from method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post }
                       select (asked, method);
        foreach (var (asked, method) in requests)
        {
            var answer = await _client.SendAsync(new(method, asked));
            Header(answer, "Cache-Control").Should().Be("no-store");
            Header(answer, "Referrer-Policy").Should().Be("no-referrer");
            Header(answer, "X-Robots-Tag").Should().Be("noindex, nofollow, noarchive");
            Header(answer, "X-Content-Type-Options").Should().Be("nosniff");
            Header(answer, "Content-Security-Policy").Should().Be(PortalHeaders.ContentSecurityPolicy);
            Header(answer, "Cross-Origin-Opener-Policy").Should().Be("same-origin");
            answer.Headers.Contains("Set-Cookie").Should().BeFalse();
        }
    }

    [Fact]
    public async Task No_private_note_id_or_name_of_staff_leaves_the_house()
    {
        var (path, invoice, link) = await _cast.SendAsync((invoice, _, site) =>
        {
            PortalCast.Pay(invoice, 50_00);
            PortalCast.Refund(invoice, 10_00);
            PortalCast.Credit(invoice, 5_00, site);
        });

        var page = await WholeAsync(await _client.GetAsync(path));

        foreach (var secret in _cast.Secrets(invoice, link))
            page.Should().NotContainEquivalentOf(secret);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_while_a_good_link_is_still_served()
    {
        var (path, _, _) = await _cast.SendAsync();
        for (var i = 0; i < PortalMisses.MostEachMinute; i++)
            (await _client.GetAsync($"/pay/{PortalToken.New()}")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        var refused = await _client.GetAsync($"/pay/{PortalToken.New()}");

        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
        (await _client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);
        _app.Clock!.Advance(TimeSpan.FromMinutes(1));
        (await _client.GetAsync("/pay/short")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_is_light()
    {
        var (path, _, _) = await _cast.SendAsync((invoice, _, _) => PortalCast.Pay(invoice, 50_00));

        ((await _client.GetByteArrayAsync(path)).Length + PortalStyles.Css.Length).Should().BeLessThan(20_000);
    }

    [Fact]
    public async Task A_token_is_in_no_log_line()
    {
        var (path, _, _) = await _cast.SendAsync();
        await PageAsync(path);
        await _client.GetAsync(path + "?preview=nonsense");

        _app.Logs!.Lines.Should().NotBeEmpty();
        _app.Logs.Lines.Where(line => line.Everything.Contains(path.Split('/')[2])).Should().BeEmpty();
    }

    private async Task<string> PageAsync(string path)
    {
        var answer = await _client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : "(none)";

    private static async Task<string> WholeAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync()}";
}
