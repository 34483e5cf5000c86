using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Account.Forms;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Http;

/// <summary>What somebody who is not signed in can make the server do.</summary>
public sealed class StrangerCostTests(StrangerCostTests.Server server) : IClassFixture<StrangerCostTests.Server>
{
    private readonly HttpClient _client = server.Client;

    [Theory]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/_blazor")]
    [InlineData("GET", "/_blazor?id=abc")]
    [InlineData("POST", "/_blazor?id=abc")]
    [InlineData("POST", "/_BLAZOR/negotiate")]
    [InlineData("POST", "/_blazor/disconnect")]
    public async Task Nobody_opens_a_circuit_without_signing_in(string method, string path) =>
        (await _client.SendAsync(new(new(method), path))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

    public static TheoryData<string> Paths => ["/account/login", "/account/login/passkey", "/setup", "/account/invite/abc", "/account/password", "/money"];

    [Theory, MemberData(nameof(Paths))]
    public async Task A_form_that_cannot_be_read_is_answered_with_400_and_no_stack_in_the_log(string path)
    {
        server.Logs.Lines.Clear();
        (string What, string Type, string Body)[] forms =
        [
            ("fields", "application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 100_000).Select(n => $"f{n}=1"))),
            ("one field 100,000 times", "application/x-www-form-urlencoded", string.Join('&', Enumerable.Repeat("email=1", 100_000))),
            ("huge", "application/x-www-form-urlencoded", "email=" + new string('a', 1_000_000)),
            ("long key", "application/x-www-form-urlencoded", new string('a', 10_000) + "=1"),
            ("null", "application/x-www-form-urlencoded", "email=a%00b@x.example&password=b"),
            ("no boundary", "multipart/form-data", "--x\r\n"),
            ("cut off", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nabc"),
            ("no headers", "multipart/form-data; boundary=x", "--x\r\nnonsense\r\n\r\nabc\r\n--x--"),
            ("long boundary", $"multipart/form-data; boundary={new string('x', 500)}", "--x"),
        ];
        foreach (var (what, type, body) in forms)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            (await _client.PostAsync(path, content)).StatusCode.Should().Be(HttpStatusCode.BadRequest, what);
        }

        server.Logs.Lines.Where(line => !line.Category.Contains("DataProtection")).Where(line => line.Level >= LogLevel.Warning || (line.Level >= LogLevel.Information && line.Exception is not null)).Select(line => line.Everything).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/money?q=Müller", "/money?q=M%C3%BCller")]
    [InlineData("/money?q=M%C3%BCller", "/money?q=M%C3%BCller")]
    [InlineData("/💶/x", "/%F0%9F%92%B6/x")]
    [InlineData("//evil.example/é", "/money")]
    [InlineData("/\r\nSet-Cookie: a=b", "/money")]
    public async Task Signing_in_leads_to_any_address_of_the_application(string returnUrl, string location)
    {
        LocalAddress.Of(returnUrl).Should().Be(location);
        using var browser = server.NewBrowser();
        var olivia = $"{Guid.NewGuid():N}@people.example";
        await server.App.AddPersonAsync(olivia, await server.App.OpenBusinessAsync());

        var answer = await browser.SignInAsync(olivia, returnUrl: returnUrl);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.Should().Be(location);
    }

    /// <summary>One server for all: none of them is meant to leave anything behind.</summary>
    public sealed class Server : IDisposable
    {
        private readonly Uri _address;

        public Server()
        {
            App = new FasterMoneyApp { Logs = Logs };
            _address = App.StartKestrel();
            Client = NewBrowser();
        }

        public FasterMoneyApp App { get; }

        public CapturedLogs Logs { get; } = new();

        public HttpClient Client { get; }

        public HttpClient NewBrowser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _address };

        public void Dispose()
        {
            Client.Dispose();
            App.Dispose();
        }
    }
}
