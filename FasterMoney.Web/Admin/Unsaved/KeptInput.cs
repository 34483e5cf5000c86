using FasterMoney.Web.Admin.Controls;
using MudBlazor;

namespace FasterMoney.Web.Admin.Unsaved;

/// <summary>What somebody typed and did not save.</summary>
/// <param name="At">UTC. When it was kept last.</param>
/// <param name="Version">Of what was edited, as it was read then; 0 for something new.</param>
/// <param name="Before">The fields before anything was typed.</param>
/// <param name="Typed">The fields as they were typed.</param>
/// <param name="Mark">What the editor itself wants to know again.</param>
public sealed record KeptInput(DateTime At, long Version, string Before, string Typed, string Mark = "")
{
    /// <summary>
    /// Puts it back into a form. When somebody else changed the same meanwhile, the person chooses part by part, as when saving.
    /// False when they did not choose: the form is then as it was.
    /// </summary>
    /// <param name="version">That was read now.</param>
    /// <param name="dialogs">Where the question appears, if there is one.</param>
    /// <param name="whoAndWhen">The sentence that tells who changed it and when.</param>
    /// <param name="parts">Of the form.</param>
    /// <param name="before">A form to be filled with what was before either changed it.</param>
    /// <param name="theirs">As the other one saved it.</param>
    /// <param name="yours">To be filled.</param>
    public async Task<bool> TakeAsync<TForm>(
        long version, IDialogService dialogs, string whoAndWhen, IReadOnlyList<FormPart<TForm>> parts, TForm before, TForm theirs, TForm yours)
        where TForm : notnull
    {
        var now = TypedFields.Write(yours);
        TypedFields.Read(Typed, yours);
        if (version == Version)
            return true;

        TypedFields.Read(Before, before);
        if (await EditConflict.SettleAsync(dialogs, whoAndWhen, parts, before, theirs, yours))
            return true;

        TypedFields.Read(now, yours);
        return false;
    }
}
