namespace FasterMoney.Web.Samples;

/// <summary>What the <c>seed</c> verb was asked for. The same numbers give the same business.</summary>
public sealed record SeedOptions(int Customers, int Invoices, int Seed, string? PortalUrl, string? LinksFile, bool Force);

/// <summary>How far the seeding has come.</summary>
public sealed record SeedProgress(string What, int Done, int Total);
