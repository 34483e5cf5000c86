using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Passkeys;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Data;
using FasterMoney.Web.Samples;

namespace FasterMoney.Web.Host;

/// <summary>Every setting of the application, read once before anything else is built.</summary>
public sealed record StartSettings(
    DatabaseSettings Database, SampleDataSettings SampleData, ProxySettings Proxy, StopSettings Stop, HostNames Names, AssistantSettings Assistant, KeySettings Keys,
    TelemetrySettings Telemetry)
{
    /// <summary>Reads all settings, or refuses with every error at once, a line each that names its key.</summary>
    /// <param name="serves">Whether the run will listen: what is done on the terminal needs no name.</param>
    public static StartSettings Read(IConfiguration configuration, IHostEnvironment environment, bool serves = true)
    {
        var errors = new List<string>();
        PasskeyAvailability.Check(configuration, errors);
        var proxy = ProxySettings.Read(configuration, errors);
        var settings = new StartSettings(
            DatabaseSettings.Read(configuration, environment, errors),
            SampleDataSettings.Read(configuration, environment, errors),
            proxy,
            StopSettings.Read(configuration, proxy, errors),
            HostNames.Read(configuration, errors),
            AssistantSettings.Read(configuration, errors),
            KeySettings.Read(configuration, errors),
            TelemetrySettings.Read(configuration, errors));

        if (serves && environment.IsProduction())
            settings.CheckNames(configuration, errors);

        return errors.Count == 0
            ? settings
            : throw new StartRefused(string.Join(Environment.NewLine, errors), StartRefused.AskedWrongly);
    }

    // Whoever reaches the server chooses the name they ask by, so that it has to know its own.
    private void CheckNames(IConfiguration configuration, List<string> errors)
    {
        var reached = Proxy.Any ? "a proxy forwards to it" : Listening.BeyondThisMachine(configuration) is { } address ? $"it listens at {address}" : null;
        if (reached is not null && Names.Configured.Count == 0 && !errors.Any(error => error.StartsWith(HostNames.Key, StringComparison.Ordinal)))
            errors.Add($"{HostNames.Key} is missing: others than this machine reach the server ({reached}). Set it to the names that people open the workspace by, such as app.your-business.example.");
    }
}
