using System.Globalization;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Host;

/// <summary>How long a stop goes on serving, so that a proxy that asks /health/ready sends nobody here any more before it closes.</summary>
public sealed record StopSettings(TimeSpan Delay)
{
    private const string Key = "Stop:DelaySeconds";

    /// <summary>Reads it; 5 seconds behind a proxy, otherwise none.</summary>
    public static StopSettings Read(IConfiguration configuration, ProxySettings proxy, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Stop"), errors, "DelaySeconds");
        if (configuration[Key] is not { Length: > 0 } text)
            return new StopSettings(TimeSpan.FromSeconds(proxy.Any ? 5 : 0));

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 300)
            errors.Add($"{Key} is \"{text}\". Use whole seconds from 0 to 300.");
        return new StopSettings(TimeSpan.FromSeconds(seconds));
    }
}

/// <summary>Holds a stop back by the delay. /health/ready says 503 from the first moment of it.</summary>
public sealed class DelayedStop(StopSettings settings, TimeProvider time) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Delay, time, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
