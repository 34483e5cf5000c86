using FasterMoney.Web.Assistant.Reading;
using FasterMoney.Web.Assistant.Tools;
using FasterMoney.Web.Outbound;

namespace FasterMoney.Web.Assistant;

public static class AssistantSetup
{
    public static IServiceCollection AddAssistant(this IServiceCollection services, AssistantSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new AssistantLimits())
        .AddOutbound()
        .AddSingleton(provider => AnsweringModel.Of(settings, provider.GetRequiredService<AssistantLimits>(), provider.GetRequiredService<OutboundRules>()))
        .AddSingleton<InvoiceReads>()
        .AddSingleton<BalanceReads>()
        .AddSingleton<LinkReads>()
        .AddSingleton<OverdueReads>()
        .AddSingleton<CustomerReads>()
        .AddSingleton<OwnerReads>()
        .AddSingleton<DraftReads>()
        .AddSingleton<ToolBox>()
        .AddSingleton<Conversations>();
}
