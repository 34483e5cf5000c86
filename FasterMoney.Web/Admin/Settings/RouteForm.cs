namespace FasterMoney.Web.Admin.Settings;

/// <summary>What is typed about the address of the customer portal.</summary>
public sealed class RouteForm
{
    public string? BaseUrl { get; set; }

    public string? Segment { get; set; }
}
