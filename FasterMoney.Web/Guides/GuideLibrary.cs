using System.Collections.Concurrent;

namespace FasterMoney.Web.Guides;

/// <summary>The guides, carried in the assembly: a folder for each language, a file for each guide.</summary>
public static class GuideLibrary
{
    public const string English = "en";

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Guide>> Read = new(StringComparer.Ordinal);

    /// <summary>Each guide, as far as it is written in a language, in English where it is not. In the order of tasks and titles.</summary>
    public static IReadOnlyList<Guide> All(string language = English) => Read.GetOrAdd(language, ReadAll);

    /// <summary>The guide of a name, or null.</summary>
    public static Guide? Find(string? name, string language = English) => All(language).FirstOrDefault(guide => guide.Name == name);

    private static IReadOnlyList<Guide> ReadAll(string language)
    {
        var assembly = typeof(GuideLibrary).Assembly;
        var names = assembly.GetManifestResourceNames().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from resource in names
               where resource.StartsWith($"guides/{English}/", StringComparison.Ordinal)
               let name = Path.GetFileNameWithoutExtension(resource)
               let own = $"guides/{language}/{name}.md"
               let guide = GuideReader.Read(name, Text(names.Contains(own) ? own : resource))
               orderby TaskOrder(guide.Task), guide.Title
               select guide,
        ];

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }

    private static int TaskOrder(string task) => Array.IndexOf(Tasks, task) is >= 0 and var place ? place : Tasks.Length;

    /// <summary>What people come for, in the order in which the help lists it.</summary>
    public static readonly string[] Tasks = ["Share invoices", "Keep the books right", "Write to customers", "Set up and look after"];
}
