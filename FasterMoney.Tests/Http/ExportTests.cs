using System.Net;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Import;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Http;

public sealed class ExportTests : IDisposable
{
    private const string Address = "/money/export.csv?state=sent";
    private readonly FasterMoneyApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(SiteRole.Viewer)]
    [InlineData(SiteRole.Owner)]
    public async Task People_of_the_site_download_what_they_see(SiteRole role)
    {
        var (site, owner) = await OpenAsync();
        await _app.AddPersonAsync("vera@acme.example", site, role);
        await FillAsync(owner, "Acme's customer");
        using var browser = _app.Browser();
        await browser.SignInAsync("vera@acme.example");

        var answer = await browser.GetAsync(Address);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.ToString().Should().MatchRegex("^attachment; filename=\"?invoices-[0-9-]{10}\\.csv\"?$");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var rows = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        rows.Should().HaveCount(3);
        rows[1].Should().StartWith("A-1,C-1,Acme's customer,Sent,");
    }

    [Fact]
    public async Task Strangers_sign_in_first_and_a_cookie_of_another_site_opens_nothing()
    {
        var (site, owner) = await OpenAsync();
        await FillAsync(owner, "Acme's customer");
        using var browser = _app.Browser();
        (await browser.GetAsync(Address)).Headers.Location!.ToString().Should().Contain("/account/login");

        await _app.AddPersonAsync("oscar@other.example", await _app.OpenBusinessAsync("Other"));
        await browser.SignInAsync("oscar@other.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Add("Cookie", $"fm-site={site}");
        var answer = await browser.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("A-1").And.NotContain("Acme");
    }

    [Fact]
    public async Task The_example_files_are_there_for_who_signs_in()
    {
        var (site, _) = await OpenAsync();
        await _app.AddPersonAsync("vera@acme.example", site, SiteRole.Viewer);
        using var browser = _app.Browser();
        (await browser.GetAsync("/import/example-customers.csv")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await browser.SignInAsync("vera@acme.example");
        (await browser.GetByteArrayAsync("/import/example-customers.csv")).Should().Equal(Files.Example("import-customers.csv").Bytes);
        (await browser.GetByteArrayAsync("/import/example-invoices.csv")).Should().Equal(Files.Example("import-invoices.csv").Bytes);
    }

    private async Task<(Guid Site, Caller Owner)> OpenAsync()
    {
        var site = await _app.OpenBusinessAsync();
        return (site, new Caller(await _app.AddPersonAsync("olive@acme.example", site), site));
    }

    private async Task FillAsync(Caller owner, string customer)
    {
        var imports = _app.Services.GetRequiredService<ImportCommands>();
        await imports.ImportAsync(owner, Files.Of("customer_id,name", $"C-1,{customer}"));
        await imports.ImportAsync(owner, Files.Of("invoice_number,customer_id,status,issue_date,description,unit_price", "A-1,C-1,sent,2026-01-02,Work,5", "A-2,C-1,draft,2026-01-02,Work,5"));
    }
}
