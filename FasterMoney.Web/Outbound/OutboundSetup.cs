using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FasterMoney.Web.Outbound;

public static class OutboundSetup
{
    /// <summary>The rules that the host has set, or those of an application that only its own machine reaches.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton(OutboundRules.Everywhere);
        return services;
    }
}
