using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FasterMoney.Web.Outbound;

public static class OutboundSetup
{
    /// <summary>The rules that the host has set. Where nobody has, this machine and private networks are not asked.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton(new OutboundRules(allowsOwnNetwork: false));
        return services;
    }
}
