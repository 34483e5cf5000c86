using Microsoft.AspNetCore.Components;
using QRCoder;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>Draws an address as an SVG that scales with its frame. Always dark on light: scanners want it so.</summary>
public static class QrCode
{
    public static MarkupString Draw(string url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return new MarkupString(svg.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
