using FasterMoney.Web.Account.Passkeys;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Data;
using FasterMoney.Web.Samples;

namespace FasterMoney.Web.Host;

/// <summary>Every setting of the application, read once before anything else is built.</summary>
public sealed record StartSettings(DatabaseSettings Database, SampleDataSettings SampleData, ProxySettings Proxy, StopSettings Stop, AssistantSettings Assistant)
{
    /// <summary>Reads all settings, or refuses with every error at once, a line each that names its key.</summary>
    public static StartSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var errors = new List<string>();
        PasskeyAvailability.Check(configuration, errors);
        var proxy = ProxySettings.Read(configuration, errors);
        var settings = new StartSettings(
            DatabaseSettings.Read(configuration, environment, errors),
            SampleDataSettings.Read(configuration, environment, errors),
            proxy,
            StopSettings.Read(configuration, proxy, errors),
            AssistantSettings.Read(configuration, errors));

        return errors.Count == 0
            ? settings
            : throw new StartRefused(string.Join(Environment.NewLine, errors), StartRefused.AskedWrongly);
    }
}
