using System.Collections.Concurrent;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Documents;

/// <summary>
/// Makes documents, at most as many at once as there are processors. A few more may wait; whoever comes then is told to come back.
/// Those who ask for the same document at the same moment get the same one, made once.
/// </summary>
public sealed class DocumentTurns
{
    private readonly SemaphoreSlim _turns;
    private readonly int _most;
    private readonly Func<PortalInvoice, PortalLanguage, string?, byte[]?, DocumentFile> _write;
    private readonly ConcurrentDictionary<DocumentKey, Lazy<Task<DocumentFile>>> _making = new();
    private int _inside;

    public DocumentTurns()
        : this(Environment.ProcessorCount, 4 * Environment.ProcessorCount, InvoiceDocument.Write)
    {
    }

    /// <param name="atOnce">How many are made at the same time.</param>
    /// <param name="waiting">How many more may wait.</param>
    /// <param name="write">What makes one.</param>
    public DocumentTurns(int atOnce, int waiting, Func<PortalInvoice, PortalLanguage, string?, byte[]?, DocumentFile> write)
    {
        (_turns, _most, _write) = (new SemaphoreSlim(atOnce), atOnce + waiting, write);
    }

    /// <summary>Seconds after which it is worth while to ask again.</summary>
    public static int SecondsToWait => 5;

    /// <param name="read">What was read of the invoice: its version is part of what makes two documents the same.</param>
    /// <param name="invoice">What the document shows.</param>
    /// <param name="address">The page's, printed with a QR code; null where there is none to give.</param>
    /// <exception cref="DocumentsBusy">Too many wait already.</exception>
    public async Task<DocumentFile> MakeAsync(PortalRow read, PortalInvoice invoice, string? address, byte[]? logoPng, CancellationToken cancellationToken)
    {
        var key = DocumentKey.Of(read, invoice, address, logoPng);
        var made = _making.GetOrAdd(key, _ => new Lazy<Task<DocumentFile>>(() => MakeAsync(key, PortalLanguage.For(read.Language), invoice, address, logoPng)));
        return await made.Value.WaitAsync(cancellationToken);
    }

    // Nobody's leaving ends it: others may wait for the same one.
    private async Task<DocumentFile> MakeAsync(DocumentKey key, PortalLanguage language, PortalInvoice invoice, string? address, byte[]? logoPng)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > _most)
                throw new DocumentsBusy();

            await _turns.WaitAsync();
            try
            {
                return await Task.Run(() => _write(invoice, language, address, logoPng));
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
            _making.TryRemove(key, out _);
        }
    }
}

/// <summary>What two documents have in common that are the same but for the second at which they were read.</summary>
internal sealed record DocumentKey(
    Guid InvoiceId, long Version, PortalHead Head, string Language, DateOnly Day, string? Address, int Logo)
{
    public static DocumentKey Of(PortalRow read, PortalInvoice invoice, string? address, byte[]? logoPng)
    {
        var logo = new HashCode();
        logo.AddBytes(logoPng);
        return new DocumentKey(
            read.InvoiceId, read.Version, invoice.Head, read.Language,
            DateOnly.FromDateTime(invoice.ReadAt.DateTime), address, logo.ToHashCode());
    }
}

/// <summary>More documents are asked for than can be made in good time.</summary>
public sealed class DocumentsBusy() : Exception("Too many documents are being made. Try again in a few seconds.");
