using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace FasterMoney.Tests.Support;

/// <summary>
/// A private PostgreSQL server, started once a run when the first test asks and gone when the run ends.
/// FASTERMONEY_TEST_POSTGRES may name a server to use instead, as a connection string of a person who may create databases.
/// </summary>
public static class PostgresCluster
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("FASTERMONEY_TEST_POSTGRES");
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<string>> Server = new(() => string.IsNullOrWhiteSpace(Given) ? StartAsync() : Task.FromResult(Given));

    /// <summary>Why there is no PostgreSQL here, or nothing when there is one.</summary>
    public static string? Missing { get; } = Given is null && Binaries is null
        ? "PostgreSQL's server programs (initdb, pg_ctl) are not installed."
        : null;

    public static async Task<string> ConnectionStringAsync(string database) =>
        Missing is { } reason
            ? throw new InvalidOperationException(reason)
            : new NpgsqlConnectionStringBuilder(await Server.Value) { Database = database, IncludeErrorDetail = true }.ToString();

    private static async Task<string> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("faster-money-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", folder);

        await RunAsServerAsync("initdb", "--pgdata", data, "--auth", "trust", "--username", "postgres", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        // Durability is worth nothing in a database that lives for minutes.
        await RunAsServerAsync("pg_ctl", "start", "--wait", "--pgdata", data, "--log", Path.Combine(folder, "log"), "--options",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200");
        StopAfterThisProcess(folder, data);
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    // A test run can be killed; a shell that watches it survives and tidies up.
    private static void StopAfterThisProcess(string folder, string data)
    {
        var stop = string.Join(' ', AsServer("pg_ctl", ["stop", "--pgdata", data, "--mode", "immediate"]).Select(part => $"'{part}'"));
        var watch = $"while kill -0 {Environment.ProcessId} 2>/dev/null; do sleep 1; done; {stop}; rm -rf '{folder}'";
        Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", $"({watch}) </dev/null >/dev/null 2>&1 &"]))!.WaitForExit();
    }

    private static Task RunAsServerAsync(string program, params string[] arguments)
    {
        var command = AsServer(program, arguments);
        return RunAsync(command[0], command[1..]);
    }

    // PostgreSQL refuses to run as root.
    private static string[] AsServer(string program, string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        return Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", path, .. arguments] : [path, .. arguments];
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed ({process.ExitCode}): {await errors}{await output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindBinaries()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(version => double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(installed)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
