using FasterMoney.Web.Assistant.Reading;
using FasterMoney.Web.Assistant.Tools;

namespace FasterMoney.Web.Assistant;

public static class AssistantSetup
{
    public static IServiceCollection AddAssistant(this IServiceCollection services, AssistantSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new AssistantLimits())
        .AddSingleton(provider => AnsweringModel.Of(settings, provider.GetRequiredService<AssistantLimits>()))
        .AddSingleton<InvoiceReads>()
        .AddSingleton<BalanceReads>()
        .AddSingleton<LinkReads>()
        .AddSingleton<OverdueReads>()
        .AddSingleton<CustomerReads>()
        .AddSingleton<DraftReads>()
        .AddSingleton<ToolBox>()
        .AddSingleton<Conversations>();
}
