using FasterMoney.Web.Reachability;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Admin.Settings;

public static class SettingsSetup
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        RouteCheck.AddTo(services);
        return services
            .AddSingleton<UnknownProxy>()
            .AddSingleton<SiteSettings>()
            .AddSingleton<HandedOutLinks>()
            .AddSingleton<SiteMail>()
            .AddSingleton<SitePeople>()
            .AddSingleton<HelpAnswers>()
            .AddSingleton<ActivityExport>();
    }
}
