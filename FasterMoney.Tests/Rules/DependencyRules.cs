using System.Text.RegularExpressions;
using System.Xml.Linq;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Rules;

/// <summary>Who may touch whom.</summary>
public sealed class DependencyRules
{
    private const string Web = "FasterMoney.Web";

    /// <summary>Where each package of the web project may be imported, and by which names.</summary>
    private static readonly (string Package, string Imports, string[] Rooms)[] Packages =
    [
        ("MudBlazor", "MudBlazor", ["Admin"]),
        ("QRCoder", "QRCoder", ["Account", "Admin", "Documents"]),
        ("CsvHelper", "CsvHelper", ["Csv"]),
        ("StbImageSharp", "StbImageSharp", ["Logos"]),
        ("Microsoft.EntityFrameworkCore.Sqlite", @"Microsoft\.Data\.Sqlite", ["Data"]),
        ("SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCL", ["Data"]),
        ("Npgsql.EntityFrameworkCore.PostgreSQL", "Npgsql", ["Data"]),
        ("Microsoft.EntityFrameworkCore.Design", @"Microsoft\.EntityFrameworkCore\.Design", ["Data"]),
        ("System.CommandLine", @"System\.CommandLine", ["Cli"]),
        ("MailKit", "MailKit|MimeKit", ["Mail"]),
        ("Stripe.net", "Stripe", ["Payments"]),
        ("Microsoft.Extensions.AI", @"Microsoft\.Extensions\.AI|OpenAI|System\.ClientModel|Azure\.AI|OllamaSharp|Anthropic", ["Assistant"]),
        ("Microsoft.Extensions.AI.OpenAI", @"OpenAI|System\.ClientModel", ["Assistant"]),
        ("HarfBuzzSharp", "HarfBuzzSharp", ["Documents"]),
        ("HarfBuzzSharp.NativeAssets.Linux", "HarfBuzzSharp", ["Documents"]),
    ];

    /// <summary>Parts of the framework that any room may use.</summary>
    private static readonly string[] Framework = ["Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.Extensions.Localization"];

    [Fact]
    public void The_domain_uses_the_base_class_library_alone()
    {
        References("FasterMoney.Domain").Should().BeEmpty();
        SourceFiles.Domain.Matches(@"using (static )?(?!System|FasterMoney\.Domain)[\w.]+;").Should().BeEmpty();
        SourceFiles.Domain.Matches(@"\bSystem\.(IO|Net|Data|Diagnostics|Threading\.Tasks)\b|\bEnvironment\.|\bFile\.|\bDirectory\.|\bHttp|\bConsole\.").Should().BeEmpty();
    }

    [Fact]
    public void The_domain_knows_no_clock() => SourceFiles.Domain
        .Matches(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bTimeProvider\b|\bGuid\.NewGuid\b|\bGuid\.CreateVersion7\(\)|\bStopwatch\b|\bTickCount")
        .Should().BeEmpty();

    [Fact]
    public void The_web_takes_the_time_from_its_time_provider() =>
        SourceFiles.Web.Matches(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bIClock\b").Should().BeEmpty();

    [Fact]
    public void The_web_stands_on_the_domain_alone() => References(Web).Where(reference => reference.EndsWith(".csproj", StringComparison.Ordinal))
        .Should().Equal("../FasterMoney.Domain/FasterMoney.Domain.csproj");

    [Fact]
    public void The_portal_never_sees_the_assistant() =>
        Floors.Web.Imports.Where(import => import.From == "Portal").Select(import => import.To).Should().NotBeEmpty().And.NotContain("Assistant");

    [Fact]
    public void The_portal_has_no_script() =>
        In("Portal").Where(file => file.Path.EndsWith(".js", StringComparison.Ordinal)).Select(file => file.Path)
            .Concat(In("Portal").Matches(@"<script|\bon(click|load|error)\s*=|javascript:|IJSRuntime")).Should().BeEmpty();

    [Fact]
    public void Only_rooms_that_write_save()
    {
        var saves = SourceFiles.Web.Where(file => Regex.IsMatch(file.Code, @"\bSaveChanges(Async)?\s*\(")).ToList();
        saves.Should().HaveCountGreaterThan(3);
        Outside(saves, "Access", "Commands", "Mail", "Payments", "Import", "Data", "Account", "Samples").Should().BeEmpty();
    }

    [Fact]
    public void Components_do_not_reach_into_the_database() => SourceFiles.Web
        .Where(file => Regex.IsMatch(file.Path, @"\.razor(\.cs)?$")).Matches(@"\bFasterMoneyDb\b|\bIDbContextFactory\b|\bSiteAccess\b|\bSiteSession\b").Should().BeEmpty();

    [Fact]
    public void A_vendors_package_is_imported_in_its_room_alone()
    {
        foreach (var (package, imports, rooms) in Packages)
        {
            var users = SourceFiles.Web.Where(file => Regex.IsMatch(file.Code, $@"(?m)^\s*@?(global )?using (static )?({imports})\b|\b({imports})\.[A-Z]\w*\s*[.(<]")).ToList();
            Outside(users, rooms).Should().BeEmpty("{0} belongs to {1}", package, rooms[0]);
            if (package == "MudBlazor")
                users.Should().NotBeEmpty("otherwise nothing was looked at");
        }
    }

    [Fact]
    public void Every_package_of_the_web_has_its_room() => References(Web).Where(reference => !reference.EndsWith(".csproj", StringComparison.Ordinal))
        .Should().NotBeEmpty().And.BeSubsetOf(Packages.Select(each => each.Package).Concat(Framework));

    [Fact]
    public void Nobody_outside_the_commands_opens_a_site_for_a_change() =>
        Outside(SourceFiles.Web.Where(file => Regex.IsMatch(file.Code, @"\.Open(Exclusive)?Async\(caller")), "Commands", "Mail", "Payments", "Import").Should().BeEmpty();

    private static List<SourceFile> In(string room) => [.. SourceFiles.Web.Where(file => file.IsIn($"{Web}/{room}"))];

    private static IEnumerable<string> Outside(IEnumerable<SourceFile> files, params string[] rooms) =>
        files.Where(file => !rooms.Any(room => file.IsIn($"{Web}/{room}"))).Select(file => file.Path);

    private static IEnumerable<string> References(string project) => XDocument.Parse(SourceFiles.Text($"{project}/{project}.csproj"))
        .Descendants().Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "Reference")
        .Select(element => element.Attribute("Include")!.Value);
}
