using System.Net;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

public sealed class DocumentDownloadTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = Stage.NewClock();
    private FasterMoneyApp app = null!;
    private Stage stage = null!;

    private InvoiceDocuments Documents => app.Services.GetRequiredService<InvoiceDocuments>();

    public async Task InitializeAsync()
    {
        app = new FasterMoneyApp { Clock = clock };
        stage = await Stage.InAsync(app.Services, clock);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Any_member_gets_the_document_that_the_customer_gets()
    {
        var id = await stage.SentAsync(stage.Northwind);
        await stage.ChangeAsync(id, invoice => invoice.Pay(40_00));
        var page = new Uri(await stage.Links.PreviewAsync(stage.Northwind.Admin, id)).GetLeftPart(UriPartial.Path);

        var own = new PdfReading((await Documents.FindAsync(stage.Northwind.Viewer, id))!.Bytes);

        var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(page).AbsolutePath + "/invoice.pdf") { Headers = { Host = new Uri(page).Authority } };
        var customers = new PdfReading(await (await app.CreateClient().SendAsync(ask)).Content.ReadAsByteArrayAsync());
        own.Text.Should().Be(customers.Text).And.Contain("Partially paid");
        own.Addresses.Should().Contain(page);
    }

    [Fact]
    public async Task Without_a_page_the_document_names_none()
    {
        var unrouted = await stage.SentAsync(stage.Harbor);
        var off = await stage.SentAsync(stage.Northwind);
        await stage.Links.TurnOffAsync(stage.Northwind.Admin, off);

        foreach (var (caller, id) in new[] { (stage.Harbor.Viewer, unrouted), (stage.Northwind.Viewer, off) })
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
        var draft = await stage.DraftAsync(stage.Northwind);
        var sent = await stage.SentAsync(stage.Northwind);

        (await Documents.FindAsync(stage.Northwind.Owner, draft)).Should().BeNull();
        (await Documents.FindAsync(stage.Harbor.Owner, sent)).Should().BeNull();
        var stranger = () => Documents.FindAsync(new Caller(stage.Oscar, stage.Northwind.SiteId), sent);
        await stranger.Should().ThrowAsync<AccessDenied>();
    }

    [Fact]
    public async Task The_address_asks_who_is_there_and_looks_on_all_of_their_sites()
    {
        var sent = await stage.SentAsync(stage.Harbor);
        var draft = await stage.DraftAsync(stage.Harbor);
        await app.AddPersonAsync("sue@example.com", stage.Northwind.SiteId);
        var both = await app.AddPersonAsync("both@example.com", stage.Northwind.SiteId);
        await using (var db = await app.OpenDbAsync())
        {
            db.Add(new Membership(stage.Harbor.SiteId, both, SiteRole.Viewer));
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

        HttpClient Browser() => app.CreateClient(new() { AllowAutoRedirect = false });
    }
}
