using System.Text.RegularExpressions;

namespace FasterMoney.Tests.Support;

/// <summary>One file of the repository, named from its root.</summary>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>Whether it lies in a folder, named from the repository's root.</summary>
    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>The text without line comments, in which words may stand freely.</summary>
    public string Code { get; } = Regex.Replace(Text, "(?m)^\\s*//.*$", "");
}

/// <summary>The product's own source, as the rule tests read it.</summary>
public static class SourceFiles
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Domain { get; } = Read("FasterMoney.Domain", atLeast: 35, ".cs");

    /// <summary>C#, Razor and JavaScript, without what tools generate.</summary>
    public static IReadOnlyList<SourceFile> Web { get; } = Read("FasterMoney.Web", atLeast: 100, ".cs", ".razor", ".js");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The lines that break a rule, each with its file, for a failure that says where.</summary>
    public static IEnumerable<string> Matches(this IEnumerable<SourceFile> files, string pattern) =>
        from file in files
        from Match match in Regex.Matches(file.Code, pattern)
        select $"{file.Path}: {match.Value.Trim()}";

    private static List<SourceFile> Read(string project, int atLeast, params string[] endings)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/") && !path.Contains("/obj/") && !path.Contains("/Migrations/"))
            .Select(path => new SourceFile(path, Text(path)))
            .ToList();
        return files.Count >= atLeast
            ? files
            : throw new InvalidOperationException($"Only {files.Count} files were found in {project}: the rules would prove nothing.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FasterMoney.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
