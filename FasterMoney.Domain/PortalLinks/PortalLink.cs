using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.PortalLinks;

/// <summary>
/// One capability for one invoice. An invoice has at most one current link; replaced ones are kept so that they answer
/// that they are gone. The token itself is never stored: its hash is what requests are matched by, and the encrypted copy
/// serves only copying and opening by people of the site.
/// </summary>
public sealed class PortalLink : IRecordActivity
{
    private PortalLink()
    {
    }

    /// <summary>Makes a link for an invoice.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="id">The link's id, to which the encrypted copy is bound.</param>
    /// <param name="tokenHash">See <see cref="PortalToken.Hash"/>.</param>
    /// <param name="protectedToken">The encrypted copy.</param>
    /// <param name="actor">Who makes it.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    /// <exception cref="RuleViolation"><see cref="CanMake"/> refuses it.</exception>
    public PortalLink(Invoice invoice, Guid id, byte[] tokenHash, string protectedToken, Actor actor, DateTime utcNow)
    {
        CanMake(invoice).Insist();
        Id = id;
        SiteId = invoice.SiteId;
        InvoiceId = invoice.Id;
        CustomerId = invoice.CustomerId;
        TokenHash = tokenHash;
        ProtectedToken = protectedToken;
        CreatedAt = utcNow;
        Record(ActivityKind.LinkMade, actor, utcNow);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    public Guid InvoiceId { get; private set; }

    /// <summary>The customer it was made for; another customer needs another link.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The token, encrypted for this site and link.</summary>
    public string ProtectedToken { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was turned off, in UTC; null while it is on.</summary>
    public DateTime? TurnedOffAt { get; private set; }

    /// <summary>When another link took its place, in UTC; null while it is the current one.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>The last day that a copy or an extension promised, in the site's time zone.</summary>
    public DateOnly? GuaranteedThrough { get; private set; }

    /// <summary>When it was last copied by a person of the site, in UTC.</summary>
    public DateTime? LastCopiedAt { get; private set; }

    public string? LastCopiedBy { get; private set; }

    /// <summary>When the customer's page was last previewed, in UTC.</summary>
    public DateTime? LastPreviewedAt { get; private set; }

    public string? LastPreviewedBy { get; private set; }

    /// <summary>The invoice's version at the last preview.</summary>
    public long? PreviewedVersion { get; private set; }

    /// <summary>What happened since it was loaded.</summary>
    public List<ActivityEntry> NewActivity { get; } = [];

    /// <summary>Whether an invoice can have a link: from its first sending on.</summary>
    public static RuleCheck CanMake(Invoice invoice) => RuleCheck.Unless(invoice.Number is null, "This invoice was not sent yet.");

    /// <summary>Whether the invoice, as it is now, was previewed.</summary>
    public bool IsPreviewed(Invoice invoice) => PreviewedVersion == invoice.Version;

    /// <summary>Notes that a person copied the link, and lets it work ten more days at least, so that what was just handed out is not dead tomorrow.</summary>
    /// <exception cref="RuleViolation">The link is unavailable.</exception>
    public void NoteCopied(Invoice invoice, Site site, Actor actor, DateTime utcNow)
    {
        CanUse(invoice, site, utcNow).Insist();
        (LastCopiedAt, LastCopiedBy) = (utcNow, actor.Name);
        Guarantee(site.Today(utcNow).AddDays(LinkPolicy.DaysGuaranteedByCopying));
        Record(ActivityKind.LinkCopied, actor, utcNow);
    }

    /// <summary>Lets it work ten more days at least because it leaves in a message.</summary>
    /// <exception cref="RuleViolation">The link is unavailable.</exception>
    public void NoteHandedOut(Invoice invoice, Site site, DateTime utcNow)
    {
        CanUse(invoice, site, utcNow).Insist();
        Guarantee(site.Today(utcNow).AddDays(LinkPolicy.DaysGuaranteedByCopying));
    }

    /// <summary>Notes that a person saw the customer's page of the invoice as it is now.</summary>
    public void NotePreviewed(Invoice invoice, Actor actor, DateTime utcNow)
    {
        (LastPreviewedAt, LastPreviewedBy, PreviewedVersion) = (utcNow, actor.Name, invoice.Version);
        Record(ActivityKind.PortalPreviewed, actor, utcNow);
    }

    /// <summary>Whether it may be copied or opened, as <see cref="PortalLinkAvailability"/> says.</summary>
    public RuleCheck CanUse(Invoice invoice, Site site, DateTime utcNow) => PortalLinkAvailability.Of(invoice, site, this, utcNow).CanUse;

    /// <summary>Whether it can be turned off: it is the current link and on.</summary>
    public RuleCheck CanTurnOff() => MustBeCurrent().And(RuleCheck.Unless(TurnedOffAt is not null, "The link is turned off already."));

    /// <summary>Turns it off. Its holders read that it is not available.</summary>
    public void TurnOff(Actor actor, DateTime utcNow)
    {
        CanTurnOff().Insist();
        TurnedOffAt = utcNow;
        Record(ActivityKind.LinkTurnedOff, actor, utcNow);
    }

    /// <summary>Whether it can be turned on: it is the current link and off.</summary>
    public RuleCheck CanTurnOn() => MustBeCurrent().And(RuleCheck.Unless(TurnedOffAt is null, "The link is on already."));

    /// <summary>Turns it on again, at the same address.</summary>
    public void TurnOn(Actor actor, DateTime utcNow)
    {
        CanTurnOn().Insist();
        TurnedOffAt = null;
        Record(ActivityKind.LinkTurnedOn, actor, utcNow);
    }

    /// <summary>Whether it can be extended: it is the current link.</summary>
    public RuleCheck CanExtend() => MustBeCurrent();

    /// <summary>Lets it work thirty days longer, counted from today when its time is over.</summary>
    public void Extend(Invoice invoice, Site site, Actor actor, DateTime utcNow)
    {
        CanExtend().Insist();
        var today = site.Today(utcNow);
        var now = PortalLinkAvailability.Of(invoice, site, this, utcNow).WorksThrough ?? today;
        Guarantee((now > today ? now : today).AddDays(LinkPolicy.DaysGivenByExtending));
        Record(ActivityKind.LinkExtended, actor, utcNow, $"{GuaranteedThrough:yyyy-MM-dd}");
    }

    /// <summary>Whether another link can take its place.</summary>
    public RuleCheck CanReplace() => MustBeCurrent();

    /// <summary>Ends it for good, because another one takes its place: from this moment it answers that it is gone.</summary>
    /// <param name="why">What the activity says; may be empty.</param>
    /// <param name="actor">Who replaces it.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    public void Replace(string why, Actor actor, DateTime utcNow)
    {
        CanReplace().Insist();
        ReplacedAt = utcNow;
        Record(ActivityKind.LinkReplaced, actor, utcNow, why);
    }

    /// <summary>Keeps what holds for the invoice's page whatever its address: that it was turned off, and how long it was promised to work.</summary>
    /// <param name="turnedOffAt">When the link before it was turned off, in UTC; null while it was on.</param>
    /// <param name="guaranteedThrough">The last day that a copy or an extension promised, in the site's time zone.</param>
    public void TakeOver(DateTime? turnedOffAt, DateOnly? guaranteedThrough) => (TurnedOffAt, GuaranteedThrough) = (turnedOffAt, guaranteedThrough);

    private RuleCheck MustBeCurrent() => RuleCheck.Unless(ReplacedAt is not null, "This link was replaced by another one.");

    private void Guarantee(DateOnly day) => GuaranteedThrough = GuaranteedThrough > day ? GuaranteedThrough : day;

    private void Record(ActivityKind kind, Actor actor, DateTime utcNow, string detail = "") =>
        NewActivity.Add(new ActivityEntry(SiteId, kind, actor, utcNow, detail) { InvoiceId = InvoiceId, CustomerId = CustomerId });
}
