using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>What a <see cref="TextDialog"/> asks for.</summary>
public sealed record TextQuestion
{
    public required string Title { get; init; }
    public string? Explanation { get; init; }
    public required string Label { get; init; }
    public string? Note { get; init; }
    public string Text { get; init; } = "";
    public required string ActText { get; init; }

    /// <summary>The field's name in the reasons of <see cref="Check"/>.</summary>
    public required string Field { get; init; }
    public required Func<string, RuleCheck> Check { get; init; }
    public required Func<string, Task> Act { get; init; }

    /// <summary>Under what is kept what was typed and not saved.</summary>
    public required string Subject { get; init; }
}
