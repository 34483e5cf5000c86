using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.ContentChecks;

/// <summary>What is true of the site, the invoice and the things that <see cref="CheckQuestions"/> asked for.</summary>
public sealed record CheckFacts
{
    /// <summary>Hosts of the workspace, with their port when it is not the scheme's own, in lower case.</summary>
    public IReadOnlyCollection<string> AdminHosts { get; init; } = [];

    /// <summary>Where the site's customer pages live; null when no route is configured.</summary>
    public PortalRoute? Portal { get; init; }

    /// <summary>Names that are nobody else's: the site's, its people's, this customer's and their contact's. Never findings.</summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>The site's and this customer's e-mail addresses. Never findings.</summary>
    public IReadOnlyList<string> OwnEmails { get; init; } = [];

    /// <summary>Hosts of web sites that are the business's own or this customer's, in lower case; their subdomains are, too.</summary>
    public IReadOnlyList<string> OwnSites { get; init; } = [];

    /// <summary>How to pay, as the site says it: accounts in it are its own.</summary>
    public string PaymentInstructions { get; init; } = "";

    /// <summary>The day in the site's time zone from which a text counts; null when it is unknown.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The customer that the text is for; null when nobody knows.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The invoice that the text is about; null when it is about none.</summary>
    public CheckedInvoice? Invoice { get; init; }

    /// <summary>Private notes of this customer and this invoice.</summary>
    public IReadOnlyList<string> PrivateNotes { get; init; } = [];

    /// <summary>What the customer reads anyway: names, memo, lines, reference. Its words tell nothing about a private note.</summary>
    public IReadOnlyList<string> PublicTexts { get; init; } = [];

    /// <summary>Other customers of the site who were found by the questions' names and addresses.</summary>
    public IReadOnlyList<OtherCustomer> OtherCustomers { get; init; } = [];

    /// <summary>What each token of the questions leads to.</summary>
    public IReadOnlyDictionary<string, CheckedLink> Links { get; init; } = new Dictionary<string, CheckedLink>();
}

/// <summary>Another customer of the site.</summary>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="ContactName">Whom to address, or empty.</param>
/// <param name="Email">Or empty.</param>
public sealed record OtherCustomer(string Name, string ContactName, string Email);

/// <summary>Whose portal link a token is.</summary>
public enum LinkOwner
{
    /// <summary>Nobody's.</summary>
    Nobody,

    /// <summary>An invoice's of this site.</summary>
    ThisSite,

    /// <summary>Another site's; nothing more is told.</summary>
    OtherSite,
}

/// <summary>What a token leads to.</summary>
/// <param name="Owner">Whose it is; all else is empty unless it is this site's.</param>
/// <param name="InvoiceTitle">What people call it.</param>
/// <param name="CustomerName">Their name as billed.</param>
/// <param name="IsReplaced">Whether another link took its place.</param>
/// <param name="Verdict">What <see cref="PortalLinkAvailability"/> says of it, for a link that was not replaced.</param>
public sealed record CheckedLink(
    LinkOwner Owner,
    Guid InvoiceId = default,
    string InvoiceTitle = "",
    Guid CustomerId = default,
    string CustomerName = "",
    bool IsReplaced = false,
    LinkVerdict? Verdict = null)
{
    /// <summary>True when it can be used.</summary>
    public bool IsAlive => Owner == LinkOwner.ThisSite && !IsReplaced && Verdict is null or { IsAvailable: true };
}
