using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FasterMoney.Web.Data;

/// <summary>A span for each statement, without its text or values, while somebody listens. The customer's page reads beside it and costs nothing here.</summary>
public sealed class QuerySpans : DbCommandInterceptor
{
    private static readonly ActivitySource Source = new("FasterMoney.Data");

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData, "ok");
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData, "ok");
        return ValueTask.FromResult(result);
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData, "ok");
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(command, eventData, "failed");
        return Task.CompletedTask;
    }

    private static void Note(DbCommand command, CommandEndEventData ended, string outcome)
    {
        if (!Source.HasListeners() || Source.CreateActivity($"Query {ended.CommandSource}", ActivityKind.Client) is not { } span)
            return;

        span.SetStartTime(ended.StartTime.UtcDateTime).Start();
        span.SetTag("db.system.name", command is Npgsql.NpgsqlCommand ? "postgresql" : "sqlite").SetTag("db.operation.name", ended.CommandSource.ToString()).SetTag("outcome", outcome);
        span.SetEndTime((ended.StartTime + ended.Duration).UtcDateTime).Dispose();
    }
}
