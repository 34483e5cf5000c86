namespace FasterMoney.Domain.ContentChecks;

/// <summary>How much a finding weighs.</summary>
public enum FindingWeight
{
    /// <summary>A person should look, and may go on.</summary>
    Warning,

    /// <summary>The text may not reach a customer.</summary>
    Blocking,
}

/// <summary>What was found in a text for a customer.</summary>
public enum FindingCode
{
    /// <summary>An address of the workspace, of this computer or of a private network.</summary>
    AdminAddress,

    /// <summary>An id that only the application knows.</summary>
    InternalId,

    /// <summary>Words of a private note.</summary>
    PrivateNote,

    /// <summary>Another customer's name, contact or e-mail address.</summary>
    OtherCustomer,

    /// <summary>The portal link of another invoice of the site.</summary>
    OtherInvoiceLink,

    /// <summary>A portal link that does not work: turned off, expired, replaced, unknown, or at another address than the site's.</summary>
    DeadLink,

    /// <summary>A portal link that belongs to another site.</summary>
    OtherSiteLink,

    /// <summary>The portal link of an invoice that is a draft.</summary>
    DraftLink,

    /// <summary>An amount that contradicts the invoice.</summary>
    WrongAmount,

    /// <summary>A date that contradicts the invoice.</summary>
    WrongDate,

    /// <summary>A placeholder that nothing was filled into.</summary>
    UnresolvedPlaceholder,

    /// <summary>A link that shows one place and leads to another, or to one that only looks like the business's own.</summary>
    MisleadingLink,

    /// <summary>A web address that is neither the business's own, nor the customer's, nor one of a service that everybody knows.</summary>
    UnknownLink,

    /// <summary>A bank account that is not in the site's payment instructions.</summary>
    UnknownAccount,

    /// <summary>An e-mail address that is neither the site's nor the customer's.</summary>
    UnknownReply,
}

/// <summary>One thing in a text that should not, or perhaps should not, reach the customer.</summary>
/// <param name="Place">The <see cref="CheckedText.Place"/> of the text.</param>
/// <param name="Start">Where it starts in the text as it was typed.</param>
/// <param name="Length">Its length there, at least 1.</param>
/// <param name="Excerpt">What was read there: short, decoded, and with anything like a token or an id masked.</param>
/// <param name="Reason">Why it was found, in one plain sentence.</param>
/// <param name="Fix">What mends it, in one plain sentence.</param>
public sealed record Finding(FindingCode Code, FindingWeight Weight, string Place, int Start, int Length, string Excerpt, string Reason, string Fix)
{
    /// <summary>True when the text may not reach a customer because of it.</summary>
    public bool IsBlocking => Weight == FindingWeight.Blocking;
}
