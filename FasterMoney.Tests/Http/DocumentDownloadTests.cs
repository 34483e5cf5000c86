using System.Net;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Http;

public sealed class DocumentDownloadTests : IAsyncLifetime
{
    private FasterMoneyApp _app = null!;
    private Stage _stage = null!;

    private InvoiceDocuments Documents => _app.Services.GetRequiredService<InvoiceDocuments>();

    public async Task InitializeAsync()
    {
        _app = new FasterMoneyApp { Clock = Stage.NewClock() };
        _stage = await Stage.InAsync(_app);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Any_member_gets_the_document_that_the_customer_gets()
    {
        var id = await _stage.SentAsync(_stage.Northwind);
        await _stage.ChangeAsync(id, invoice => invoice.Pay(40_00));
        var page = new Uri(await _stage.Links.PreviewAsync(_stage.Northwind.Admin, id)).GetLeftPart(UriPartial.Path);

        var own = new PdfReading((await Documents.FindAsync(_stage.Northwind.Viewer, id))!.Bytes);

        var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(page).AbsolutePath + "/invoice.pdf") { Headers = { Host = new Uri(page).Authority } };
        var customers = new PdfReading(await (await _app.CreateClient().SendAsync(ask)).Content.ReadAsByteArrayAsync());
        own.Text.Should().Be(customers.Text).And.Contain("Partially paid");
        own.Addresses.Should().Contain(page);
    }

    [Fact]
    public async Task Without_a_page_the_document_names_none()
    {
        var unrouted = await _stage.SentAsync(_stage.Harbor);
        var off = await _stage.SentAsync(_stage.Northwind);
        await _stage.Links.TurnOffAsync(_stage.Northwind.Admin, off);

        foreach (var (caller, id) in new[] { (_stage.Harbor.Viewer, unrouted), (_stage.Northwind.Viewer, off) })
        {
            var pdf = new PdfReading((await Documents.FindAsync(caller, id))!.Bytes);
            pdf.Addresses.Should().BeEmpty();
            pdf.Codes.Should().BeEmpty();
            pdf.Text.Should().Contain("Balance due");
        }
    }

    [Fact]
    public async Task A_draft_is_no_document_yet_and_another_sites_is_not_found()
    {
        var draft = await _stage.DraftAsync(_stage.Northwind);
        var sent = await _stage.SentAsync(_stage.Northwind);

        (await Documents.FindAsync(_stage.Northwind.Owner, draft)).Should().BeNull();
        (await Documents.FindAsync(_stage.Harbor.Owner, sent)).Should().BeNull();
        var stranger = () => Documents.FindAsync(new Caller(_stage.Oscar, _stage.Northwind.SiteId), sent);
        await stranger.Should().ThrowAsync<AccessDenied>();
    }

    [Fact]
    public async Task The_address_asks_who_is_there_and_looks_on_all_of_their_sites()
    {
        var sent = await _stage.SentAsync(_stage.Harbor);
        var draft = await _stage.DraftAsync(_stage.Harbor);
        await _app.AddPersonAsync("sue@example.com", _stage.Northwind.SiteId);
        var both = await _app.AddPersonAsync("both@example.com", _stage.Northwind.SiteId);
        await using (var db = await _app.OpenDbAsync())
        {
            db.Add(new Membership(_stage.Harbor.SiteId, both, SiteRole.Viewer));
            await db.SaveChangesAsync();
        }

        (await Browser().GetAsync($"/invoices/{sent}/pdf")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var sue = Browser();
        await sue.SignInAsync("sue@example.com");
        (await sue.GetAsync($"/invoices/{sent}/pdf")).Headers.Location!.OriginalString.Should().StartWith("/money");
        var member = Browser();
        await member.SignInAsync("both@example.com");
        var answer = await member.GetAsync($"/invoices/{sent}/pdf");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Content.Headers.ContentDisposition!.FileNameStar.Should().EndWith(".pdf");
        (await member.GetAsync($"/invoices/{draft}/pdf")).Headers.Location!.OriginalString.Should().StartWith("/money").And.Contain(draft.ToString());

        HttpClient Browser() => _app.CreateClient(new() { AllowAutoRedirect = false });
    }
}
