using System.Runtime.InteropServices;

namespace FasterMoney.Web.Data;

/// <summary>Files and folders that the account of the application alone can read: what it makes, and what it finds.</summary>
public static partial class PrivateFiles
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>From now on whatever this process makes is 0600, and 0700 for folders, whoever makes it: SQLite, the key ring, archives.</summary>
    public static void MakeAll()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask(0x3F); // 0077
    }

    /// <summary>Says at the start what others can read of what is there already: it is not ours to change in silence.</summary>
    public static void SayWhatIsOpen(ILogger logger, DatabaseSettings settings)
    {
        if (Open(settings) is not { Count: > 0 } open)
            return;

        SayOpen(logger, string.Join(", ", open.Take(5)) + (open.Count > 5 ? $" and {open.Count - 5} more" : ""), settings.DataDirectory);
    }

    /// <summary>Of the data folder, the keys and the database, those that other accounts have rights on.</summary>
    public static IReadOnlyList<string> Open(DatabaseSettings settings)
    {
        if (OperatingSystem.IsWindows())
            return [];

        string[] files = settings.Provider == DatabaseProvider.Sqlite ? [settings.SqliteFile, settings.SqliteFile + "-wal", settings.SqliteFile + "-shm"] : [];
        var keys = Directory.Exists(settings.KeyDirectory) ? Directory.GetFiles(settings.KeyDirectory) : [];
        return
        [
            .. ((string[])[settings.DataDirectory, settings.KeyDirectory]).Where(Directory.Exists).Concat(files.Concat(keys).Where(File.Exists))
                .Where(IsOpen),
        ];
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    [LoggerMessage(LogLevel.Warning, "Other accounts of this machine have rights on {Paths}. Take them away: chmod -R go-rwx {Folder}")]
    private static partial void SayOpen(ILogger logger, string paths, string folder);

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
