using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Import;

/// <summary>Everything against a file, in the order of its rows. Each is counted; only the first are kept.</summary>
public sealed class ImportProblems
{
    public const int MostKept = 200;

    private readonly List<ImportProblem> _kept = [];

    public int Count { get; private set; }

    public IReadOnlyList<ImportProblem> Kept => [.. _kept.OrderBy(problem => problem.Row)];

    public void Add(int row, string column, string sentence)
    {
        Count++;
        if (_kept.Count < MostKept)
            _kept.Add(new ImportProblem(row, column, sentence));
    }

    /// <summary>Adds what the domain says against a row.</summary>
    /// <param name="check">The domain's answer.</param>
    /// <param name="place">The row and column of a field of the domain.</param>
    public void Add(RuleCheck check, Func<string?, (int Row, string Column)> place)
    {
        foreach (var reason in check.Reasons)
        {
            var (row, column) = place(reason.Field);
            Add(row, column, reason.Sentence);
        }
    }
}
