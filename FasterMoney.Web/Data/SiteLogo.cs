namespace FasterMoney.Web.Data;

/// <summary>A site's logo, re-encoded by us; in a row of its own so that nothing else reads the bytes.</summary>
public sealed class SiteLogo
{
    public Guid SiteId { get; init; }

    public byte[] Png { get; set; } = [];

    public int Width { get; set; }

    public int Height { get; set; }
}
