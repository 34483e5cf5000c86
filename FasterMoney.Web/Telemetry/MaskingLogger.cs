using System.Collections;
using Pair = System.Collections.Generic.KeyValuePair<string, object?>;

namespace FasterMoney.Web.Telemetry;

/// <summary>Masks message, values, exception and scopes before any provider sees them.</summary>
public sealed class MaskingLogger(ILogger inner) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => state switch
        {
            string text => inner.BeginScope(TokenMask.Apply(text)),
            IEnumerable<Pair> pairs => inner.BeginScope(new MaskedPairs(pairs, () => pairs.ToString())),
            _ => inner.BeginScope(TokenMask.Apply((object?)state) ?? ""),
        };

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
            return;

        var message = TokenMask.Apply(formatter(state, exception));
        var safe = TokenMask.Apply(exception);
        if (state is IEnumerable<Pair> pairs)
            inner.Log(logLevel, eventId, new MaskedPairs(pairs, () => message), safe, static (masked, _) => masked.ToString());
        else
            inner.Log(logLevel, eventId, message, safe, static (text, _) => text);
    }

    // Masks when it is read: most scopes are opened on every request and read by nobody.
    private sealed class MaskedPairs(IEnumerable<Pair> pairs, Func<string?> text) : IReadOnlyList<Pair>
    {
        private IReadOnlyList<Pair>? _masked;

        private IReadOnlyList<Pair> Masked => _masked ??= [.. pairs.Select(pair => new Pair(TokenMask.Apply(pair.Key), TokenMask.Apply(pair.Value)))];

        public Pair this[int index] => Masked[index];

        public int Count => Masked.Count;

        public IEnumerator<Pair> GetEnumerator() => Masked.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => TokenMask.Apply(text() ?? "");
    }
}
