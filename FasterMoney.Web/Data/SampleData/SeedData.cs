using FasterMoney.Web.Start;

namespace FasterMoney.Web.Data;

/// <summary>Fills the configured database with a repeatable business of the asked size.</summary>
public sealed class SeedData
{
    public Task RunAsync(SeedOptions options, IProgress<SeedProgress> progress, CancellationToken cancellationToken = default) =>
        throw new StartRefused("Seeding is not available yet.");
}
