using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Sites;

/// <summary>A business that bills: the tenant. Owns customers, invoices, people and one portal route.</summary>
public sealed class Site : IRecordActivity
{
    private Site()
    {
    }

    /// <summary>Opens a business. Its portal route is configured afterwards.</summary>
    /// <exception cref="RuleViolation">The content is refused by <see cref="SiteContent.Check"/>.</exception>
    public Site(SiteContent content, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        CreatedAt = utcNow;
        Write(content);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    /// <summary>The name customers know.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name in the register, or empty.</summary>
    public string LegalName { get; private set; } = "";

    /// <summary>Postal address, lines separated by LF, or empty.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Public e-mail address, or empty.</summary>
    public string ContactEmail { get; private set; } = "";

    /// <summary>Public telephone number, or empty.</summary>
    public string ContactPhone { get; private set; } = "";

    /// <summary>ISO 4217 code that new invoices start with.</summary>
    public string CurrencyCode { get; private set; } = "";

    /// <summary>IANA name of the zone in which dates are meant.</summary>
    public string TimeZoneId { get; private set; } = "";

    /// <summary>Tag of the language that new customers start with.</summary>
    public string Language { get; private set; } = "";

    /// <summary>ISO 3166-1 code of a country in <see cref="Sites.Country.All"/>, or empty.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Tag of the culture whose figures and dates the workspace writes and reads; empty for that of <see cref="Language"/>.</summary>
    public string NumberFormat { get; private set; } = "";

    /// <summary>What documents are laid out for.</summary>
    public Paper Paper { get; private set; }

    /// <summary>What the tax on sales is called, or empty.</summary>
    public string TaxName { get; private set; } = "";

    /// <summary>The business's number for this tax, or empty.</summary>
    public string TaxNumber { get; private set; } = "";

    /// <summary>Rates to choose from, as <see cref="TaxRateList"/> keeps them; new lines start with the first.</summary>
    public string TaxRates { get; private set; } = "";

    /// <summary>What invoice numbers start with.</summary>
    public string NumberPrefix { get; private set; } = "";

    /// <summary>The number that the next first sending takes. Grows by one with each, without gaps.</summary>
    public long NextInvoiceNumber { get; private set; } = 1;

    /// <summary>The number that the next credit note takes. Grows by one with each, without gaps.</summary>
    public long NextCreditNoteNumber { get; private set; } = 1;

    /// <summary>Days from issue to due that new invoices start with.</summary>
    public int PaymentTermDays { get; private set; }

    /// <summary>How to pay, as customers read it; may be empty.</summary>
    public string PaymentInstructions { get; private set; } = "";

    /// <summary>Days after the due date that a link works while something is open.</summary>
    public int LinkUnpaidDays { get; private set; }

    /// <summary>Days after settling that a link works.</summary>
    public int LinkSettledDays { get; private set; }

    /// <summary>Scheme and authority of the portal route; null when none is configured.</summary>
    public string? RouteBaseUrl { get; private set; }

    /// <summary>Host and port of the portal route in lower case; null when none is configured.</summary>
    public string? RouteAuthority { get; private set; }

    /// <summary>Path segment of the portal route; null when none is configured.</summary>
    public string? RouteSegment { get; private set; }

    /// <summary>True when customers' pages are answered.</summary>
    public bool PortalOn { get; private set; }

    /// <summary>True when people of the site must sign in in two steps, or with a passkey.</summary>
    public bool RequiresSecondFactor { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Grows with each change of the settings; a stale editor is told so.</summary>
    public long Version { get; private set; } = 1;

    public List<ActivityEntry> NewActivity { get; } = [];

    /// <summary>The currency that new invoices start with.</summary>
    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>Tag of the culture whose figures and dates the workspace writes and reads.</summary>
    public string Culture => NumberFormat.Length > 0 ? NumberFormat : Language;

    /// <summary>How long portal links work.</summary>
    public LinkPolicy LinkPolicy => new(LinkUnpaidDays, LinkSettledDays);

    /// <summary>The configured portal route, or null.</summary>
    public PortalRoute? Portal => RouteBaseUrl is null ? null : PortalRoute.Parse(RouteBaseUrl, RouteSegment);

    /// <summary>The zone in which due dates and days are meant.</summary>
    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);

    /// <summary>The calendar day at the site at a moment in UTC.</summary>
    public DateOnly Today(DateTime utcNow) => DateOnly.FromDateTime(ToLocal(utcNow));

    /// <summary>A moment in UTC as the site's clocks show it.</summary>
    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZone);

    /// <exception cref="RuleViolation">The content is refused by <see cref="SiteContent.Check"/>.</exception>
    public void Edit(SiteContent content, Actor actor, DateTime utcNow)
    {
        Write(content);
        Changed(ActivityKind.SiteChanged, actor, utcNow, "business details");
    }

    public SiteContent ToContent() => new(Name, LegalName, Address, ContactEmail, ContactPhone, CurrencyCode, TimeZoneId, Language,
        NumberPrefix, PaymentTermDays, PaymentInstructions, LinkPolicy)
    {
        Country = Country,
        NumberFormat = NumberFormat,
        Paper = Paper,
        TaxName = TaxName,
        TaxNumber = TaxNumber,
        TaxRates = TaxRates,
    };

    /// <summary>Whether numbering may go on at <paramref name="next"/>: never backwards, so that no number comes twice.</summary>
    public RuleCheck CanContinueNumbersAt(long next) => RuleCheck.Unless(
        next < NextInvoiceNumber || next > InvoiceNumber.LargestSequence,
        $"Numbers only go up. Choose {NextInvoiceNumber} or more, at most 999999999.",
        nameof(NextInvoiceNumber));

    /// <summary>Lets numbering go on at a higher number, as when a business moves here from another product.</summary>
    public void ContinueNumbersAt(long next, Actor actor, DateTime utcNow)
    {
        CanContinueNumbersAt(next).Insist();
        if (next != NextInvoiceNumber)
        {
            NextInvoiceNumber = next;
            Changed(ActivityKind.SiteChanged, actor, utcNow, $"invoice numbers go on at {next}");
        }
    }

    /// <summary>
    /// Lets numbering go on above a number that came from elsewhere, when it starts as the site's own do: none comes twice.
    /// Numbers beyond the end of the sequence, such as dates, leave it where it is.
    /// </summary>
    public void ContinueNumbersAbove(string number, Actor actor, DateTime utcNow)
    {
        if (InvoiceNumber.SequenceIn(NumberPrefix, number) is { } taken && taken >= NextInvoiceNumber && taken < InvoiceNumber.LargestSequence)
            ContinueNumbersAt(taken + 1, actor, utcNow);
    }

    /// <summary>Takes the next number of the sequence. The caller serialises this per site.</summary>
    public InvoiceNumber TakeInvoiceNumber()
    {
        var number = new InvoiceNumber(NumberPrefix, NextInvoiceNumber);
        NextInvoiceNumber++;
        return number;
    }

    /// <summary>The number that the next credit note will bear, should no other come before it.</summary>
    public InvoiceNumber PeekCreditNoteNumber() => new("CN-", NextCreditNoteNumber);

    /// <summary>Takes the next number of the credit notes' sequence. The caller serialises this per site.</summary>
    public InvoiceNumber TakeCreditNoteNumber()
    {
        var number = PeekCreditNoteNumber();
        NextCreditNoteNumber++;
        return number;
    }

    /// <summary>Configures where customer pages live, and turns them on. Links already in customers' hands die when the address changes.</summary>
    public void ConfigurePortal(PortalRoute route, Actor actor, DateTime utcNow)
    {
        (RouteBaseUrl, RouteAuthority, RouteSegment) = (route.BaseUrl, route.Authority, route.Segment);
        PortalOn = true;
        Changed(ActivityKind.PortalRouteChanged, actor, utcNow, $"{route.BaseUrl}/{route.Segment}");
    }

    /// <summary>Whether customers' pages can be turned on or off: there must be a route.</summary>
    public RuleCheck CanTurnPortal() => RuleCheck.Unless(RouteBaseUrl is null, "Configure the portal route first.");

    /// <summary>Turns customers' pages on or off. Doing it twice changes nothing.</summary>
    public void TurnPortal(bool on, Actor actor, DateTime utcNow)
    {
        CanTurnPortal().Insist();
        if (PortalOn != on)
        {
            PortalOn = on;
            Changed(ActivityKind.PortalRouteChanged, actor, utcNow, on ? "turned on" : "turned off");
        }
    }

    /// <summary>Requires a second factor of the site's people, or no more. Doing it twice changes nothing.</summary>
    public void RequireSecondFactor(bool on, Actor actor, DateTime utcNow)
    {
        if (RequiresSecondFactor != on)
        {
            RequiresSecondFactor = on;
            Changed(ActivityKind.PeopleChanged, actor, utcNow, on ? "everybody signs in in two steps" : "signing in in two steps is up to each person");
        }
    }

    /// <summary>Whether all portal links may be replaced: whoever asks has typed the name of the business.</summary>
    public RuleCheck CanReplaceAllLinks(string? typedName) => RuleCheck.Unless(
        !string.Equals(TextRule.Tidy(typedName), Name, StringComparison.OrdinalIgnoreCase), $"Type the name of the business, {Name}, to confirm.", "Name");

    /// <summary>Notes a change of what the site holds besides: its logo, its people.</summary>
    public void Note(ActivityKind kind, Actor actor, DateTime utcNow, string detail) =>
        NewActivity.Add(new ActivityEntry(Id, kind, actor, utcNow, detail));

    private void Changed(ActivityKind kind, Actor actor, DateTime utcNow, string detail)
    {
        Version++;
        Note(kind, actor, utcNow, detail);
    }

    private void Write(SiteContent content)
    {
        content.Check().Insist();
        Name = TextRule.Tidy(content.Name);
        LegalName = TextRule.Tidy(content.LegalName);
        Address = TextRule.Tidy(content.Address);
        ContactEmail = TextRule.Tidy(content.ContactEmail);
        ContactPhone = TextRule.Tidy(content.ContactPhone);
        CurrencyCode = Currency.Of(content.CurrencyCode).Code;
        TimeZoneId = content.TimeZoneId;
        Language = content.Language;
        NumberPrefix = content.NumberPrefix.Trim();
        PaymentTermDays = content.PaymentTermDays;
        PaymentInstructions = TextRule.Tidy(content.PaymentInstructions);
        (Country, NumberFormat, Paper) = (content.Country, content.NumberFormat, content.Paper);
        (TaxName, TaxNumber, TaxRates) = (TextRule.Tidy(content.TaxName), TextRule.Tidy(content.TaxNumber), TaxRateList.Write(TaxRateList.Of(content.TaxRates)));
        (LinkUnpaidDays, LinkSettledDays) = (content.LinkPolicy.UnpaidDays, content.LinkPolicy.SettledDays);
    }
}
