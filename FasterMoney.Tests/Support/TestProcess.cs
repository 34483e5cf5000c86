using System.Runtime.CompilerServices;

namespace FasterMoney.Tests.Support;

/// <summary>What holds for this process and the programs that it starts, before the first test.</summary>
internal static class TestProcess
{
    // As in the project file, for the programs.
    [ModuleInitializer]
    internal static void Prepare() => Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
}
