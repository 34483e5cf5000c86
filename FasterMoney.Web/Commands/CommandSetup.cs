namespace FasterMoney.Web.Commands;

public static class CommandSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<SiteChanges>()
        .AddSingleton<SiteAccess>()
        .AddSingleton<PortalTokens>()
        .AddSingleton<AdminHosts>()
        .AddSingleton<ContentChecks>()
        .AddSingleton<InvoiceCommands>()
        .AddSingleton<BalanceCommands>()
        .AddSingleton<PortalLinkCommands>()
        .AddSingleton<CurrentMessageFacts>()
        .AddSingleton<MessageCommands>()
        .AddSingleton<CustomerCommands>()
        .AddSingleton<FollowUpCommands>()
        .AddSingleton<ImportCommands>()
        .AddSingleton<AssistantCommands>()
        .AddSingleton<PeopleCommands>()
        .AddSingleton<SiteCommands>()
        .AddSingleton<MailSecrets>()
        .AddSingleton<Outbox>()
        .AddSingleton<OutboxCommands>()
        .AddSingleton<MailCommands>();
}
