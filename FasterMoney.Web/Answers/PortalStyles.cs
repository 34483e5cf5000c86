namespace FasterMoney.Web.Answers;

/// <summary>The portal's style sheet, carried in the assembly so that it is there however the application is started.</summary>
public static class PortalStyles
{
    public const string Path = "/_portal/portal.css";

    public static readonly byte[] Css = Read();

    private static byte[] Read()
    {
        using var resource = typeof(PortalStyles).Assembly.GetManifestResourceStream("portal.css")
            ?? throw new InvalidOperationException("The portal's style sheet is missing from the assembly.");
        var css = new byte[resource.Length];
        resource.ReadExactly(css);
        return css;
    }
}
