using MudBlazor;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>Two people changed the same thing, and the second one wants to save it.</summary>
public static class EditConflict
{
    /// <summary>
    /// Lets a person choose part by part, and copies what they take of the other's into their own form. False when they went back to
    /// the form, where everything is as they left it.
    /// </summary>
    /// <param name="dialogs">Where the question appears, if there is one.</param>
    /// <param name="whoAndWhen">The sentence that tells who changed it and when.</param>
    /// <param name="parts">Of the form.</param>
    /// <param name="before">The form as it was before either changed it.</param>
    /// <param name="theirs">As the other one saved it.</param>
    /// <param name="yours">As it is typed here.</param>
    public static async Task<bool> SettleAsync<TForm>(
        IDialogService dialogs, string whoAndWhen, IReadOnlyList<FormPart<TForm>> parts, TForm before, TForm theirs, TForm yours)
    {
        var differences = Difference.Between(parts, before, theirs, yours);
        if (differences.Count > 0 && !await ConflictDialog.AskAsync(dialogs, whoAndWhen, [.. differences.Select(pair => pair.Difference)]))
            return false;

        foreach (var (part, _) in differences.Where(pair => pair.Difference.TakesTheirs))
            part.Copy(theirs, yours);

        return true;
    }
}
