using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Support;

/// <summary>What axe looks for: everything on the light page; on the dark one, which is the light one in other colours, what depends on colour.</summary>
public static class AxeRules
{
    public static AxeRunOptions For(ColorScheme mode)
    {
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
        if (mode == ColorScheme.Dark)
            options.RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };
        return options;
    }
}
