using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds portal links that are dead, or that lead to somebody or something else.</summary>
internal static partial class LinkReader
{
    private const string UseOwn = "Use {{portal_link}}, or copy the link from this invoice.";

    /// <summary>Everything in a reading that has the shape of a token.</summary>
    public static IEnumerable<string> TokensIn(ReadableText reading) => Token().Matches(reading.Text).Select(token => token.Value);

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        var addresses = reading.Addresses;
        var next = 0;
        foreach (Match token in Token().Matches(reading.Text))
        {
            while (next < addresses.Count && addresses[next].Start + addresses[next].Length <= token.Index)
                next++;

            var address = next < addresses.Count && addresses[next].Start <= token.Index ? addresses[next] : null;
            if (facts.Links.TryGetValue(token.Value, out var link) && Judge(link, address, facts) is var (code, weight, reason, fix))
            {
                yield return address is null
                    ? reading.Finds(code, weight, token.Index, token.Length, reason, fix)
                    : reading.Finds(code, weight, address.Start, address.Length, reason, fix);
            }
        }

        foreach (var address in addresses)
        {
            if (PortalAddress.Of(address, facts.Portal) is { IsWhole: false })
            {
                yield return reading.Finds(FindingCode.DeadLink, FindingWeight.Blocking, address.Start, address.Length,
                    "This looks like a portal link, but it is not whole.", UseOwn);
            }
        }
    }

    private static (FindingCode Code, FindingWeight Weight, string Reason, string Fix)? Judge(CheckedLink link, WebAddress? address, CheckFacts facts)
    {
        const FindingWeight blocking = FindingWeight.Blocking;
        if (link.Owner == LinkOwner.OtherSite)
            return (FindingCode.OtherSiteLink, blocking, "This portal link belongs to another business.", UseOwn);

        var portal = address is null ? null : PortalAddress.Of(address, facts.Portal);
        if (link.Owner == LinkOwner.Nobody)
            return portal is null ? null : (FindingCode.DeadLink, blocking, "No invoice has this portal link.", UseOwn);

        if (facts.Invoice is { } invoice && link.InvoiceId != invoice.Id)
        {
            var whose = link.CustomerId == facts.CustomerId ? "the same customer" : link.CustomerName;
            return (FindingCode.OtherInvoiceLink, blocking, $"This is the portal link of another invoice: {link.InvoiceTitle} of {whose}.", UseOwn);
        }

        if (facts.CustomerId is { } customer && link.CustomerId != customer)
        {
            return (FindingCode.OtherInvoiceLink, blocking, $"This is the portal link of another customer's invoice: {link.InvoiceTitle} of {link.CustomerName}.",
                "Take it out, or write to that customer.");
        }

        return JudgeLife(link, address, portal, facts);
    }

    private static (FindingCode Code, FindingWeight Weight, string Reason, string Fix)? JudgeLife(CheckedLink link, WebAddress? address, PortalAddress? portal, CheckFacts facts)
    {
        if (link.IsReplaced)
            return (FindingCode.DeadLink, FindingWeight.Blocking, "This portal link was replaced by another one and is dead.", UseOwn);

        if (link.Verdict is { IsDraft: true })
            return (FindingCode.DraftLink, FindingWeight.Blocking, "This portal link leads to a draft, which customers cannot see.", "Send the invoice first.");

        if (link.Verdict is { IsAvailable: false } verdict)
        {
            return verdict.ShowsPage
                ? (FindingCode.DeadLink, FindingWeight.Warning, "This invoice is void; the link shows that it was cancelled.", "Keep the link only if that is what the customer should see.")
                : (FindingCode.DeadLink, FindingWeight.Blocking, $"This portal link does not work. {verdict.Text}", "Open the invoice; beside the link is the step that fixes it.");
        }

        return address is not null && portal is null && facts.Portal is { } route
            ? (FindingCode.DeadLink, FindingWeight.Blocking, $"The secret is right, but your customer pages live at {route.BaseUrl}/{route.Segment}.", UseOwn)
            : null;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_\-])[A-Za-z0-9_\-]{43}(?![A-Za-z0-9_\-])")]
    private static partial Regex Token();
}
