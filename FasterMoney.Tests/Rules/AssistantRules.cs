using System.Reflection;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant;

namespace FasterMoney.Tests.Rules;

/// <summary>What the assistant can do at all, read from what its compiled code calls.</summary>
public sealed class AssistantRules
{
    /// <summary>All that it ever writes.</summary>
    private static readonly string[] Writes = ["AssistantCommands.NoteAskedAsync", "FollowUpCommands.ProposeAsync", "MessageCommands.DraftAsync"];

    private static readonly List<MethodBase> Calls =
    [
        .. typeof(Conversation).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("FasterMoney.Web.Assistant", StringComparison.Ordinal) == true)
            .SelectMany(CompiledCode.MembersIn).OfType<MethodBase>(),
    ];

    [Fact]
    public void Its_tools_read_create_a_draft_and_propose_a_follow_up_and_nothing_else() => Calls
        .Where(call => call is MethodInfo && call.DeclaringType!.Assembly == typeof(SiteAccess).Assembly && call.DeclaringType.Name.EndsWith("Commands", StringComparison.Ordinal))
        .Select(call => $"{call.DeclaringType!.Name}.{call.Name}").Distinct().Order().Should().Equal(Writes);

    [Fact]
    public void It_opens_a_site_for_reading_only() => Calls
        .Where(call => call.DeclaringType == typeof(SiteAccess) || call.DeclaringType == typeof(SiteSession))
        .Select(call => call.Name).Distinct().Should().Contain(nameof(SiteAccess.ReadAsync))
        .And.NotContain([nameof(SiteAccess.OpenAsync), nameof(SiteAccess.OpenExclusiveAsync), nameof(SiteSession.SaveAsync), nameof(SiteSession.StoreSoFarAsync)]);

    [Fact]
    public void It_calls_no_act_of_the_domain_and_no_write_of_the_database()
    {
        Calls.Where(call => call.DeclaringType?.Assembly == typeof(Site).Assembly && call.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor)))
            .Select(call => $"{call.DeclaringType!.Name}.{call.Name}").Should().BeEmpty("an act takes who does it");
        Calls.Where(call => call.Name.StartsWith("Execute", StringComparison.Ordinal) || call.Name.StartsWith("SaveChanges", StringComparison.Ordinal) || call.Name is "FromSqlRaw" or "SqlQueryRaw")
            .Select(call => call.Name).Should().BeEmpty();
        Calls.Should().HaveCountGreaterThan(500);
    }

    [Fact]
    public void It_never_asks_for_an_address() => Calls.Where(call => call.Name is nameof(PortalTokens.UrlOf) or nameof(PortalRoute.UrlFor)).Should().BeEmpty();
}
