using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Components.Unsaved;

/// <summary>To whom a browser gives back what was typed in it, and what it keeps of it.</summary>
public sealed class KeptInputsTests
{
    private const string Secret = "Half a thought";

    private static readonly CurrentSite Olivia = new(Guid.NewGuid(), "Olivia", Guid.NewGuid(), "Northwind", SiteRole.Owner, "en-US", "UTC", [])
    {
        SignInId = Guid.NewGuid(),
    };

    private readonly KeptInBrowser _browser = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Cast.Now));
    private readonly KeptInputs _inputs;

    public KeptInputsTests() => _inputs = new KeptInputs(_browser, new EphemeralDataProtectionProvider(), _clock);

    public static TheoryData<string, CurrentSite, string> Others => new()
    {
        { "another person", Olivia with { UserId = Guid.NewGuid() }, "invoice/1" },
        { "another site", Olivia with { SiteId = Guid.NewGuid() }, "invoice/1" },
        { "another sign-in, after signing out", Olivia with { SignInId = Guid.NewGuid() }, "invoice/1" },
        { "another subject", Olivia, "invoice/2" },
    };

    [Fact]
    public async Task What_was_typed_is_given_back_to_who_typed_it()
    {
        (await KeepAsync()).Should().BeTrue();

        var kept = (await _inputs.ReadAsync(Olivia, "invoice/1")).Single();
        (kept.Typed, kept.At, kept.Version).Should().Be((Secret, Cast.Now, 4L));
        _browser.Texts.Single().Key.Should().NotContain("invoice");
        _browser.Texts.Single().Value.Should().NotContain(Secret);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task To_nobody_else_even_when_the_browser_hands_it_over(string who, CurrentSite here, string subject)
    {
        await KeepAsync();
        var text = _browser.Texts.Single().Value;

        (await _inputs.ReadAsync(here, subject)).Should().BeEmpty(who);
        await _inputs.KeepAsync(here, subject, [Input()]);
        var theirs = _browser.Texts.Keys.Single(name => _browser.Texts[name] != text);
        _browser.Texts[theirs] = text;
        (await _inputs.ReadAsync(here, subject)).Should().BeEmpty(who);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not what the server wrote")]
    [InlineData("CfDJ8")]
    public async Task What_was_tampered_with_is_as_good_as_nothing(string text)
    {
        await KeepAsync();
        _browser.Texts[_browser.Texts.Keys.Single()] = text;

        (await _inputs.ReadAsync(Olivia, "invoice/1")).Should().BeEmpty();
    }

    [Fact]
    public async Task After_seven_days_it_is_not_offered()
    {
        await KeepAsync();
        _clock.Advance(KeptInputs.Longest - TimeSpan.FromSeconds(1));
        (await _inputs.ReadAsync(Olivia, "invoice/1")).Should().HaveCount(1);

        _clock.Advance(TimeSpan.FromSeconds(1));

        (await _inputs.ReadAsync(Olivia, "invoice/1")).Should().BeEmpty();
        (await _inputs.AmongAsync(Olivia, ["invoice/1"])).Should().BeEmpty();
    }

    [Fact]
    public async Task A_browser_that_refuses_keeps_nothing_and_says_so()
    {
        _browser.Refuses = true;

        (await KeepAsync()).Should().BeFalse();

        (await _inputs.ReadAsync(Olivia, "invoice/1")).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_too_much_for_a_browser_is_not_kept()
    {
        (await _inputs.KeepAsync(Olivia, "invoice/1", [Input() with { Typed = new string('x', 600_000) }])).Should().BeFalse();

        _browser.Texts.Should().BeEmpty();
    }

    private static KeptInput Input() => new(Cast.Now, 4, "Before", Secret);

    private Task<bool> KeepAsync() => _inputs.KeepAsync(Olivia, "invoice/1", [Input()]);
}
