using System.Reflection;
using FasterMoney.Web.Data;
using Xunit.Sdk;

namespace FasterMoney.Tests.Support;

/// <summary>
/// With <see cref="OnPostgresAttribute"/>: runs a theory on each database.
/// <code>[Theory, OnSqlite, OnPostgres] public async Task Sentence(DatabaseProvider provider)</code>
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}

/// <summary>Runs a theory on PostgreSQL, where there is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = MissingTool.SkipReason(PostgresCluster.Missing);

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Postgres]];
}
