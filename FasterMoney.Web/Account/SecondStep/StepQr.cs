using System.Text;
using QRCoder;

namespace FasterMoney.Web.Account.SecondStep;

/// <summary>The key of an authenticator app as such apps read it: an address, and a QR code of it that is drawn here and leaves for nobody.</summary>
internal static class StepQr
{
    private const string Issuer = "Faster Money";

    // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    public static string AddressOf(string email, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";

    /// <summary>The dark modules as one path, a unit each, with the free edge that scanners want (ISO/IEC 18004).</summary>
    public static (int Side, string Path) Draw(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < data.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < data.ModuleMatrix.Count; column++)
            {
                if (data.ModuleMatrix[row][column])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
            }
        }

        return (data.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>The key in groups, for who types it.</summary>
    public static string InGroups(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));
}
