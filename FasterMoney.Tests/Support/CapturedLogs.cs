using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Support;

/// <summary>Everything a log provider could write about an event: message, values, scopes, exception.</summary>
public sealed record CapturedLine(
    string Category, LogLevel Level, string Message, IReadOnlyList<KeyValuePair<string, object?>> Values, IReadOnlyList<string> Scopes, Exception? Exception)
{
    public string Everything => string.Join('\n',
        Values.Select(value => $"{value.Key}={Shown(value.Value)}").Append(Message).Append(Exception?.ToString() ?? "").Concat(Scopes));

    public static string Shown(object? value) => value is not string and System.Collections.IEnumerable items
        ? string.Join(' ', items.Cast<object?>())
        : value?.ToString() ?? "";
}

/// <summary>A log provider that keeps what it gets.</summary>
public sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<CapturedLine> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var open = new List<string>();
            logs._scopes.ForEachScope((scope, list) =>
            {
                list.Add(scope?.ToString() ?? "");
                if (scope is IEnumerable<KeyValuePair<string, object?>> pairs)
                    list.AddRange(pairs.Select(pair => $"{pair.Key}={CapturedLine.Shown(pair.Value)}"));
            }, open);
            var values = state is IEnumerable<KeyValuePair<string, object?>> given ? given.ToList() : [];
            logs.Lines.Enqueue(new CapturedLine(category, logLevel, formatter(state, exception), values, open, exception));
        }
    }
}
