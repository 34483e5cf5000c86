using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace FasterMoney.Web.Portal;

/// <summary>
/// Renders a whole document to UTF-8. The pages inject nothing, so one empty container serves every request,
/// and a renderer, which keeps what it rendered, lives for one document only.
/// </summary>
public sealed class PortalRenderer
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public Task RenderInvoiceAsync(PortalInvoice invoice, PortalLanguage language, bool isPreview, IBufferWriter<byte> output) =>
        RenderAsync<PortalInvoicePage>(
            new Dictionary<string, object?>(3)
            {
                [nameof(PortalInvoicePage.Invoice)] = invoice,
                [nameof(PortalInvoicePage.Language)] = language,
                [nameof(PortalInvoicePage.IsPreview)] = isPreview,
            },
            output);

    public Task RenderUnavailableAsync(PortalBusiness business, PortalLanguage language, IBufferWriter<byte> output) =>
        RenderAsync<UnavailablePage>(
            new Dictionary<string, object?>(2)
            {
                [nameof(UnavailablePage.Business)] = business,
                [nameof(UnavailablePage.Language)] = language,
            },
            output);

    private static async Task RenderAsync<TPage>(Dictionary<string, object?> parameters, IBufferWriter<byte> output)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(NoServices, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            using var writer = new Utf8Writer(output);
            page.WriteHtmlTo(writer);
        });
    }

    /// <summary>Encodes straight into the response's buffer; the renderer hands over strings and short runs of characters.</summary>
    private sealed class Utf8Writer(IBufferWriter<byte> output) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Encoding.UTF8.GetBytes([value], output);

        public override void Write(string? value) => Encoding.UTF8.GetBytes(value, output);

        public override void Write(char[] buffer, int index, int count) => Encoding.UTF8.GetBytes(buffer.AsSpan(index, count), output);

        public override void Write(ReadOnlySpan<char> buffer) => Encoding.UTF8.GetBytes(buffer, output);
    }
}
