using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Tests.Domain;

public sealed class PortalRouteTests
{
    [Theory]
    [InlineData("https://pay.acme.example", "pay", "https://pay.acme.example/pay/T")]
    [InlineData(" HTTPS://Pay.Acme.Example/ ", " Bills-2 ", "https://pay.acme.example/bills-2/T")]
    [InlineData("https://pay.acme.example:443", "pay", "https://pay.acme.example/pay/T")]
    [InlineData("https://pay.acme.example:8443", "pay", "https://pay.acme.example:8443/pay/T")]
    [InlineData("http://localhost:5080", "pay", "http://localhost:5080/pay/T")]
    [InlineData("http://127.0.0.1:5080", "pay", "http://127.0.0.1:5080/pay/T")]
    [InlineData("http://[::1]:5080", "pay", "http://[::1]:5080/pay/T")]
    [InlineData("https://[2001:db8::1]", "pay", "https://[2001:db8::1]/pay/T")]
    [InlineData("https://zahlen.bäcker.example", "pay", "https://zahlen.xn--bcker-gra.example/pay/T")]
    public void A_route_is_kept_in_one_form(string baseUrl, string segment, string url)
    {
        var route = PortalRoute.Parse(baseUrl, segment);
        route.UrlFor("T").Should().Be(url);
        PortalRoute.Parse(route.BaseUrl, route.Segment).Should().Be(route, "what was stored is read again");
        new Uri(url).Authority.Should().Be(route.Authority);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("pay.acme.example")]
    [InlineData("ftp://pay.acme.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("http://pay.acme.example")]
    [InlineData("http://localhost.acme.example")]
    [InlineData("http://192.168.1.10")]
    [InlineData("http://10.0.0.1:5080")]
    [InlineData("https://pay.acme.example/pay")]
    [InlineData("https://pay.acme.example/?a=b")]
    [InlineData("https://pay.acme.example/#a")]
    [InlineData("https://ana:secret@pay.acme.example")]
    public void What_is_no_base_url_is_refused(string? baseUrl)
    {
        PortalRoute.Check(baseUrl, "pay").Reasons.Should().NotBeEmpty().And.OnlyContain(reason => reason.Field == "BaseUrl");
        var parse = () => PortalRoute.Parse(baseUrl, "pay");
        parse.Should().Throw<RuleViolation>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("p")]
    [InlineData("-pay")]
    [InlineData("pay-")]
    [InlineData("pay/me")]
    [InlineData("pay me")]
    [InlineData("pay.me")]
    [InlineData("päy")]
    [InlineData("..")]
    [InlineData("pay%20")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void What_is_no_segment_is_refused(string? segment)
    {
        PortalRoute.Check("https://pay.acme.example", segment).Reasons.Should().ContainSingle().Which.Field.Should().Be("Segment");
    }

    [Theory]
    [InlineData("money")]
    [InlineData("Money")]
    [InlineData("customers")]
    [InlineData("messages")]
    [InlineData("follow-ups")]
    [InlineData("check")]
    [InlineData("settings")]
    [InlineData("help")]
    [InlineData("account")]
    [InlineData("setup")]
    [InlineData("health")]
    [InlineData("preview")]
    public void The_applications_own_words_are_refused(string segment) =>
        PortalRoute.Check("https://pay.acme.example", segment).Text.Should().Contain("is an address of this application");

    [Fact]
    public void Both_inputs_are_judged_at_once() =>
        PortalRoute.Check("", "").Reasons.Select(reason => reason.Field).Should().Equal("BaseUrl", "Segment");
}
