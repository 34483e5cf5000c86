using FasterMoney.Web.Data;
using FasterMoney.Web.Outbound;
using FasterMoney.Web.Telemetry;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace FasterMoney.Web.Host;

/// <summary>What every web application needs and no room owns: server, proxy, clock, logs, headers, errors.</summary>
public static partial class HostSetup
{
    /// <summary>
    /// The folder that holds appsettings.json and wwwroot. A published application is often started from elsewhere,
    /// where only the data is.
    /// </summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var saidOtherwise = args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
            || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
            || Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") is not null;
        var elsewhere = !File.Exists("appsettings.json") && File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        return new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = elsewhere && !saidOtherwise ? AppContext.BaseDirectory : null,
        };
    }

    public static WebApplicationBuilder AddHost(this WebApplicationBuilder builder, StartSettings settings)
    {
        DatabaseStart.CreateFolder(settings.Database.DataDirectory);
        builder.Services.AddSingleton(settings.Keys);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // A build that is run as Production finds its style sheets too; a published one has them in wwwroot.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.Configure<FormOptions>(ReadableForms.Limit);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings.Proxy);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton(settings.Stop);
        builder.Services.AddHostedService<DelayedStop>();
        // What is under way when the delay is over still has its time.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Stop.Delay + TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton(new OutboundRules(allowsOwnNetwork: Listening.BeyondThisMachine(builder.Configuration) is null));
        builder.Services.AddSingleton(settings.Names);
        builder.Services.AddLogMasking().AddSecretAddresses();
        if (settings.Telemetry.Endpoint is { } endpoint)
            builder.Services.AddObserving(endpoint, settings.Telemetry.OverHttp);
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        return builder;
    }

    /// <summary>The outermost part of the pipeline. Rooms come after it.</summary>
    public static WebApplication UseHost(this WebApplication app)
    {
        app.UseMiddleware<ForwardedBy>();
        if (app.Services.GetRequiredService<ProxySettings>() is { Any: true } proxy)
            app.UseForwardedHeaders(Believing(proxy));
        var database = app.Services.GetRequiredService<DatabaseSettings>();
        PrivateFiles.SayWhatIsOpen(app.Logger, database);
        SayHowKeysAreKept(app, database);
        app.UseHsts();
        app.UseMiddleware<HostCookies>();
        // The portal answers from here: what follows is for people who sign in.
        app.UseRouting();
        app.UseMiddleware<WorkspaceHost>();
        app.UseSecretAddresses();
        app.UseMiddleware<AdminHeaders>();
        app.UseExceptionHandler(ErrorAnswer.Handle);
        app.UseMiddleware<ReadableForms>();
        return app;
    }

    // In place of the framework's warning, which appsettings.json silences: it says neither where nor what to do.
    [LoggerMessage(LogLevel.Information,
        "The keys in {Place} are not encrypted. Whoever reads them can sign in as anybody: keep that place, and each backup of it, to the account that runs this.")]
    private static partial void SayKeysAreOpen(ILogger logger, string place);

    private static void SayHowKeysAreKept(WebApplication app, DatabaseSettings database)
    {
        var folder = database.KeyDirectory;
        var place = database.KeepsKeysInFolder ? folder : "the database";
        if (!app.Services.GetRequiredService<KeySettings>().AreWrapped)
        {
            if (app.Environment.IsProduction())
                SayKeysAreOpen(app.Logger, place);
            return;
        }

        var open = !database.KeepsKeysInFolder ? app.Services.GetRequiredService<KeyTable>().Open
            : Directory.Exists(folder) ? Directory.GetFiles(folder, "key-*.xml").Count(file => !File.ReadAllText(file).Contains("EncryptedData", StringComparison.Ordinal)) : 0;
        if (open > 0)
            SayOldKeysAreOpen(app.Logger, open, place);
    }

    [LoggerMessage(LogLevel.Information,
        "Keys from before the certificate, {Count} of them in {Place}, are not encrypted. They are still needed to copy older links; new keys are wrapped.")]
    private static partial void SayOldKeysAreOpen(ILogger logger, int count, string place);

    private static ForwardedHeadersOptions Believing(ProxySettings proxy)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // Each further hop must be a known proxy as well, so the number of hops needs no limit of its own.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in proxy.Addresses)
            options.KnownProxies.Add(address);
        foreach (var network in proxy.Networks)
            options.KnownIPNetworks.Add(network);
        return options;
    }
}
