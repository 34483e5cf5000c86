namespace FasterMoney.Tests.Support;

/// <summary>Why a test cannot run here. On a person's machine that skips it; where everything is required it fails instead.</summary>
public static class MissingTool
{
    public static bool Everything { get; } = Environment.GetEnvironmentVariable("FASTERMONEY_REQUIRE_ALL") == "1";

    public static string? SkipReason(string? missing) => Everything ? null : missing;
}

/// <summary>A test in Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = MissingTool.SkipReason(Chromium.Missing);
}

/// <summary>A theory in Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = MissingTool.SkipReason(Chromium.Missing);
}

/// <summary>A test in Chromium on an application on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserOnPostgresFactAttribute : FactAttribute
{
    public BrowserOnPostgresFactAttribute() => Skip = MissingTool.SkipReason(Chromium.Missing ?? PostgresCluster.Missing);
}

/// <summary>A test on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = MissingTool.SkipReason(PostgresCluster.Missing);
}
