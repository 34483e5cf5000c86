using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>The account of the sample business, shown on the sign-in page in Development only.</summary>
public sealed record SampleAccount(string Email, string Password)
{
    public const string OwnerEmail = "owner@sample.example";

    internal static async Task<SampleAccount?> PresentAsync(
        IWebHostEnvironment environment, SampleDataSettings settings, FasterMoneyDb db, ILookupNormalizer normalizer, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || settings is not { Enabled: true, Password: { } password })
            return null;

        var normalized = normalizer.NormalizeEmail(OwnerEmail);
        return await db.Users.AnyAsync(person => person.NormalizedEmail == normalized, cancellationToken) ? new SampleAccount(OwnerEmail, password) : null;
    }
}
