using FasterMoney.Web.Reachability;

namespace FasterMoney.Web.Admin.Settings;

public static class SettingsSetup
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        RouteCheck.AddTo(services);
        return services
            .AddSingleton<SiteSettings>()
            .AddSingleton<HandedOutLinks>()
            .AddSingleton<SiteMail>()
            .AddSingleton<SitePeople>()
            .AddSingleton<ActivityExport>();
    }
}
