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
        if (draft!.Id is { } known && !IsDirty())
        {
            Show(await FindAsync(known));
        }
        else
        {
            var id = draft.Id ?? await Invoices.CreateDraftAsync(Workplace.Caller, customerId, content);
            var version = draft.Id is null ? 1 : await Invoices.EditDraftAsync(Workplace.Caller, id, draft.Version, customerId, content);

            // The form stays as it is, so that nobody loses their place: only what it is compared with is new. Should somebody
            // else have saved within this moment, it stays compared with what was saved here, and the next save tells them apart.
            var found = await FindAsync(id);
            draft = found.Version == version
                ? found
                : draft with { Id = id, Version = version, Content = content, CustomerId = customerId, CustomerName = form.CustomerName };
            (before, showsReasons) = (form.Fingerprint(), false);
            if (Id != id)
            {
                Navigation.NavigateTo($"/invoices/{id}/edit", replace: true);
            }
        }

        saved = "Saved";
    }

    private async Task<InvoiceDraft> FindAsync(Guid id) =>
        await Drafts.FindAsync(Workplace.Caller, id) ?? throw new NotFoundOnSite("invoice");

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
