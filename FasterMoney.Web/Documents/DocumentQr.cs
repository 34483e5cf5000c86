using QRCoder;

namespace FasterMoney.Web.Documents;

/// <summary>An address as a QR code of vector rectangles: no picture, sharp at any size.</summary>
internal static class DocumentQr
{
    /// <summary>Modules that scanners want free on each side (ISO/IEC 18004).</summary>
    public const int QuietModules = 4;

    public static double SizeOf(string address, double module) => ModulesOf(address).Count * module;

    /// <summary>Draws the code without its quiet zone, which is the caller's to keep free.</summary>
    public static void Draw(PdfPages pages, string address, double x, double top, double module)
    {
        using var picture = pages.Part("Figure", instead: address);
        pages.Fill(Ink.Black, Runs(ModulesOf(address)).Select(run => (x + (run.Column * module), top + (run.Row * module), run.Length * module, module)));
    }

    // Dark modules beside each other are one rectangle.
    private static IEnumerable<(int Row, int Column, int Length)> Runs(List<bool[]> modules)
    {
        for (var row = 0; row < modules.Count; row++)
        {
            for (int column = 0, end; column < modules.Count; column = end + 1)
            {
                for (end = column; end < modules.Count && modules[row][end]; end++)
                {
                }

                if (end > column)
                    yield return (row, column, end - column);
            }
        }
    }

    private static List<bool[]> ModulesOf(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var side = data.ModuleMatrix.Count - (2 * QuietModules);
        return [.. data.ModuleMatrix.Skip(QuietModules).Take(side).Select(row => Enumerable.Range(QuietModules, side).Select(column => row[column]).ToArray())];
    }
}
