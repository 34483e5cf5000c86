using FasterMoney.Domain.PortalLinks;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>What the button says that mends a reason.</summary>
public static class LinkFixes
{
    public static string? Label(LinkFix fix) => fix switch
    {
        LinkFix.MarkAsSent => "Mark as sent",
        LinkFix.ConfigureRoute => "Configure portal route",
        LinkFix.TurnOnRoute => "Turn on portal route",
        LinkFix.TurnOnLink => "Turn on link",
        LinkFix.Extend => "Extend",
        LinkFix.MakeNewLink => "Make a new link",
        _ => null,
    };
}
