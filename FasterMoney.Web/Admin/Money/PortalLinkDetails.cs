using FasterMoney.Domain.PortalLinks;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>What the panel shows of one invoice's link. Amounts and dates are already written in the site's language.</summary>
public sealed record PortalLinkDetails
{
    public required Guid InvoiceId { get; init; }

    /// <summary>The invoice's number, or that it is a draft.</summary>
    public required string Invoice { get; init; }
    public required string Customer { get; init; }
    public required string Balance { get; init; }
    public bool IsOwed { get; init; }
    public string? Due { get; init; }

    /// <summary>Where the link leads, so that a person sees it before they hand it out.</summary>
    public string? Host { get; init; }

    /// <summary>The customer's address; null whenever there is a reason against using it.</summary>
    public string? Url { get; init; }
    public IReadOnlyList<LinkBlocker> Blockers { get; init; } = [];

    /// <summary>False before the first sending: there is nothing to replace or turn off.</summary>
    public bool Exists { get; init; }
    public bool IsTurnedOff { get; init; }
    public string? WorksThrough { get; init; }
    public Noted? LastCopied { get; init; }
    public Noted? LastPreviewed { get; init; }
    public bool IsPreviewCurrent { get; init; }

    /// <summary>When a person's browser last showed the page.</summary>
    public DateTime? LastOpened { get; init; }

    /// <summary>When something last fetched it that could have been a person, if that was later.</summary>
    public DateTime? LastUnclear { get; init; }

    public bool IsAvailable => Blockers.Count == 0 && Url is not null;
}

/// <summary>When something was done, and by whom.</summary>
public sealed record Noted(DateTime At, string? By);
