using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Data;

/// <summary>Hands out contexts of the configured provider under the one type that the application knows.</summary>
public sealed class FasterMoneyDbFactory<TDb>(IDbContextFactory<TDb> provider) : IDbContextFactory<FasterMoneyDb>
    where TDb : FasterMoneyDb
{
    public FasterMoneyDb CreateDbContext() => provider.CreateDbContext();

    public async Task<FasterMoneyDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await provider.CreateDbContextAsync(cancellationToken);
}
