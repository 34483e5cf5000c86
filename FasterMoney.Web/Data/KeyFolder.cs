using System.Xml;
using System.Xml.Linq;

namespace FasterMoney.Web.Data;

/// <summary>The folder of the Data Protection keys, looked at before anybody is served.</summary>
public static class KeyFolder
{
    /// <summary>Creates it when it is missing, and refuses one that cannot be written or whose keys cannot be read.</summary>
    /// <exception cref="StartRefused">With the file and the reason, in one line.</exception>
    public static void Check(string folder)
    {
        DatabaseStart.CreateFolder(folder);
        var at = Path.Combine(folder, $"{Guid.NewGuid():n}.check");
        try
        {
            using (File.Create(at, bufferSize: 1, FileOptions.DeleteOnClose))
            {
                foreach (var key in Directory.EnumerateFiles(folder, "*.xml"))
                    XElement.Load(at = key);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new StartRefused(
                $"The key ring cannot be used: {at}: {problem.Message.ReplaceLineEndings(" ")} Make the folder readable and writable for this account, or restore the keys from a backup.");
        }
    }
}
