using System.Runtime.CompilerServices;
using System.Xml.Linq;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Rules;

/// <summary>Names and sizes.</summary>
public sealed class NameRules
{
    private static readonly Type[] Types =
    [
        .. new[] { typeof(Site).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("FasterMoney", StringComparison.Ordinal) == true && !type.Name.Contains('<')
                && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Namespace.Contains("Migrations")),
    ];

    [Fact]
    public void Types_bear_the_fields_own_words()
    {
        string[] forbidden = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Dto", "DTO", "ViewModel", "Impl"];
        Types.Should().HaveCountGreaterThan(120);
        Types.Select(Plain).Where(name => forbidden.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void No_part_of_a_namespace_bears_a_types_name()
    {
        var parts = Types.SelectMany(type => type.Namespace!.Split('.')).Distinct().ToList();
        parts.Should().HaveCountGreaterThan(12);
        parts.Intersect(Types.Where(type => !type.IsNested).Select(Plain)).Should().BeEmpty();
    }

    [Fact]
    public void A_public_type_of_the_domain_says_what_it_is()
    {
        var said = XDocument.Load(Path.ChangeExtension(typeof(Site).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null).Select(member => member.Attribute("name")!.Value).ToHashSet();
        typeof(Site).Assembly.GetExportedTypes().Where(type => !said.Contains($"T:{type.FullName!.Replace('+', '.')}")).Select(Plain).Should().BeEmpty();
    }

    [Fact]
    public void An_interface_has_two_implementations_at_least()
    {
        var interfaces = Types.Where(type => type.IsInterface).ToList();
        interfaces.Should().NotBeEmpty();
        interfaces.Where(each => Types.Count(type => type.IsClass && each.IsAssignableFrom(type)) < 2).Select(Plain).Should().BeEmpty();
    }

    [Fact]
    public void The_start_reads_like_a_contents_page() => SourceFiles.Text("FasterMoney.Web/Program.cs").Split('\n').Should().HaveCountLessThan(80);

    [Fact]
    public void Files_stay_small() => SourceFiles.Domain.Concat(SourceFiles.Web)
        .Select(file => (file.Path, Lines: file.Text.Split('\n').Length)).Where(file => file.Lines > 320).Should().BeEmpty("around 200 lines a file asks to be split");

    [Fact]
    public void The_applications_own_addresses_are_no_portal_routes()
    {
        using var app = new FasterMoneyApp();
        var segments = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart first] }, ..] ? first.Content : null)
            .OfType<string>().Distinct().ToList();
        segments.Should().Contain(["money", "account", "health"]);
        segments.Where(segment => PortalRoute.Check("https://pay.northwind.example", segment).IsAllowed).Should().BeEmpty("a customer's page would hide behind them");
    }

    private static string Plain(Type type) => type.Name.Split('`')[0];
}
