using System.Data.Common;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Amounts;

namespace FasterMoney.Web.Reads;

/// <summary>
/// The columns of a statement, named where they are read. One run without a row writes down the SELECT in the order of the reading,
/// and every other run reads a row in that same order, so that no ordinal is counted by hand and the two cannot differ.
/// </summary>
public sealed partial class SelectedColumns
{
    // Stands for any currency while there is no row.
    private static readonly Currency Nothing = Domain.Amounts.Currency.All[0];

    private readonly DbDataReader? _row;
    private readonly List<string>? _columns;
    private int _next;

    private SelectedColumns(DbDataReader? row) => (_row, _columns) = (row, row is null ? [] : null);

    /// <summary>The SELECT of what a reading reads. Columns are written <c>alias.Name</c>.</summary>
    public static string SelectFor<T>(Func<SelectedColumns, T> reading)
    {
        var columns = new SelectedColumns(row: null);
        reading(columns);
        return "SELECT " + string.Join(", ", columns._columns!);
    }

    public static T Read<T>(DbDataReader row, Func<SelectedColumns, T> reading) => reading(new SelectedColumns(row));

    public Guid Id(string column) => Row(column)?.GetGuid(_next++) ?? default;

    public string Text(string column) => Row(column)?.GetString(_next++) ?? "";

    /// <summary>A text whose column is named elsewhere.</summary>
    public string Text(string alias, string name)
    {
        _columns?.Add($"{alias}.\"{name}\"");
        return _row?.GetString(_next++) ?? "";
    }

    public string? TextOrNull(string column) => Row(column) is { } row && !row.IsDBNull(_next++) ? row.GetString(_next - 1) : null;

    public int Small(string column) => Row(column)?.GetInt32(_next++) ?? 0;

    public long Whole(string column) => Row(column)?.GetInt64(_next++) ?? 0;

    public Currency Currency(string column) => Row(column) is { } row ? Domain.Amounts.Currency.Of(row.GetString(_next++)) : Nothing;

    public bool Flag(string column) => Row(column)?.GetBoolean(_next++) ?? false;

    public DateOnly Date(string column) => Row(column)?.GetFieldValue<DateOnly>(_next++) ?? default;

    public DateOnly? DateOrNull(string column) => Row(column) is { } row && !row.IsDBNull(_next++) ? row.GetFieldValue<DateOnly>(_next - 1) : null;

    private DbDataReader? Row(string column)
    {
        _columns?.Add(Name().Replace(column, "$1.\"$2\""));
        return _row;
    }

    [GeneratedRegex(@"\b([a-z])\.([A-Z]\w*)")]
    private static partial Regex Name();
}
