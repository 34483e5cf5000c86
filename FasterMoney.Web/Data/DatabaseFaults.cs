using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FasterMoney.Web.Data;

/// <summary>What can be the matter with a database that is otherwise in order.</summary>
public enum DatabaseFault
{
    /// <summary>Somebody else holds what is needed for too long.</summary>
    Busy,

    /// <summary>There is no room for what is to be written.</summary>
    Full,

    /// <summary>It cannot be reached, or not be used.</summary>
    Away,
}

/// <summary>Tells faults of the database from faults of the program, and says them in words for whoever acts.</summary>
public static class DatabaseFaults
{
    /// <summary>The fault behind an exception; null when the database is not to blame.</summary>
    public static DatabaseFault? Of(Exception problem)
    {
        for (var each = problem; each is not null; each = each.InnerException)
        {
            if (Kind(each) is { } fault)
                return fault;
        }

        return null;
    }

    /// <summary>What a person who acts is told: what is the matter, that nothing was saved, and what to do. Null when the database is not to blame.</summary>
    /// <param name="problem">What went wrong.</param>
    /// <param name="keepsInput">Whether what was typed is still there.</param>
    public static string? SentenceOf(Exception problem, bool keepsInput = true)
    {
        var nothing = keepsInput ? "Nothing was saved, and what you typed is still here" : "Nothing was saved";
        return Of(problem) switch
        {
            DatabaseFault.Busy => $"The database is busy right now. {nothing}: try again in a moment.",
            DatabaseFault.Full => $"The disk of the database is full. {nothing}: try again once there is room.",
            DatabaseFault.Away => $"The database cannot be reached right now. {nothing}: try again in a moment.",
            _ => null,
        };
    }

    private static DatabaseFault? Kind(Exception problem) => problem switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => DatabaseFault.Busy,
            SQLitePCL.raw.SQLITE_FULL => DatabaseFault.Full,
            SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY
                or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => DatabaseFault.Away,
            _ => null,
        },
        PostgresException postgres => postgres.SqlState switch
        {
            PostgresErrorCodes.DiskFull => DatabaseFault.Full,
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.SerializationFailure => DatabaseFault.Busy,
            // Not accepting connections, shutting down, too many connections, out of memory, connection lost.
            [_, _, ..] state when state[..2] is "08" or "53" or "55" or "57" or "58" => DatabaseFault.Away,
            _ => null,
        },
        NpgsqlException { InnerException: TimeoutException } => DatabaseFault.Busy,
        NpgsqlException => DatabaseFault.Away,
        _ => null,
    };
}

/// <summary>One line in the log for each fault of the database, whoever tells the person about it.</summary>
public sealed partial class DatabaseFaultLog(ILogger<DatabaseFaultLog> logger) : DbCommandInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Say(eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Say(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Say(Exception problem)
    {
        if (DatabaseFaults.Of(problem) is { } fault)
            IsAtFault(logger, fault, problem.Message.ReplaceLineEndings(" "));
    }

    [LoggerMessage(LogLevel.Warning, "The database is {Fault}: {Problem}")]
    private static partial void IsAtFault(ILogger logger, DatabaseFault fault, string problem);
}
