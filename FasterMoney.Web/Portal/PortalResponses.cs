using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using FasterMoney.Web.Answers;
using FasterMoney.Web.Documents;

namespace FasterMoney.Web.Portal;

/// <summary>Turns the resolver's answers into responses.</summary>
public sealed partial class PortalResponses(
    PortalLinkResolver resolver,
    PortalRenderer renderer,
    PortalMisses misses,
    PortalOpenings openings,
    PortalPreview preview,
    ILogger<PortalResponses> log)
{
    private const int LargestKeptBuffer = 256 * 1024;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    public Task StylesAsync(HttpContext context) =>
        IsRead(context) ? PublicAnswers.WriteAsync(context, 200, "text/css; charset=utf-8", PortalStyles.Css) : RefuseMethodAsync(context);

    public Task InvoiceAsync(HttpContext context) => AnswerAsync(context, resolver.InvoiceAsync);

    public Task LogoAsync(HttpContext context) => AnswerAsync(context, resolver.LogoAsync);

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
            var token = (string)context.Request.RouteValues["token"]!;
            var answer = await resolve(context.Request.Host.Value, segment, token, context.RequestAborted);
            await SendAsync(context, answer);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor left.
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
                context.Response.Headers.Location = context.Request.Path.ToUriComponent();
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
            case PortalAnswer.Document document:
                // Not noted as an opening: the page that leads here was.
                var file = await InvoiceDocument.WriteAsync(document.Invoice, document.Language, document.Address, document.LogoPng, context.RequestAborted);
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

    private static bool IsRead(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static Task RefuseMethodAsync(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, HEAD";
        return PublicAnswers.WriteAsync(context, 405, null, ReadOnlyMemory<byte>.Empty);
    }

    [LoggerMessage(LogLevel.Error, "A customer's page could not be answered.")]
    private partial void LogFailure(Exception failure);
}
