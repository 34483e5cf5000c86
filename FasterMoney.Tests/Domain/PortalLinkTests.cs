using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class PortalLinkTests
{
    private readonly Site _site = Cast.NorthwindOnline();
    private readonly Invoice _invoice;
    private readonly PortalLink _link;

    public PortalLinkTests()
    {
        _invoice = Cast.Sent(_site);
        _link = NewLink(_invoice);
    }

    [Fact]
    public void A_token_is_32_random_bytes_in_43_characters()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => PortalToken.New()).ToList();
        tokens.Should().OnlyHaveUniqueItems().And.OnlyContain(token => PortalToken.IsWellFormed(token) && token.Length == PortalToken.Length);
        PortalToken.Hash(tokens[0]).Should().HaveCount(32).And.Equal(PortalToken.Hash(tokens[0])).And.NotEqual(PortalToken.Hash(tokens[1]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa+")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaä")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n")]
    public void What_has_not_the_shape_of_a_token_is_not_looked_up(string? text) => PortalToken.IsWellFormed(text).Should().BeFalse();

    [Fact]
    public void Copying_is_noted_and_changes_nothing_of_the_invoice()
    {
        var before = _invoice.Version;
        _link.NoteCopied(_invoice, _site, Cast.Adam, Cast.Now);
        (_link.LastCopiedAt, _link.LastCopiedBy).Should().Be((Cast.Now, "Adam Admin"));
        _invoice.Version.Should().Be(before);
        _link.NewActivity[^1].Kind.Should().Be(ActivityKind.LinkCopied);
    }

    [Fact]
    public void Copying_guarantees_ten_more_days()
    {
        var lastDay = Cast.Now.AddDays(150);
        _link.NoteCopied(_invoice, _site, Cast.Adam, lastDay);
        _link.GuaranteedThrough.Should().Be(Cast.Today.AddDays(160));
        Works(lastDay.AddDays(10)).Should().BeTrue();
        Works(lastDay.AddDays(11)).Should().BeFalse();
        _link.NoteCopied(_invoice, _site, Cast.Adam, Cast.Now);
        _link.GuaranteedThrough.Should().Be(Cast.Today.AddDays(160), "an earlier copy takes nothing away");
    }

    [Fact]
    public void What_is_unavailable_is_not_copied()
    {
        _link.TurnOff(Cast.Adam, Cast.Now);
        Act(() => _link.NoteCopied(_invoice, _site, Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>().WithMessage("The link was turned off.");
        _link.LastCopiedAt.Should().BeNull();
    }

    [Fact]
    public void A_preview_counts_until_the_invoice_changes()
    {
        _link.IsPreviewed(_invoice).Should().BeFalse();
        _link.NotePreviewed(_invoice, Cast.Adam, Cast.Now);
        _link.IsPreviewed(_invoice).Should().BeTrue();
        _link.LastPreviewedBy.Should().Be("Adam Admin");
        _invoice.ChangePrivateNote("INTERNAL NOTE, new", Cast.Adam, Cast.Now);
        _link.IsPreviewed(_invoice).Should().BeTrue("customers never see the note");
        _invoice.Pay(1);
        _link.IsPreviewed(_invoice).Should().BeFalse();
    }

    [Fact]
    public void Off_and_on_keep_the_address()
    {
        _link.CanTurnOn().Text.Should().Be("The link is on already.");
        _link.TurnOff(Cast.Adam, Cast.Now);
        _link.CanTurnOff().Text.Should().Be("The link is turned off already.");
        Works(Cast.Now).Should().BeFalse();
        _link.TurnOn(Cast.Adam, Cast.Now);
        Works(Cast.Now).Should().BeTrue();
        _link.NewActivity.Select(entry => entry.Kind).Should().Equal(ActivityKind.LinkMade, ActivityKind.LinkTurnedOff, ActivityKind.LinkTurnedOn);
    }

    [Fact]
    public void Extending_gives_thirty_days_from_the_end_or_from_today_when_that_is_over()
    {
        _link.Extend(_invoice, _site, Cast.Adam, Cast.Now);
        _link.GuaranteedThrough.Should().Be(_invoice.DueDate.AddDays(120 + 30));
        var late = Cast.Now.AddDays(1000);
        Works(late).Should().BeFalse();
        _link.Extend(_invoice, _site, Cast.Adam, late);
        _link.GuaranteedThrough.Should().Be(Cast.Today.AddDays(1030));
        Works(late).Should().BeTrue();
        _link.NewActivity[^1].Detail.Should().Be($"{Cast.Today.AddDays(1030):yyyy-MM-dd}");
    }

    [Fact]
    public void A_replaced_link_is_dead_for_good()
    {
        _link.Replace("lost", Cast.Adam, Cast.Now);
        _link.ReplacedAt.Should().Be(Cast.Now);
        Action[] acts =
        [
            () => _link.Replace("again", Cast.Adam, Cast.Now), () => _link.TurnOff(Cast.Adam, Cast.Now), () => _link.TurnOn(Cast.Adam, Cast.Now),
            () => _link.Extend(_invoice, _site, Cast.Adam, Cast.Now),
        ];
        acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>().WithMessage("*This link was replaced by another one.*"));
    }

    [Fact]
    public void An_invoice_that_was_never_sent_has_no_link()
    {
        var draft = Cast.Draft(_site);
        PortalLink.CanMake(draft).Text.Should().Be("This invoice was not sent yet.");
        Act(() => NewLink(draft)).Should().Throw<RuleViolation>();
        _invoice.Withdraw(Cast.Adam, Cast.Now);
        PortalLink.CanMake(_invoice).IsAllowed.Should().BeTrue("its customer may hold one");
    }

    [Fact]
    public void Every_kind_of_activity_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<ActivityKind>().Select(kind => (Kind: kind,
            Bare: ActivitySentence.For(new ActivityEntry(_site.Id, kind, Cast.Adam, Cast.Now)),
            Full: ActivitySentence.For(new ActivityEntry(_site.Id, kind, Cast.Adam, Cast.Now, "DETAIL")))).ToList();
        sentences.Should().OnlyContain(each => each.Bare.StartsWith("Adam Admin ") && each.Bare.EndsWith('.') && !each.Bare.Contains(each.Kind.ToString()));
        sentences.Select(each => each.Bare).Should().OnlyHaveUniqueItems();
        sentences.Should().OnlyContain(each => each.Full == each.Bare || each.Full.EndsWith("DETAIL.") || each.Full.EndsWith("“DETAIL”."));
        ActivitySentence.For(new ActivityEntry(_site.Id, ActivityKind.PaymentRecorded, Cast.Adam, Cast.Now, "USD 5.00"))
            .Should().Be("Adam Admin recorded a payment of USD 5.00.");
    }

    [Fact]
    public void Entries_of_one_moment_keep_their_order()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => new ActivityEntry(_site.Id, ActivityKind.LinkMade, Cast.Adam, Cast.Now).Id).ToList();
        ids.Select(id => id.ToString()).Should().BeInAscendingOrder(StringComparer.Ordinal, "their id orders entries of one moment").And.OnlyHaveUniqueItems();
        ids.Should().OnlyContain(id => id.Version == 7);
    }

    private bool Works(DateTime utcNow) => PortalLinkAvailability.Of(_invoice, _site, _link, utcNow).IsAvailable;

    private static PortalLink NewLink(Invoice invoice) => new(invoice, Guid.CreateVersion7(), PortalToken.Hash("token"), "protected", Cast.Adam, Cast.Now);

    private static Action Act(Action act) => act;
}
