using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Rules;

/// <summary>The floors that a project's rooms stand on, highest first. The one table: rules and picture read it.</summary>
public sealed class Floors
{
    public static readonly Floors Domain = new(
        "FasterMoney.Domain", typeof(RuleCheck).Assembly, SourceFiles.Domain,
        ["Messages", "FollowUps"],
        ["ContentChecks"],
        ["Statements"],
        ["PortalLinks"],
        ["Invoices"],
        ["Sites", "Customers"],
        ["Amounts", "Contacts", "Numbering", "Activity"],
        ["Rules", "People"]);

    public static readonly Floors Web = new(
        "FasterMoney.Web", typeof(Program).Assembly, SourceFiles.Web,
        ["Host", "Cli"],
        ["Samples"],
        ["Admin", "Portal", "Account"],
        ["Assistant"],
        ["Mail", "Import", "Reachability"],
        ["Commands", "Documents"],
        ["Reads"],
        ["Access", "Logos", "Answers"],
        ["Data", "Wording", "Csv", "Telemetry", "Outbound", "Guides"]);

    private readonly System.Reflection.Assembly _assembly;
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly Dictionary<string, int> _floorOf;

    private Floors(string project, System.Reflection.Assembly assembly, IReadOnlyList<SourceFile> files, params string[][] highestFirst)
    {
        (Project, _assembly, _files, HighestFirst) = (project, assembly, files, highestFirst);
        _floorOf = highestFirst.Reverse().SelectMany((rooms, index) => rooms.Select(room => (room, index + 1))).ToDictionary();
    }

    public string Project { get; }

    public IReadOnlyList<string[]> HighestFirst { get; }

    public override string ToString() => Project;

    /// <summary>The top folders that hold source.</summary>
    public IEnumerable<string> Folders => _files.Select(file => RoomOfPath(file.Path)).OfType<string>().Distinct();

    public IEnumerable<string> Rooms => _floorOf.Keys;

    /// <summary>Files whose namespace names another room than their folder does: they would hide what they import.</summary>
    public IEnumerable<string> FilesUnderAnotherName => from file in _files
                                                        from Match line in Regex.Matches(file.Code, @"(?m)^@?namespace ([\w.]+)")
                                                        where RoomOfNamespace(line.Groups[1].Value) != RoomOfPath(file.Path)
                                                        select $"{file.Path} is in {line.Groups[1].Value}";

    /// <summary>Types that belong to no room, so that every room could reach them.</summary>
    public IEnumerable<string> TypesWithoutRoom => _assembly.GetTypes()
        .Where(type => type.Namespace == Project && !type.Name.Contains('<') && type.Name != "_Imports").Select(type => type.FullName!);

    /// <summary>Every import from one room by another, with one example of each.</summary>
    public IReadOnlyList<(string From, string To, string Example)> Imports => field ??=
        [.. CompiledImports().Concat(WrittenImports()).Concat(ImportsForAll()).DistinctBy(import => (import.From, import.To))];

    /// <summary>The imports that go up or sideways, as a failure shows them.</summary>
    public IEnumerable<string> Upward => Imports.Where(import => _floorOf[import.To] >= _floorOf[import.From])
        .Select(import => $"{import.From} (floor {_floorOf[import.From]}) imports {import.To} (floor {_floorOf[import.To]}): {import.Example}");

    /// <summary>The rooms that a text imports by name: using lines of every form, qualified names, and names that the surrounding namespace completes.</summary>
    public IEnumerable<string> RoomsNamedIn(string code)
    {
        var qualified = Regex.Matches(code, $@"\b{Regex.Escape(Project)}\.(\w+)").Select(match => match.Groups[1].Value);
        var completed = Regex.Matches(code, $@"(?<![\w.])(?:{Project.Split('.')[1]}\.)?({string.Join('|', Rooms)})((?:\.\w+)+)")
            .Where(match => match.Groups[2].Value.Split('.').Any(TypeNames[match.Groups[1].Value].Contains)).Select(match => match.Groups[1].Value);
        return qualified.Concat(completed).Where(_floorOf.ContainsKey).Distinct();
    }

    private ILookup<string, string> TypeNames => field ??= _assembly.GetTypes()
        .Where(type => RoomOf(type) is not null).ToLookup(type => RoomOf(type)!, type => type.Name.Split('`')[0]);

    private IEnumerable<(string From, string To, string Example)> CompiledImports() =>
        from type in _assembly.GetTypes()
        let room = RoomOf(type)
        where room is not null && !type.FullName!.Contains(".Migrations.", StringComparison.Ordinal)
        from used in CompiledCode.TypesIn(type)
        let other = used.Assembly == _assembly ? RoomOf(used) : null
        where other is not null && other != room
        select (room, other, $"{type.FullName} uses {used.Name}");

    private IEnumerable<(string From, string To, string Example)> WrittenImports() =>
        from file in _files
        let room = RoomOfPath(file.Path)
        where room is not null
        from other in RoomsNamedIn(file.Code)
        where other != room
        select (room, other, file.Path);

    // What stands in an import file, a global using or the project file is imported by everybody below it, whether they use it or not.
    private IEnumerable<(string From, string To, string Example)> ImportsForAll()
    {
        var shared = _files.Where(file => file.Path.EndsWith("/_Imports.razor", StringComparison.Ordinal))
            .Select(file => (file.Path, Folder: file.Path[..file.Path.LastIndexOf('/')], file.Code))
            .Concat(_files.Select(file => (file.Path, Folder: Project, Code: string.Join('\n', Regex.Matches(file.Code, @"(?m)^\s*global using .*$").Select(match => match.Value)))))
            .Append((Path: $"{Project}/{Project}.csproj", Folder: Project, Code: SourceFiles.Text($"{Project}/{Project}.csproj")));
        return from line in shared
               from other in RoomsNamedIn(line.Code)
               from room in _files.Where(file => file.IsIn(line.Folder)).Select(file => RoomOfPath(file.Path)).OfType<string>().Distinct()
               where other != room
               select (room, other, line.Path);
    }

    private string? RoomOf(Type type) => RoomOfNamespace(type.Namespace ?? "");

    private string? RoomOfNamespace(string name) =>
        name.StartsWith(Project + ".", StringComparison.Ordinal) ? name[(Project.Length + 1)..].Split('.')[0] : null;

    private string? RoomOfPath(string path) => path[(Project.Length + 1)..].Split('/') is [var room, _, ..] ? room : null;
}
