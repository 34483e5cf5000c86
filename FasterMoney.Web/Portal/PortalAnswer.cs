using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Portal;

/// <summary>What the portal answers to a route and a token.</summary>
public abstract record PortalAnswer
{
    private PortalAnswer()
    {
    }

    /// <summary>Nothing is known under this address, or nobody may learn that something is.</summary>
    public sealed record NotFound : PortalAnswer
    {
        public static NotFound Instance { get; } = new();
    }

    /// <summary>There was a page here; it is turned off, replaced, expired or withdrawn.</summary>
    public sealed record Gone(PortalBusiness Business, PortalLanguage Language) : PortalAnswer;

    /// <summary>The invoice as it is now. A void one is shown as a statement.</summary>
    public sealed record Page(PortalInvoice Invoice, PortalLanguage Language, PortalLinkKey Link) : PortalAnswer;

    /// <summary>The invoice as a document. <paramref name="Address"/> is its page's, from the configured route; the logo is a PNG.</summary>
    public sealed record Document(PortalRow Read, PortalInvoice Invoice, string Address, byte[]? LogoPng) : PortalAnswer;

    /// <summary>By what customers tell that a page is genuine. <paramref name="Address"/> is what theirs begin with.</summary>
    public sealed record Genuine(PortalBusiness Business, PortalLanguage Language, string Address) : PortalAnswer;

    /// <summary>The business's logo, as PNG.</summary>
    public sealed record Logo(byte[] Png) : PortalAnswer;
}

/// <summary>Which link was found, for what is kept beside the page. Never part of an answer's bytes.</summary>
public sealed record PortalLinkKey(Guid SiteId, Guid InvoiceId, Guid LinkId, DateOnly Today);
