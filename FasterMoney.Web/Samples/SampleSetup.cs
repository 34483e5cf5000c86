using FasterMoney.Web.Account.SignIn;

namespace FasterMoney.Web.Samples;

public static class SampleSetup
{
    public static IServiceCollection AddSamples(this IServiceCollection services, SampleDataSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new SamplePassword(settings.Enabled ? settings.Password : null))
        .AddSingleton<SeedData>()
        .AddSingleton<SampleOwner>()
        .AddSingleton<SampleBusiness>();
}
