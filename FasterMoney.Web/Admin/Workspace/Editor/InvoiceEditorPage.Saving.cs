using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;

namespace FasterMoney.Web.Admin.Workspace.Editor;

public sealed partial class InvoiceEditorPage
{
    private async Task<bool> SaveAsync()
    {
        (showsReasons, error, canSaveAsNew) = (true, null, false);
        Edited();
        if (!check.IsAllowed)
        {
            (seeksInvalid, error) = (true, "Nothing was saved yet. Look at the fields marked above.");
            return false;
        }

        isSaving = true;
        try
        {
            await StoreAsync();
            return true;
        }
        catch (ChangedByOthers)
        {
            return await SettleConflictAsync();
        }
        catch (NotFoundOnSite missing)
        {
            (error, canSaveAsNew) = (missing.Message, true);
        }
        catch (RuleViolation violation)
        {
            (error, canSaveAsNew) = (violation.Message, draft!.Id is not null);
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
        finally
        {
            isSaving = false;
        }

        return false;
    }

    private async Task StoreAsync()
    {
        var content = form!.Read().Content;
        var customerId = form.CustomerId!.Value;
        if (draft!.Id is not { } id)
        {
            id = await Invoices.CreateDraftAsync(Workplace.Caller, customerId, content);
        }
        else if (IsDirty())
        {
            await Invoices.EditDraftAsync(Workplace.Caller, id, draft.Version, customerId, content);
        }

        await ReloadAsync(id);
        saved = "Saved";
    }

    // The form stays as it is, so that nobody loses their place: only what it is compared with is new.
    private async Task ReloadAsync(Guid id)
    {
        draft = await Drafts.FindAsync(Workplace.Caller, id) ?? throw new NotFoundOnSite("invoice");
        before = form!.Fingerprint();
        showsReasons = false;
        if (Id != id)
        {
            Navigation.NavigateTo($"/invoices/{id}/edit", replace: true);
        }
    }

    private async Task<bool> SettleConflictAsync()
    {
        var theirs = await Drafts.FindAsync(Workplace.Caller, draft!.Id!.Value);
        if (theirs is null || !theirs.CanEdit.IsAllowed)
        {
            error = theirs is null
                ? "Somebody else deleted this draft meanwhile. What you typed is still here."
                : $"{theirs.LastChange} {theirs.CanEdit.Text} What you typed is still here.";
            canSaveAsNew = true;
            return false;
        }

        var (was, other) = (InvoiceForm.Of(draft), InvoiceForm.Of(theirs));
        var differences = Difference.Between(InvoiceForm.Parts, was, other, form!);
        if (differences.Count > 0
            && !await ConflictDialog.AskAsync(Dialogs, theirs.LastChange, [.. differences.Select(pair => pair.Difference)]))
        {
            error = "Not saved yet: somebody else changed this draft. Save again to choose.";
            return false;
        }

        foreach (var (part, _) in differences.Where(pair => pair.Difference.TakesTheirs))
        {
            part.Copy(other, form!);
        }

        (draft, before) = (theirs, other.Fingerprint());
        return await SaveAsync();
    }

    private async Task SaveAsNew()
    {
        draft = draft! with { Id = null, CanEdit = RuleCheck.Allowed };
        await SaveAsync();
    }
}
