using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using FasterMoney.Web.Access;
using FasterMoney.Web.Answers;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Telemetry;

namespace FasterMoney.Web.Portal;

/// <summary>Turns the resolver's answers into responses.</summary>
public sealed partial class PortalResponses(
    PortalLinkResolver resolver,
    PortalRenderer renderer,
    PortalMisses misses,
    PortalOpenings openings,
    PortalPreview preview,
    DocumentTurns documents,
    HostNames names,
    ILogger<PortalResponses> log)
{
    private const int LargestKeptBuffer = 256 * 1024;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    /// <summary>At the hosts of customers' pages, and of the workspace, whose own notices for strangers use it.</summary>
    public async Task StylesAsync(HttpContext context)
    {
        if (!IsRead(context))
            await RefuseMethodAsync(context);
        else if (await IsKnownHostAsync(context))
            await PublicAnswers.WriteAsync(context, 200, "text/css; charset=utf-8", PortalStyles.Css);
        else
            await PublicAnswers.NothingAsync(context);
    }

    public Task InvoiceAsync(HttpContext context) => AnswerAsync(context, resolver.InvoiceAsync);

    public Task LogoAsync(HttpContext context) => AnswerAsync(context, resolver.LogoAsync);

    public Task GenuineAsync(HttpContext context) => AnswerAsync(context, (authority, segment, _, cancellationToken) =>
        resolver.GenuineAsync(authority, segment, LanguagesOf(context.Request), cancellationToken));

    public Task DocumentAsync(HttpContext context) => AnswerAsync(context, resolver.DocumentAsync);

    private async Task AnswerAsync(HttpContext context, Func<string?, string, string, CancellationToken, Task<PortalAnswer>> resolve)
    {
        if (!IsRead(context))
        {
            await RefuseMethodAsync(context);
            return;
        }

        try
        {
            var segment = (string)context.Request.RouteValues["segment"]!;
            var token = context.Features.Get<SecretAddress>() is { Parts: [var hidden, ..] } ? hidden : (string)context.Request.RouteValues["token"]!;
            var answer = await resolve(context.Request.Host.Value, segment, token, context.RequestAborted);
            await SendAsync(context, answer);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor left.
        }
        catch (DocumentsBusy)
        {
            context.Response.Headers.RetryAfter = DocumentTurns.SecondsToWait.ToString(CultureInfo.InvariantCulture);
            await PublicAnswers.WriteAsync(context, 503, PublicAnswers.Html, PortalNotices.Failed);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            LogFailure(failure);
            context.Response.Clear();
            context.Response.Headers.RetryAfter = "60";
            await PublicAnswers.WriteAsync(context, 503, PublicAnswers.Html, PortalNotices.Failed);
        }
    }

    private async Task SendAsync(HttpContext context, PortalAnswer answer)
    {
        switch (answer)
        {
            case PortalAnswer.Page page when context.Request.Query[PortalPreview.Query] is [{ } code] && HttpMethods.IsGet(context.Request.Method):
                await preview.BeginAsync(context, code, page.Link, context.RequestAborted);
                context.Response.Headers.Location = SecretAddress.PathOf(context).ToUriComponent();
                await PublicAnswers.WriteAsync(context, 303, null, ReadOnlyMemory<byte>.Empty);
                break;
            case PortalAnswer.Page page:
                var isPreview = preview.IsPreview(context.Request, page.Link);
                await RenderAsync(context, 200, output => renderer.RenderInvoiceAsync(page.Invoice, page.Language, isPreview, output));
                openings.Note(page.Link, PortalVisitor.KindOf(context.Request, isPreview));
                break;
            case PortalAnswer.Gone gone:
                await RenderAsync(context, 410, output => renderer.RenderUnavailableAsync(gone.Business, gone.Language, output));
                break;
            case PortalAnswer.Genuine genuine:
                await RenderAsync(context, 200, output => renderer.RenderGenuineAsync(genuine, output));
                break;
            case PortalAnswer.Document document:
                // Not noted as an opening: the page that leads here was.
                var file = await documents.MakeAsync(document.Read, document.Invoice, document.Address, document.LogoPng, context.RequestAborted);
                context.Response.Headers.ContentDisposition = file.Disposition;
                await PublicAnswers.WriteAsync(context, 200, DocumentFile.ContentType, file.Bytes);
                break;
            case PortalAnswer.Logo logo:
                await PublicAnswers.WriteAsync(context, 200, "image/png", logo.Png);
                break;
            case PortalAnswer.NotFound when misses.Count(context.Connection.RemoteIpAddress) is { } seconds:
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await PublicAnswers.WriteAsync(context, 429, PublicAnswers.Html, PortalNotices.TooManyMisses);
                break;
            default:
                await PublicAnswers.NothingAsync(context);
                break;
        }
    }

    // Rendered as a whole before the first byte leaves: a fault becomes a clean answer, and the length is known.
    private async Task RenderAsync(HttpContext context, int status, Func<IBufferWriter<byte>, Task> render)
    {
        if (!_buffers.TryTake(out var buffer))
            buffer = new ArrayBufferWriter<byte>(16 * 1024);
        await render(buffer);
        await PublicAnswers.WriteAsync(context, status, PublicAnswers.Html, buffer.WrittenMemory);
        if (buffer.Capacity <= LargestKeptBuffer)
        {
            buffer.ResetWrittenCount();
            _buffers.Add(buffer);
        }
    }

    // The customer's own, which their page hands on; otherwise what the browser asks for.
    private static IEnumerable<string> LanguagesOf(HttpRequest request) => request.Query[PortalLinkResolver.LanguageQuery].OfType<string>()
        .Concat(request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString()));

    private static bool IsRead(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private async Task<bool> IsKnownHostAsync(HttpContext context) =>
        names.Contain(context.Request.Host) || await resolver.IsPortalHostAsync(context.Request.Host.Value, context.RequestAborted);

    private async Task RefuseMethodAsync(HttpContext context)
    {
        if (!await IsKnownHostAsync(context))
        {
            await PublicAnswers.NothingAsync(context);
            return;
        }

        context.Response.Headers.Allow = "GET, HEAD";
        await PublicAnswers.WriteAsync(context, 405, null, ReadOnlyMemory<byte>.Empty);
    }

    [LoggerMessage(LogLevel.Error, "A customer's page could not be answered.")]
    private partial void LogFailure(Exception failure);
}
