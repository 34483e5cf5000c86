using FasterMoney.Domain.PortalLinks;

namespace FasterMoney.Web.Reads;

/// <summary>The facts of a link as the portal's prepared statement reads them, for whoever holds its address.</summary>
public static class PortalRowFacts
{
    public static LinkFacts LinkFactsOn(this PortalRow row, DateOnly today) => new()
    {
        InvoiceId = row.InvoiceId,
        SendState = row.SendState,
        DueDate = row.DueDate,
        ClosedOn = row.SettledOn ?? row.VoidedOn,
        RouteConfigured = row.RouteBaseUrl is not null,
        RouteOn = row.PortalOn,
        UnpaidDays = row.LinkUnpaidDays,
        SettledDays = row.LinkSettledDays,
        LinkExists = true,
        LinkTurnedOff = row.LinkTurnedOff,
        GuaranteedThrough = row.GuaranteedThrough,
        Today = today,
    };
}
