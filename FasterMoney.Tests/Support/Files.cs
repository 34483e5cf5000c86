using System.Text;
using FasterMoney.Web.Import;

namespace FasterMoney.Tests.Support;

/// <summary>Files as people upload them.</summary>
public static class Files
{
    public static ImportFile Of(params string[] rows) => new("upload.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows)));

    /// <summary>The example files of the documentation, byte by byte.</summary>
    public static ImportFile Example(string name) => new(name, File.ReadAllBytes(Path.Combine(SourceFiles.Root, "docs", name)));
}
