using System.Buffers;
using System.Text;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
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

    public Task RenderGenuineAsync(PortalAnswer.Genuine genuine, IBufferWriter<byte> output) =>
        RenderAsync<GenuinePage>(
            new Dictionary<string, object?>(3)
            {
                [nameof(GenuinePage.Business)] = genuine.Business,
                [nameof(GenuinePage.Language)] = genuine.Language,
                [nameof(GenuinePage.Address)] = genuine.Address,
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

    /// <summary>Gathers the renderer's many short writes, and encodes them in runs straight into the response's buffer.</summary>
    private sealed class Utf8Writer(IBufferWriter<byte> output) : TextWriter
    {
        private readonly char[] _gathered = ArrayPool<char>.Shared.Rent(4096);
        private int _count;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (_count == _gathered.Length)
                Flush();
            _gathered[_count++] = value;
        }

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            while (buffer.Length > _gathered.Length - _count)
            {
                var fits = _gathered.Length - _count;
                buffer[..fits].CopyTo(_gathered.AsSpan(_count));
                _count += fits;
                buffer = buffer[fits..];
                Flush();
            }

            buffer.CopyTo(_gathered.AsSpan(_count));
            _count += buffer.Length;
        }

        public override void Flush()
        {
            // Half of a surrogate pair waits for its other half.
            var kept = _count > 0 && char.IsHighSurrogate(_gathered[_count - 1]) ? 1 : 0;
            Encoding.UTF8.GetBytes(_gathered.AsSpan(0, _count - kept), output);
            if (kept == 1)
                _gathered[0] = _gathered[_count - 1];
            _count = kept;
        }

        protected override void Dispose(bool disposing)
        {
            Flush();
            ArrayPool<char>.Shared.Return(_gathered);
            base.Dispose(disposing);
        }
    }
}
