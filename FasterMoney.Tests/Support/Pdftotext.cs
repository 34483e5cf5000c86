using System.Diagnostics;
using System.Text;

namespace FasterMoney.Tests.Support;

/// <summary>The text of a document as poppler's program reads it, letters that run to the left in the order in which they are read.</summary>
public static class Pdftotext
{
    /// <summary>Whether it is on this machine, as it must be where everything is required. Another reader is used in any case.</summary>
    public static bool IsHere { get; } = MissingTool.Everything || File.Exists("/usr/bin/pdftotext");

    /// <summary>Without marks of direction and space.</summary>
    public static async Task<string> ReadAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "read.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        using var program = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not (>= '\u200E' and <= '\u200F') and not (>= '\u202A' and <= '\u202E')));
    }
}
