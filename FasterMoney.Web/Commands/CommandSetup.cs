using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Commands;

public static class CommandSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<SiteAccess>()
        .AddSingleton<PortalTokens>()
        .AddSingleton<AdminHosts>()
        .AddSingleton<SiteContentChecks>()
        .AddSingleton<InvoiceCommands>()
        .AddSingleton<BalanceCommands>()
        .AddSingleton<PortalLinkCommands>()
        .AddSingleton<LinkReplacementCommands>()
        .AddSingleton<CurrentMessageFacts>()
        .AddSingleton<MessageCommands>()
        .AddSingleton<CustomerCommands>()
        .AddSingleton<FollowUpCommands>()
        .AddSingleton<AssistantCommands>()
        .AddSingleton<PeopleCommands>()
        .AddSingleton<SiteCommands>()
        .AddSingleton<GuideCommands>()
        .AddSingleton<FirstStepsCommands>();
}
