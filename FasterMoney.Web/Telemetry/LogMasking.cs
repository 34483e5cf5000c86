using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FasterMoney.Web.Telemetry;

public static class LogMasking
{
    /// <summary>Puts a mask between everything that logs and everything that writes logs. No provider sees a portal token.</summary>
    public static IServiceCollection AddLogMasking(this IServiceCollection services)
    {
        services.AddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            provider => new MaskingLoggerFactory(provider.GetRequiredService<LoggerFactory>())));
        return services;
    }
}

/// <summary>Hands out loggers that mask.</summary>
public sealed class MaskingLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new MaskingLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    // The container owns the inner factory and disposes it.
    public void Dispose()
    {
    }
}
