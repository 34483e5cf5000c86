using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.FirstRun;

/// <summary>Prints the one-time set-up address when the application has started on an empty database.</summary>
internal sealed class SetupAnnouncement(IDbContextFactory<FasterMoneyDb> databases, SetupGate gate, HostNames names, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Users.AnyAsync(cancellationToken) || await db.Sites.AnyAsync(cancellationToken))
            return;

        Console.WriteLine($"""

            There is no business here yet. Open this address once to set it up:
              {BaseAddress()}/setup?code={gate.Open()}
            If people reach the application by another name, put that name in its place. A new start prints a new address.

            """);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // "Every interface" is an address to listen on, not one to open.
    private string BaseAddress()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        foreach (var every in (string[])["[::]", "0.0.0.0", "://+", "://*"])
            address = address.Replace(every, every.StartsWith(':') ? "://localhost" : "localhost", StringComparison.Ordinal);

        if (names.Configured is not [var name, ..])
            return address.TrimEnd('/');

        // Under another name it would not be answered. Whoever listens for this machine alone has a proxy in front.
        var own = new Uri(address);
        return own.IsLoopback ? $"https://{name}" : own.IsDefaultPort || name.Contains(':') ? $"{own.Scheme}://{name}" : $"{own.Scheme}://{name}:{own.Port}";
    }
}
