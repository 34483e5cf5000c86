using System.Net;
using AngleSharp.Html.Parser;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Answers;
using FasterMoney.Web.Data;
using FasterMoney.Web.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

public sealed class PortalDocumentTests : IAsyncLifetime
{
    private readonly FasterMoneyApp _app = new() { Clock = new FakeTimeProvider(PortalCast.Now), Logs = new CapturedLogs() };
    private HttpClient _client = null!;
    private PortalCast _cast = null!;

    public static TheoryData<string> States => [.. Acts.Keys];

    private static Dictionary<string, (int DueIn, Action<Invoice, PortalLink, Site>? Act)> Acts { get; } = new()
    {
        ["due"] = (12, null),
        ["due today"] = (0, null),
        ["overdue"] = (-3, null),
        ["partly paid"] = (12, (invoice, _, _) => PortalCast.Pay(invoice, 50_00)),
        ["credited and overdue"] = (-3, (invoice, _, site) => PortalCast.Credit(invoice, 43_08, site)),
        ["paid"] = (12, (invoice, _, _) => PortalCast.Pay(invoice, invoice.TotalMinor)),
        ["in credit"] = (12, (invoice, _, _) => PortalCast.Pay(invoice, invoice.TotalMinor + 5_00)),
        ["refunded"] = (12, (invoice, _, site) =>
        {
            PortalCast.Pay(invoice, invoice.TotalMinor);
            PortalCast.Refund(invoice, invoice.TotalMinor);
            PortalCast.Credit(invoice, invoice.TotalMinor, site);
        }),
        ["void"] = (12, (invoice, _, site) => PortalCast.Void(invoice, site)),
    };

    public async Task InitializeAsync()
    {
        _client = _app.CreateClient(new() { AllowAutoRedirect = false });
        _cast = new PortalCast(_app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await _cast.OpenAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(States))]
    public async Task The_document_says_what_the_page_says(string state)
    {
        var (path, _, _) = await _cast.SendAsync(Acts[state].Act, Acts[state].DueIn);

        var page = new HtmlParser().ParseDocument(await _client.GetStringAsync(path));
        var pdf = new PdfReading(await _client.GetByteArrayAsync(path + "/invoice.pdf"));

        var said = page.QuerySelectorAll("h1, h2, dt, dd, th, td, p.text, p.notice, .pay p, .opening p").Select(part => PdfReading.Without(part.TextContent)).Where(words => words.Length > 0).ToList();
        said.Should().HaveCountGreaterThan(30);
        foreach (var words in said)
            pdf.Bare.Should().Contain(words);
        pdf.Text.Contains("How to pay", StringComparison.Ordinal).Should().Be(page.QuerySelector(".pay") is not null);
        pdf.Codes.Should().ContainSingle();
        pdf.Addresses.Should().OnlyContain(address => address == "http://localhost" + path);
    }

    [Fact]
    public async Task The_page_leads_to_the_document()
    {
        var (path, _, _) = await _cast.SendAsync();

        var page = new HtmlParser().ParseDocument(await _client.GetStringAsync(path));

        var link = page.QuerySelectorAll("a").Should().ContainSingle(link => link.TextContent == "Download PDF").Subject;
        link.GetAttribute("href").Should().Be(path + "/invoice.pdf");
    }

    [Fact]
    public async Task It_is_a_file_with_the_portals_headers_and_no_cookie()
    {
        var (path, invoice, _) = await _cast.SendAsync();
        var lengths = new List<long?>();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await _client.SendAsync(new(method, path + "/invoice.pdf"));

            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.ToString().Should().Be("application/pdf");
            answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
            answer.Content.Headers.ContentDisposition.FileNameStar.Should().Be($"Invoice {invoice.Number}.pdf");
            lengths.Add(answer.Content.Headers.ContentLength);
            Header(answer, "Cache-Control").Should().Be("no-store");
            Header(answer, "Referrer-Policy").Should().Be("no-referrer");
            Header(answer, "X-Robots-Tag").Should().Be("noindex, nofollow, noarchive");
            Header(answer, "X-Content-Type-Options").Should().Be("nosniff");
            Header(answer, "Content-Security-Policy").Should().Be(PortalHeaders.ContentSecurityPolicy);
            Header(answer, "Cross-Origin-Opener-Policy").Should().Be("same-origin");
            answer.Headers.Contains("Set-Cookie").Should().BeFalse();
        }

        lengths.Distinct().Should().ContainSingle().Which.Should().BePositive();
        (await _client.PostAsync(path + "/invoice.pdf", null)).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_refused_document_is_refused_as_the_page_is()
    {
        var never = $"/pay/{PortalToken.New()}";
        foreach (var (path, status) in new[]
        {
            (never, HttpStatusCode.NotFound),
            ("/pay/short", HttpStatusCode.NotFound),
            ((await _cast.SendAsync((_, link, _) => PortalCast.TurnOff(link))).Path, HttpStatusCode.Gone),
            ((await _cast.SendAsync((_, link, _) => PortalCast.Replace(link))).Path, HttpStatusCode.Gone),
            ((await _cast.SendAsync((invoice, _, _) => PortalCast.Withdraw(invoice))).Path, HttpStatusCode.Gone),
        })
        {
            var page = await _client.GetAsync(path);
            page.StatusCode.Should().Be(status);
            (await WholeAsync(await _client.GetAsync(path + "/invoice.pdf"))).Should().Be(await WholeAsync(page));
        }
    }

    [Fact]
    public async Task A_host_other_than_the_configured_one_gets_no_document()
    {
        var (path, _, _) = await _cast.SendAsync();

        (await _client.SendAsync(new(HttpMethod.Get, path + "/invoice.pdf") { Headers = { Host = "evil.example" } })).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_private_word_is_in_text_or_metadata()
    {
        var (path, invoice, link) = await _cast.SendAsync((invoice, _, _) =>
        {
            PortalCast.Pay(invoice, 50_00);
            PortalCast.Refund(invoice, 10_00);
        });

        var pdf = new PdfReading(await _client.GetByteArrayAsync(path + "/invoice.pdf"));

        foreach (var secret in _cast.Secrets(invoice, link))
        {
            pdf.Text.Should().NotContainEquivalentOf(secret);
            pdf.Bare.Should().NotContainEquivalentOf(PdfReading.Without(secret));
            pdf.Raw.Should().NotContainEquivalentOf(secret);
        }

        _app.Logs!.Lines.Where(line => line.Everything.Contains(path.Split('/')[2])).Should().BeEmpty();
    }

    [Fact]
    public async Task A_download_is_not_noted_as_an_opening()
    {
        var (path, _, _) = await _cast.SendAsync();

        await _client.GetByteArrayAsync(path + "/invoice.pdf");
        await _client.GetAsync(path);
        await using var db = await _app.OpenDbAsync();
        await Eventually.TrueAsync(() => db.PortalOpenings.AnyAsync());

        (await db.PortalOpenings.SumAsync(opening => opening.Count)).Should().Be(1);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : "(none)";

    private static async Task<string> WholeAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync()}";
}
