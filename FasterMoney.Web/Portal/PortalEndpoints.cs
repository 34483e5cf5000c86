using FasterMoney.Web.Answers;
using FasterMoney.Web.Data;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Portal;

/// <summary>The portal's addresses, mapped outside the Blazor root: plain answers, no session, no antiforgery.</summary>
public static class PortalEndpoints
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddSingleton<PortalReads>()
        .AddSingleton<PortalOpeningCounts>()
        .AddSingleton<PortalLinkResolver>()
        .AddSingleton<PortalRenderer>()
        .AddSingleton<PortalMisses>()
        .AddSingleton<MissCounts>()
        .AddHostedService<SharedMisses>()
        .AddSingleton<PortalPreview>()
        .AddSingleton<PortalOpenings>()
        .AddHostedService(provider => provider.GetRequiredService<PortalOpenings>())
        .AddSingleton<PortalResponses>();

    /// <summary>Also answers every address that nothing else answers. All methods, so that refusals bear the portal's headers as well;
    /// short-circuited, because nothing that comes after routing concerns a customer.</summary>
    public static void MapPortal(this WebApplication app)
    {
        var responses = app.Services.GetRequiredService<PortalResponses>();
        app.Map(PortalStyles.Path, responses.StylesAsync).ShortCircuit();
        app.Map($"/{{segment}}/{PortalLinkResolver.GenuineSegment}", responses.GenuineAsync).ShortCircuit().WithMetadata(PortalPage.Instance);
        app.Map("/{segment}/{token}", responses.InvoiceAsync).ShortCircuit().WithMetadata(PortalPage.Instance);
        app.Map("/{segment}/{token}/logo.png", responses.LogoAsync).ShortCircuit().WithMetadata(PortalPage.Instance);
        app.Map($"/{{segment}}/{{token}}/{InvoiceDocument.LastSegment}", responses.DocumentAsync).ShortCircuit().WithMetadata(PortalPage.Instance);
        app.MapFallback("{*path}", PublicAnswers.NothingAsync).ShortCircuit().WithMetadata(PortalPage.Instance);
    }
}

/// <summary>Marks the endpoints of the portal.</summary>
public sealed class PortalPage
{
    public static PortalPage Instance { get; } = new();
}
