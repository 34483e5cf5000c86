namespace FasterMoney.Web.Import;

/// <summary>One thing in a file that stands against importing it.</summary>
/// <param name="Row">As a spreadsheet counts; 0 for the file as a whole.</param>
/// <param name="Column">The column's name, or empty for the whole row.</param>
/// <param name="Sentence">What is wrong and what to write instead.</param>
public sealed record ImportProblem(int Row, string Column, string Sentence)
{
    public override string ToString() => $"{Place}{Sentence}";

    private string Place => (Row, Column) switch
    {
        (0, "") => "",
        (0, _) => $"Column {Column}: ",
        (_, "") => $"Row {Row}: ",
        _ => $"Row {Row}, {Column}: ",
    };
}

/// <summary>A file as it was uploaded.</summary>
public sealed record ImportFile(string Name, byte[] Bytes);

/// <summary>How many of how many are stored.</summary>
public sealed record ImportProgress(int Done, int Total);

/// <summary>What a file holds.</summary>
public enum ImportKind
{
    Customers,
    Invoices,
}

/// <summary>What was imported. Payments are those of the invoices that were added.</summary>
/// <param name="Kind">What the file holds.</param>
/// <param name="Added">Customers or invoices added.</param>
/// <param name="Payments">Payments recorded.</param>
/// <param name="Known">How many were here before, and stay as they are.</param>
public sealed record ImportResult(ImportKind Kind, int Added, int Payments, int Known);

/// <summary>What an import of a file would do, or everything against it.</summary>
public sealed record ImportPreview(
    ImportKind? Kind,
    string Format,
    int Rows,
    int New,
    int Payments,
    int Known,
    IReadOnlyList<string> UnknownColumns,
    IReadOnlyList<ImportProblem> Problems,
    int ProblemCount,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> FirstRows)
{
    public bool CanImport => ProblemCount == 0 && New > 0;

    public static ImportPreview Refused(ImportProblem problem) => new(null, "", 0, 0, 0, 0, [], [problem], 1, [], []);
}
