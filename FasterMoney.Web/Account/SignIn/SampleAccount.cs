using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>The password of the sample account; null where there is no sample business.</summary>
public sealed record SamplePassword(string? Value);

/// <summary>The account of the sample business, shown on the sign-in page in Development only.</summary>
public sealed record SampleAccount(string Email, string Password)
{
    public const string OwnerEmail = "owner@sample.example";

    internal static async Task<SampleAccount?> PresentAsync(
        IWebHostEnvironment environment, SamplePassword sample, FasterMoneyDb db, ILookupNormalizer normalizer, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || sample.Value is not { } password)
            return null;

        var normalized = normalizer.NormalizeEmail(OwnerEmail);
        return await db.Users.AnyAsync(person => person.NormalizedEmail == normalized, cancellationToken) ? new SampleAccount(OwnerEmail, password) : null;
    }
}
