namespace FasterMoney.Web.Admin.Unsaved;

/// <summary>A dialog in which something may have been typed and not saved.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Subject">Under which its input is kept.</param>
/// <param name="Open">Opens it again.</param>
public sealed record UnsavedAct(string Name, string Subject, Func<Task> Open)
{
    /// <summary>Under what the input of a dialog is kept that bears this name and is about this record.</summary>
    public static string SubjectOf(string name, Guid about, Guid? entry = null) => $"{name}/{about:N}/{entry:N}";
}
